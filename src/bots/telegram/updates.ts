import { randomUUID } from 'node:crypto'
import type { Update } from 'grammy/types'
import type { Logger } from 'pino'
import type { TelegramUpdates } from '../../core/store/telegram-updates.ts'

/** Another process, or this one before, has begun to answer the update. */
export class AlreadyBegun extends Error {
  override readonly name = 'AlreadyBegun'
}

/** How long an update is remembered: Telegram repeats one for a day, and people edit questions of the day before. */
const keptMs = 3 * 24 * 60 * 60_000

/** Longer than any process tries to send an answer: what has been begun for so long was cut off. */
const cutOffMs = 10 * 60_000

/**
 * Everything that comes from Telegram goes through here, whichever way it comes: it is stored before it counts as
 * received, each id once, and settled when it is answered. What was only received is answered after the next start;
 * what was begun is not begun again.
 */
export type Inbox = {
  /** Stores updates; returns those that are to be answered here. */
  readonly receive: (updates: readonly Update[]) => Promise<Update[]>
  /** What to call before an update is acted upon. */
  readonly beginningOf: (update: Update) => Beginning
  readonly settle: (update: Update, answers: readonly number[]) => Promise<void>
  /** Received, not begun, and handed out to nobody here, oldest first. */
  readonly leftOver: () => Promise<Update[]>
  /** To be called for an update that could not be answered: it is left over again. */
  readonly giveUp: (update: Update) => void
  /** The messages that answered a message. */
  readonly answersTo: (chat: number, message: number) => Promise<number[]>
  /** Forgets what is old, and says how many answers were cut off. To be called now and then. */
  readonly tidy: () => Promise<void>
}

/** The moment from which on an update is not answered a second time. */
export type Beginning = {
  /** The first call decides: throws AlreadyBegun if somebody else was first. */
  readonly begin: () => Promise<void>
  readonly begun: () => boolean
  /** Something was sent, or may have been. */
  readonly shown: () => void
  /** Unless something was sent, whoever comes next may begin. */
  readonly takeBack: () => Promise<void>
}

/** The inbox of this process: several may share the store, each with a name of its own. */
export function openInbox(updates: TelegramUpdates, log: Logger, now: () => Date): Inbox {
  /** This process. */
  const owner = randomUUID()
  /** Handed out here and not settled: what the store calls open may be under way. */
  const handedOut = new Set<number>()
  return {
    async receive(incoming) {
      const open = await updates.receive(incoming.map(stored), now())
      return handOut(incoming.filter(({ update_id }) => open.has(update_id)))
    },
    beginningOf: ({ update_id: id }) => beginning(id),
    async settle({ update_id: id }, answers) {
      await updates.settle(id, answers)
      handedOut.delete(id)
    },
    leftOver: async () => handOut((await updates.waiting()).map((payload) => JSON.parse(payload) as Update)),
    giveUp: ({ update_id: id }) => void handedOut.delete(id),
    answersTo: (chat, message) => updates.answersTo(String(chat), message),
    async tidy() {
      const time = now().getTime()
      const cutOff = await updates.settleBegun(new Date(time - cutOffMs))
      if (cutOff > 0) log.warn({ cutOff }, 'stopped while answers were being sent; they are not sent again')
      await updates.purge(new Date(time - keptMs))
    },
  }

  function handOut(open: readonly Update[]): Update[] {
    const fresh = open.filter(({ update_id: id }) => !handedOut.has(id))
    for (const { update_id: id } of fresh) handedOut.add(id)
    return fresh
  }

  function beginning(id: number): Beginning {
    let begun = false
    let shown = false
    return {
      async begin() {
        if (!begun && !(await updates.begin(id, owner))) throw new AlreadyBegun()
        begun = true
      },
      begun: () => begun,
      shown: () => void (shown = true),
      async takeBack() {
        if (shown) return
        begun = false
        await updates.takeBack(id)
      },
    }
  }
}

function stored(update: Update): {
  id: number
  payload: string
  chat: string | undefined
  message: number | undefined
} {
  const message = update.message ?? update.edited_message
  return {
    id: update.update_id,
    payload: JSON.stringify(update),
    chat: message?.chat && String(message.chat.id),
    message: message?.message_id,
  }
}
