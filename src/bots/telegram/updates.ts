import type { Update } from 'grammy/types'
import type { Logger } from 'pino'
import type { TelegramUpdates } from '../../core/store/telegram-updates.ts'

/** Another process, or this one before, has begun to answer the update. */
export class AlreadyBegun extends Error {
  override readonly name = 'AlreadyBegun'
}

/** How long an update is remembered: Telegram repeats one for a day, and people edit questions of the day before. */
const keptMs = 3 * 24 * 60 * 60_000

/**
 * Everything that comes from Telegram goes through here, whichever way it comes: it is stored before it counts as
 * received, each id once, and settled when it is answered. So a kill loses nothing, and nothing is answered twice: what
 * was only received is answered after the next start, and what was begun is not begun again.
 */
export type Inbox = {
  /** Stores updates; returns those that did not come before. */
  readonly receive: (updates: readonly Update[]) => Promise<Update[]>
  /** To be called before an answer is sent. Throws AlreadyBegun. */
  readonly begin: (update: Update) => Promise<void>
  readonly settle: (update: Update, answers: readonly number[]) => Promise<void>
  /** What an earlier process received and did not begin. */
  readonly leftOver: () => Promise<Update[]>
  readonly answersTo: (chat: number, message: number) => Promise<number[]>
}

export function openInbox(updates: TelegramUpdates, log: Logger, now: () => Date): Inbox {
  return {
    async receive(incoming) {
      const fresh = await updates.receive(incoming.map(stored), now())
      return incoming.filter(({ update_id }) => fresh.has(update_id))
    },
    async begin({ update_id }) {
      if (!(await updates.begin(update_id))) throw new AlreadyBegun()
    },
    settle: ({ update_id }, answers) => updates.settle(update_id, answers),
    async leftOver() {
      await updates.purge(new Date(now().getTime() - keptMs))
      const uncertain = await updates.settleBegun()
      if (uncertain > 0) log.warn({ uncertain }, 'stopped while answers were being sent; they are not sent again')
      return (await updates.waiting()).map((payload) => JSON.parse(payload) as Update)
    },
    answersTo: (chat, message) => updates.answersTo(String(chat), message),
  }
}

function stored(update: Update): { id: number; payload: string; chat: string | undefined; message: number | undefined } {
  const message = update.message ?? update.edited_message
  return {
    id: update.update_id,
    payload: JSON.stringify(update),
    chat: message && String(message.chat.id),
    message: message?.message_id,
  }
}
