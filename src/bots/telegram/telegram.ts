import { setTimeout as pause } from 'node:timers/promises'
import type { UpdateSink } from '@grammyjs/runner'
import { Api, BotError, GrammyError, type Bot } from 'grammy'
import type { Update } from 'grammy/types'
import type { PeopleStore } from '../../core/people/people.ts'
import type { TelegramUpdates } from '../../core/store/telegram-updates.ts'
import { OperatorError } from '../../knowledge/fault.ts'
import type { WebApp } from '../../operation/http-server.ts'
import { aborted, repeating } from '../lifetime.ts'
import { buttonData } from '../button-data.ts'
import { entryKeys } from '../entry-keys.ts'
import type { Common } from '../platform.ts'
import { telegramCourier } from './courier.ts'
import { keyboardsFor } from './render.ts'
import { createBot } from './bot.ts'
import type { Ctx } from './context.ts'
import { failureIn } from './errors.ts'
import { downloader, telegramVoice } from './organizers.ts'
import { outgoing, type CallSignal } from './outgoing.ts'
import { createPace, Stopped } from './pace.ts'
import { allowedUpdates, createUpdateSink, pollSeconds, startPolling } from './polling.ts'
import { openProfile } from './profile.ts'
import { openInbox, type Inbox } from './updates.ts'
import { webhookApp } from './webhook.ts'

/** Telegram can't be used. The message names the setting. */
class TelegramError extends OperatorError {
  override readonly name = 'TelegramError'
}

export type TelegramSettings = {
  readonly token: string
  /** Undefined for Telegram's own servers. */
  readonly apiRoot: string | undefined
  /** Where Telegram sends updates; undefined to ask for them. */
  readonly webhook: { readonly url: string; readonly secret: string } | undefined
  readonly organizers: readonly string[]
}

/**
 * Seconds after which a request is given up. An answer's is longer than servers are silent while they restart; a request for
 * updates is held by intent. A message of an announcement is soon called uncertain, and repeated once, so that one that hangs
 * does not hold up the report.
 */
const timeoutSeconds = { call: 75, poll: pollSeconds + 10, announcement: 8, upload: 60 }

/** How long a stop waits for answers that are being sent. */
const graceMs = 5000

const tidyEveryMs = 2 * 60_000

/** What failed for another reason than Telegram is tried so often, ever later. */
const mostAttempts = 5

/**
 * Serves the desk in Telegram until `stopping` is aborted, and then finishes what is being answered. Throws a
 * TelegramError if the token or the webhook's address is refused; waits for a server that is away. `report` is told how it
 * stands; `failed` of each call that failed; `mount` is given what receives updates, if there is a webhook.
 */
