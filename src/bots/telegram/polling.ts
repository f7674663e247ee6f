import { createConcurrentSink, createRunner, createSource, type UpdateSink } from '@grammyjs/runner'
import { setTimeout as pause } from 'node:timers/promises'
import { GrammyError, type Api } from 'grammy'
import type { Update } from 'grammy/types'
import type { Logger } from 'pino'
import { backOff } from '../../core/back-off.ts'
import type { Status } from '../../operation/status.ts'
import type { Inbox } from './updates.ts'

/** Seconds that Telegram holds a request for updates; short, so that a dead connection is noticed soon. */
export const pollSeconds = 20

export const allowedUpdates = ['message', 'edited_message', 'callback_query', 'inline_query', 'my_chat_member'] as const

const pauses = { firstMs: 500, longestMs: 15_000 }

/** Telegram hands out at most so many updates at once. */
const mostAtOnce = 100

/** Updates that are handled side by side; those of one chat wait for each other inside. */
const concurrency = 1000

/** `handle` must not reject: what goes wrong is its matter. */
export function createUpdateSink(handle: (update: Update) => Promise<void>): UpdateSink<Update> {
  return createConcurrentSink({ consume: handle }, () => Promise.resolve(), { concurrency })
}

/**
 * Asks for updates until stopped. A batch is stored before the next request, which tells Telegram that it was received;
 * a batch that could not be stored is asked for again. Every failure is waited out, also the 409 of a second process
 * that polls: one of the two will stop.
 */
export function startPolling({
  api,
  inbox,
  sink,
  log,
  report,
  stopping,
}: {
  api: Api
  inbox: Inbox
  sink: UpdateSink<Update>
  log: Logger
  report: (status: Status) => void
  stopping: AbortSignal
}): Disposable {
  type Signal = NonNullable<Parameters<Api['getUpdates']>[1]>
  let offset = 0
  const source = createSource<Update>({
    async supply(most, signal) {
      for (let failures = 1; ; failures++) {
        try {
          const updates = await fetchUpdates(most, signal)
          if (failures > 1) report({ state: 'up' })
          return updates
        } catch (error) {
          if (signal.aborted) throw error
          const ms = pauseAfter(error, failures)
          const conflict = error instanceof GrammyError && error.error_code === 409
          report({ state: 'down', reason: error instanceof Error ? error.message : String(error) })
          log.warn(
            { err: error, pauseMs: ms },
            conflict
              ? 'another process receives the updates of this bot; stop one of the two'
              : 'no updates from Telegram',
          )
          await pause(ms, undefined, { ref: false })
          if (signal.aborted) throw error
        }
      }
    },
  })
  const runner = createRunner(source, sink)
  runner.start()
  stopping.addEventListener('abort', () => void runner.stop())
  return { [Symbol.dispose]: () => void runner.stop() }

  async function fetchUpdates(most: number, signal: Signal): Promise<Update[]> {
    const updates = await api.getUpdates(
      { offset, limit: Math.min(most, mostAtOnce), timeout: pollSeconds, allowed_updates: allowedUpdates },
      signal,
    )
    const fresh = await inbox.receive(updates)
    offset = (updates.at(-1)?.update_id ?? offset - 1) + 1
    return fresh
  }
}

/** Milliseconds after so many failures, the error the last of them: as long as Telegram asks for, if that is longer. */
function pauseAfter(error: unknown, failures: number): number {
  const asked = error instanceof GrammyError ? (error.parameters.retry_after ?? 0) * 1000 : 0
  return Math.max(asked, backOff(failures, pauses))
}
