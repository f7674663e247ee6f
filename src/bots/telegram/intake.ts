import { setTimeout as pause } from 'node:timers/promises'
import type { UpdateSink } from '@grammyjs/runner'
import { BotError, type Bot } from 'grammy'
import type { Update } from 'grammy/types'
import type { Logger } from 'pino'
import { backOff } from '../../core/back-off.ts'
import { repeating } from '../lifetime.ts'
import type { Ctx } from './context.ts'
import { createUpdateSink } from './polling.ts'
import type { Inbox } from './updates.ts'

/** Where updates go to be handled. Disposed of, it no longer looks for what is left over. */
export type Intake = Disposable & {
  readonly sink: UpdateSink<Update>
  /** Resolves when nothing is being handled, or after so many milliseconds. */
  readonly emptied: (mostMs: number) => Promise<void>
}

const tidyEveryMs = 2 * 60_000

/** What failed for another reason than Telegram is tried so often, ever later. */
const mostAttempts = 5

const pauses = { firstMs: 1000, longestMs: 8000 }

/** Handles what an earlier process left over, now and, where something could not be answered, again and again. */
export async function startIntake(
  bot: Bot<Ctx>,
  inbox: Inbox,
  { stopping, log }: { readonly stopping: AbortSignal; readonly log: Logger },
): Promise<Intake> {
  const sink = createUpdateSink(handle)
  await handleLeftOver()
  const tidying = repeating(async () => {
    await handleLeftOver().catch((error: unknown) => log.warn({ err: error }, 'store not tidied'))
  }, tidyEveryMs)
  return {
    sink,
    async emptied(mostMs) {
      const deadline = performance.now() + mostMs
      while (sink.size() > 0 && performance.now() < deadline) await pause(10)
    },
    [Symbol.dispose]: () => tidying[Symbol.dispose](),
  }

  async function handleLeftOver(): Promise<void> {
    await inbox.tidy()
    void sink.handle(await inbox.leftOver())
  }

  /** Handles an update; again, if it failed before anything was sent. */
  async function handle(update: Update): Promise<void> {
    for (let attempt = 1; !stopping.aborted; attempt++) {
      try {
        return await bot.handleUpdate(update)
      } catch (error) {
        if (stopping.aborted) return
        log.error({ err: error instanceof BotError ? error.error : error, attempt }, 'update failed')
        if (attempt >= mostAttempts) return inbox.giveUp(update)
        await pause(backOff(attempt, pauses), undefined, { ref: false })
      }
    }
  }
}