export async function serveTelegram({
  settings,
  people,
  updates,
  mount,
  ...common
}: Common & {
  settings: TelegramSettings
  people: PeopleStore
  updates: TelegramUpdates
  mount: (app: WebApp) => void
}): Promise<void> {
  const {
    desk,
    pack,
    log,
    now,
    stopping,
    report,
    failed,
    deliver,
    notifyOrganizers,
    organizersChat,
    attachment,
    destinations,
    tellOfDestination,
  } = common
  const { token, organizers, webhook } = settings
  const client = {
    ...(settings.apiRoot === undefined ? {} : { apiRoot: settings.apiRoot }),
    timeoutSeconds: timeoutSeconds.call,
  }
  const ending = new AbortController()
  const cutOff = ending.signal as unknown as CallSignal
  const pace = createPace(stopping, ending.signal)
  const api = new Api(token, client)
  api.config.use(outgoing({ pace, log, cutOff, failed }))
  try {
    await serveUntilStopped()
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
  } finally {
    ending.abort()
  }

  async function serveUntilStopped(): Promise<void> {
    const me = await insist('TELEGRAM_BOT_TOKEN', () => api.getMe())
    const inbox = openInbox(updates, log, now)
    const profile = openProfile({
      api,
      pack,
      organizers,
      log,
      chosenBy: async (id) => (await people.settingsOf({ platform: 'telegram', id })).language,
    })
    const keys = entryKeys(pack.entries)
    const data = buttonData(keys)
    const keyboards = keyboardsFor(me.username, data, keys)
    const bot = createBot({
      token,
      client,
      me,
      desk,
      inbox,
      profile,
      pace,
      api,
      organizers,
      log,
      now,
      stopping,
      cutOff,
      failed,
      keys,
      data,
      keyboards,
      organizersChat,
      download: downloader(api, token, settings.apiRoot),
      attachment,
      destinations,
      tellOfDestination,
    })
    const [quick, patient] = [timeoutSeconds.announcement, timeoutSeconds.upload].map(
      (seconds) => new Api(token, { ...client, timeoutSeconds: seconds }),
    ) as [Api, Api]
    const courier = telegramCourier({ api: quick, uploads: patient, pace, keyboards, attachment, failed })
    const sink = createUpdateSink((update) => handle(bot, inbox, update))
    await inbox.tidy()
    // Before anything new can come in, or it would be among what is left over.
    void sink.handle(await inbox.leftOver())
    using _tidying = repeating(() => tidy(inbox, sink), tidyEveryMs)
    using _receiving = await receive(inbox, sink)
    log.info({ platform: 'telegram', username: me.username, updates: webhook ? 'webhook' : 'polling' }, 'connected')
    report({ state: 'up' })
    log.info({ platform: 'telegram', uptimeMs: Math.round(process.uptime() * 1000) }, 'ready')
    void profile.update()
    const delivering = Promise.all([
      deliver(courier, stopping),
      notifyOrganizers(telegramVoice(api, keyboards, log), stopping),
    ])
    await aborted(stopping)
    await emptied(sink, graceMs)
    await delivering
    ending.abort()
    await emptied(sink, graceMs)
  }

  /** By webhook, or by asking. */
  async function receive(inbox: Inbox, sink: UpdateSink<Update>): Promise<Disposable> {
    if (webhook) {
      mount(webhookApp({ path: new URL(webhook.url).pathname, secret: webhook.secret, inbox, sink, log }))
      await insist('TELEGRAM_WEBHOOK_URL', () =>
        api.setWebhook(webhook.url, { secret_token: webhook.secret, allowed_updates: allowedUpdates }),
      )
      return { [Symbol.dispose]: () => {} }
    }
    await insist('TELEGRAM_BOT_TOKEN', () => api.deleteWebhook())
    return startPolling({
      api: new Api(token, { ...client, timeoutSeconds: timeoutSeconds.poll }),
      inbox,
      sink,
      log,
      report,
      stopping,
    })
  }

  /** What could not be answered before is tried again. */
  async function tidy(inbox: Inbox, sink: UpdateSink<Update>): Promise<void> {
    try {
      await inbox.tidy()
      void sink.handle(await inbox.leftOver())
    } catch (error) {
      log.warn({ err: error }, 'store not tidied')
    }
  }

  /** Handles an update; again, if it failed before anything was sent. */
  async function handle(bot: Bot<Ctx>, inbox: Inbox, update: Update): Promise<void> {
    for (let attempt = 1; !stopping.aborted; attempt++) {
      try {
        return await bot.handleUpdate(update)
      } catch (error) {
        if (stopping.aborted) return
        log.error({ err: error instanceof BotError ? error.error : error, attempt }, 'update failed')
        if (attempt >= mostAttempts) return inbox.giveUp(update)
        await pause(500 * 2 ** attempt, undefined, { ref: false })
      }
    }
  }

  /**
   * A call without which there is no start. A server that is away is waited for: whoever starts the bot may be starting
   * the network too. What Telegram refuses is a fault of the setting.
   */
  async function insist<T>(setting: string, call: () => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await call()
      } catch (error) {
        if (error instanceof Stopped || stopping.aborted) throw new Stopped()
        const failure = failureIn(error)
        if (error instanceof GrammyError && failure?.kind !== 'flood' && failure?.kind !== 'trouble') {
          throw new TelegramError(`Telegram refuses ${setting}: ${error.description}. ${remedies[setting] ?? ''}`, {
            cause: error,
          })
        }
        log.warn({ err: error }, 'Telegram does not answer; trying again')
        await pause(Math.min(1000 * 2 ** attempt, 60_000), undefined, { signal: stopping }).catch(() => {})
      }
    }
  }
}

const remedies: Readonly<Record<string, string>> = {
  TELEGRAM_BOT_TOKEN: 'Copy the token anew from @BotFather.',
  TELEGRAM_WEBHOOK_URL: 'It must be an https address that Telegram can reach, on port 443, 80, 88 or 8443.',
}

/** Resolves when nothing is being handled, or after so many milliseconds. */
async function emptied(sink: { size: () => number }, mostMs: number): Promise<void> {
  const deadline = performance.now() + mostMs
  while (sink.size() > 0 && performance.now() < deadline) await pause(10)
}
