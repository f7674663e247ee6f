import type { Logger } from 'pino'
import type { Transformer } from 'grammy'
import type { ApiResponse } from 'grammy/types'
import { failureIn, failureOf, type Failure } from './errors.ts'
import type { Pace } from './pace.ts'

/** grammY's type of an AbortSignal, which is not quite Node's. */
export type CallSignal = NonNullable<Parameters<Transformer>[3]>

/** How long a call is tried: about five minutes, after which nobody waits for the answer any more. */
const patienceMs = 5 * 60_000

/** A query that is not answered in time can't be answered: core.telegram.org/bots/api#answercallbackquery. */
const shortPatienceMs = 20_000

const backOff = { firstMs: 400, longestMs: 20_000 }

/** Calls that put a message into a chat or change one: what Telegram's limits count. */
const messageMethods = /^(?:send|edit|copy|forward)(?!ChatAction)/

/** Calls of which a second one shows: two messages where there should be one. */
const visibleMethods = /^(?:send|copy|forward)(?!ChatAction)/

/**
 * The one layer that paces and retries calls. A 429 waits as long as Telegram says. Trouble on the way is tried again
 * with growing pauses, also where a message may have been sent already: to a person who waits for an answer, the same
 * answer twice is better than none. (Announcements decide otherwise.) `begin` is called before the first visible call
 * is sent, and stops it by throwing. Calls under way are cut off when `cutOff` is aborted.
 */
export function outgoing({ pace, log, cutOff, begin }: { pace: Pace; log: Logger; cutOff: CallSignal; begin?: () => Promise<void> }): Transformer {
  let begun: Promise<void> | undefined
  return async (send, method, payload, signal) => {
    const chat = chatOf(payload) ?? method
    const deadline = performance.now() + (method.startsWith('answer') ? shortPatienceMs : patienceMs)
    for (let attempt = 1; ; attempt++) {
      await pace.pass(chat, messageMethods.test(method))
      if (begin && visibleMethods.test(method)) await (begun ??= begin())
      const { result, error, failure } = await outcomeOf(send(method, payload, signal ?? cutOff))
      if (!failure) pace.succeeded()
      const pauseMs = failure && pauseAfter(failure, attempt)
      if (pauseMs === undefined || signal?.aborted || performance.now() + pauseMs > deadline) {
        if (result === undefined) throw error
        return result
      }
      log.warn({ method, chat, attempt, failure, pauseMs: Math.round(pauseMs) }, 'call to be repeated')
      if (failure?.kind === 'flood') pace.refused(chat, failure.seconds)
      else pace.hold(chat, pauseMs)
    }
  }
}

type Outcome<T> = { readonly result?: T; readonly error?: unknown; readonly failure?: Failure | undefined }

async function outcomeOf<T extends ApiResponse<unknown>>(call: Promise<T>): Promise<Outcome<T>> {
  try {
    const result = await call
    return { result, failure: result.ok ? undefined : failureOf(result) }
  } catch (error) {
    return { error, failure: failureIn(error) }
  }
}

/** Milliseconds to wait before the next attempt; undefined where none would help. */
function pauseAfter(failure: Failure, attempt: number): number | undefined {
  if (failure.kind === 'flood') return failure.seconds * 1000
  if (failure.kind !== 'trouble') return undefined
  // "Equal jitter" (M. Brooker, "Exponential Backoff And Jitter", 2015): those who failed together come back apart.
  const pause = Math.min(backOff.firstMs * 2 ** (attempt - 1), backOff.longestMs)
  return pause / 2 + (Math.random() * pause) / 2
}

function chatOf(payload: object): string | undefined {
  if (!('chat_id' in payload)) return undefined
  const { chat_id: chat } = payload
  return typeof chat === 'number' || typeof chat === 'string' ? String(chat) : undefined
}
