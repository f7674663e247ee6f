import { Api, GrammyError } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import type { Logger } from 'pino'
import type { Desk } from '../../core/desk/desk.ts'
import type { Feedback } from '../../core/people/feedback.ts'
import type { TelegramUpdates } from '../../core/store/telegram-updates.ts'
import { OperatorError } from '../../knowledge/fault.ts'
import type { Pack } from '../../knowledge/pack.ts'
import { createBot } from './bot.ts'
import { outgoing, type CallSignal } from './outgoing.ts'
import { createPace, Stopped } from './pace.ts'
import { allowedUpdates, createUpdateSink, pollSeconds, startPolling } from './polling.ts'
import { updateProfile } from './profile.ts'
import { openInbox } from './updates.ts'
import { secretFrom, webhookApp, type WebhookApp } from './webhook.ts'

/** Telegram can't be used. The message names the setting. */
class TelegramError extends OperatorError {
  override readonly name = 'TelegramError'
}

export type TelegramSettings = {
  readonly token: string
  /** Undefined for Telegram's own servers. */
  readonly apiRoot: string | undefined
  /** Where Telegram sends updates; undefined to ask for them. */
  readonly webhook: { readonly url: string; readonly secret: string | undefined } | undefined
  readonly organizers: readonly string[]
}

export type Telegram = AsyncDisposable & {
  /** Receives updates, if there is a webhook. */
  readonly app: WebhookApp | undefined
  /** Begins to receive; call it when `app` is served. */
  readonly receive: () => Promise<void>
}

/** Seconds after which a request is given up. Longer than servers are silent while they restart; a request for updates is held by intent. */
const timeoutSeconds = { call: 75, poll: pollSeconds + 10 }

/** How long a stop waits for answers that are being sent. */
const graceMs = 5000

/**
 * Connects the desk to Telegram. Throws a TelegramError if the token is refused, and Stopped; waits for
 * a server that is away. Abort `stopping` before disposing of it.
 */
export async function connectTelegram({ settings, desk, pack, updates, latestFeedback, log, now, stopping }: {
  settings: TelegramSettings
  desk: Desk
  pack: Pack
  updates: TelegramUpdates
  latestFeedback: (most: number) => Promise<Feedback[]>
  log: Logger
  now: () => Date
  stopping: AbortSignal
}): Promise<Telegram> {
  const { token, organizers, webhook } = settings
  const client = { ...(settings.apiRoot === undefined ? {} : { apiRoot: settings.apiRoot }), timeoutSeconds: timeoutSeconds.call }
  const pace = createPace(stopping)
  const ending = new AbortController()
  const cutOff = ending.signal as unknown as CallSignal
  const api = new Api(token, client)
  api.config.use(outgoing({ pace, log, cutOff }))
  const me = await introduce(api, log)
  const inbox = openInbox(updates, log, now)
  const bot = createBot({ token, client, me, desk, pack, inbox, pace, api, organizers, latestFeedback, log, now, stopping, cutOff })
  const sink = createUpdateSink((update) => bot.handleUpdate(update), log)
  const secret = webhook && (webhook.secret ?? secretFrom(token))
  let polling: { stop: () => Promise<void> } | undefined

  return {
    app: webhook && webhookApp({ path: new URL(webhook.url).pathname, secret: secret!, inbox, sink, log }),
    async receive() {
      void sink.handle(await inbox.leftOver())
      void updateProfile({ api, pack, organizers, log })
      if (webhook) {
        await api.setWebhook(webhook.url, { secret_token: secret!, allowed_updates: allowedUpdates })
      } else {
        await api.deleteWebhook()
        polling = startPolling({ api: new Api(token, { ...client, timeoutSeconds: timeoutSeconds.poll }), inbox, sink, log, stopping })
      }
      log.info({ platform: 'telegram', username: me.username, updates: webhook ? 'webhook' : 'polling' }, 'connected')
    },
    async [Symbol.asyncDispose]() {
      await polling?.stop()
      await emptied(sink, graceMs)
      ending.abort()
      await emptied(sink, graceMs)
    },
  }
}

/** Who we are. A server that is away is waited for: whoever starts the bot may be starting the network too. */
async function introduce(api: Api, log: Logger): Promise<UserFromGetMe> {
  for (;;) {
    try {
      return await api.getMe()
    } catch (error) {
      // A token that Telegram can't even read is answered with 404.
      if (error instanceof GrammyError && [401, 404].includes(error.error_code)) {
        throw new TelegramError(`Telegram refuses TELEGRAM_BOT_TOKEN (${error.description}); copy it anew from @BotFather`, { cause: error })
      }
      if (error instanceof Stopped) throw error
      log.warn({ err: error }, 'Telegram does not answer; trying again')
    }
  }
}

/** Resolves when nothing is being handled, or after so many milliseconds. */
async function emptied(sink: { size: () => number }, mostMs: number): Promise<void> {
  const deadline = performance.now() + mostMs
  while (sink.size() > 0 && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 10))
}
