import { addAbortListener } from 'node:events'
import type { PeopleStore } from '../../../core/people/people.ts'
import type { TelegramUpdates } from '../../../core/store/telegram-updates.ts'
import type { WebApp } from '../../../operation/http-server.ts'
import { buttonData } from '../../button-data.ts'
import { entryKeys } from '../../entry-keys.ts'
import { aborted } from '../../lifetime.ts'
import type { Common } from '../../platform.ts'
import { openConnection, type Connection } from '../connection.ts'
import { telegramCourier } from '../courier.ts'
import { insist } from '../insist.ts'
import { startIntake } from '../intake.ts'
import { telegramVoice } from '../organizers.ts'
import { Stopped } from '../pace.ts'
import { keepUpdated, openProfile } from '../profile.ts'
import { receiveUpdates, type Webhook } from '../receive.ts'
import { keyboardsFor } from '../render.ts'
import { openInbox } from '../updates.ts'
import { createBot } from './bot.ts'

export type TelegramSettings = {
  readonly token: string
  /** Undefined for Telegram's own servers. */
  readonly apiRoot: string | undefined
  /** Where Telegram sends updates; undefined to ask for them. */
  readonly webhook: Webhook | undefined
  readonly organizers: readonly string[]
}

export type TelegramParts = Common & {
  readonly settings: TelegramSettings
  readonly people: PeopleStore
  readonly updates: TelegramUpdates
  /** Is given what receives updates, if there is a webhook. */
  readonly mount: (app: WebApp) => void
}

/**
 * Seconds after which a message of an announcement is given up: it is soon called uncertain, and repeated once, so that
 * one that hangs does not hold up the report. Files take longer.
 */
const timeoutSeconds = { message: 8, upload: 60 }

/** How long a stop waits for answers that are being sent. */
const graceMs = 5000

/**
 * Serves the desk in Telegram until `stopping` is aborted, and then finishes what is being answered. Throws an
 * OperatorError if the token or the webhook's address is refused; waits for a server that is away. `report` is told how
 * it stands; `failed` of each call that failed.
 */
export async function serveTelegram(parts: TelegramParts): Promise<void> {
  const { settings, log, stopping, failed } = parts
  const ending = new AbortController()
  const connection = openConnection(settings, { stopping, cutOff: ending.signal, log, failed })
  try {
    await serveUntilStopped(parts, connection, () => ending.abort())
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
  } finally {
    ending.abort()
  }
}

/** `cutOff` ends the calls that are still under way when nobody waits for them any more. */
async function serveUntilStopped(parts: TelegramParts, connection: Connection, cutOff: () => void): Promise<void> {
  const { settings, people, updates, mount, attachment, log, now, report, failed, stopping } = parts
  const { api, apiWithin, calls } = connection
  using starting = addAbortListener(stopping, cutOff)
  const me = await insist('TELEGRAM_BOT_TOKEN', () => api.getMe(), { stopping, log })
  const inbox = openInbox(updates, log, now)
  const pack = parts.currentPack
  const profile = openProfile({
    api,
    pack,
    organizers: settings.organizers,
    log,
    chosenBy: async (id) => (await people.settingsOf({ platform: 'telegram', id })).language,
  })
  const keys = entryKeys(() => pack().entries)
  const data = buttonData(keys)
  const keyboards = keyboardsFor(me.username, data, keys)
  const courier = telegramCourier({
    api: apiWithin(timeoutSeconds.message),
    uploads: apiWithin(timeoutSeconds.upload),
    pace: calls.pace,
    keyboards,
    attachment,
    failed,
    now,
  })
  const bot = createBot({ ...parts, connection, me, inbox, profile, keys, data, keyboards })
  // What is left over before anything new can come in, or that would be among it.
  using intake = await startIntake(bot, inbox, { stopping, log })
  const { webhook } = settings
  using _receiving = await receiveUpdates({ connection, webhook, mount, inbox, sink: intake.sink, report, stopping })
  // From here on a stop waits for what is under way; until here it would wait for a server that may never answer.
  starting[Symbol.dispose]()
  log.info({ platform: 'telegram', username: me.username, updates: webhook ? 'webhook' : 'polling' }, 'connected')
  report({ state: 'up' })
  log.info({ platform: 'telegram', uptimeMs: Math.round(process.uptime() * 1000) }, 'ready')
  using _shown = keepUpdated(profile, parts.onPackReplaced)
  const delivering = Promise.all([
    parts.deliver(courier, stopping),
    parts.notifyOrganizers(telegramVoice(api, keyboards, log), stopping),
  ])
  await aborted(stopping)
  await intake.emptied(graceMs)
  await delivering
  cutOff()
  await intake.emptied(graceMs)
}
