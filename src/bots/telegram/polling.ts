import { createConcurrentSink, createRunner, createSource, createUpdateFetcher, type UpdateSink } from '@grammyjs/runner'
import { setTimeout as pause } from 'node:timers/promises'
import { GrammyError, type Api } from 'grammy'
import type { Update } from 'grammy/types'
import type { Logger } from 'pino'
import type { Inbox } from './updates.ts'

/** Seconds that Telegram holds a request for updates; short, so that a dead connection is noticed soon. */
export const pollSeconds = 20

export const allowedUpdates = ['message', 'edited_message', 'callback_query', 'inline_query'] as const

const pauseMs = { first: 500, longest: 15_000 }

/** Updates that are handled side by side; those of one chat wait for each other inside. */
const concurrency = 1000

export function createUpdateSink(handle: (update: Update) => Promise<void>, log: Logger): UpdateSink<Update> {
  return createConcurrentSink({ consume: handle }, async (error: unknown) => log.error({ err: error }, 'update failed'), { concurrency })
}

/**
 * Asks for updates until stopped. A batch is stored before the next request, which tells Telegram that it was received.
 * Every failure is waited out, also the 409 of a second process that polls: one of the two will stop.
 */
export function startPolling({ api, inbox, sink, log, stopping }: { api: Api; inbox: Inbox; sink: UpdateSink<Update>; log: Logger; stopping: AbortSignal }): { stop: () => Promise<void> } {
  const fetchUpdates = createUpdateFetcher({ api, handleUpdate: () => Promise.resolve(), errorHandler: () => {} }, {
    fetch: { timeout: pollSeconds, allowed_updates: allowedUpdates },
    // One attempt; the pauses between attempts are below, where they can be logged and stopped.
    maxRetryTime: 0,
    silent: true,
  })
  type Signal = Parameters<typeof fetchUpdates>[1]
  const source = createSource<Update>({
    async supply(most: number, signal: Signal) {
      for (let failures = 0; ; failures++) {
        try {
          return await inbox.receive(await fetchUpdates(most, signal))
        } catch (error) {
          if (signal.aborted) throw error
          const ms = Math.min(pauseMs.first * 2 ** failures, pauseMs.longest)
          const conflict = error instanceof GrammyError && error.error_code === 409
          log.warn({ err: error, pauseMs: ms }, conflict ? 'another process receives the updates of this bot; stop one of the two' : 'no updates from Telegram')
          await pause(ms, undefined, { signal: stopping })
        }
      }
    },
  })
  const runner = createRunner(source, sink)
  runner.start()
  return { stop: async () => await runner.stop() }
}
