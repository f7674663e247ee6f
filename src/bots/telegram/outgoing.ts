import type { Transformer } from 'grammy'
import type { ApiResponse } from 'grammy/types'
import type { Logger } from 'pino'
import { backOff } from '../../core/back-off.ts'
import { failureIn, failureOf, type Failure } from './errors.ts'
import type { Pace } from './pace.ts'
import type { Beginning } from './updates.ts'

/** grammY's type of an AbortSignal, which is not quite Node's. */
export type CallSignal = NonNullable<Parameters<Transformer>[3]>

/** How long a call is tried: about five minutes, after which nobody waits for the answer any more. */
const patienceMs = 5 * 60_000

/**
 * A query that is not answered in time can't be answered (core.telegram.org/bots/api#answercallbackquery), and who
 * presses waits.
 */
const shortPatienceMs = 10_000
const urgentMethods = /^(?:answer|getChatMember)/

const pauses = { firstMs: 400, longestMs: 20_000 }

/** Calls that put a message into a chat or change one: what Telegram's limits count. */
const messageMethods = /^(?:send|edit)/

/** Calls of which a second one shows: two messages where there should be one. */
const visibleMethods = /^send/

export type Outgoing = {
  readonly pace: Pace
  readonly log: Logger
  /** Calls under way are cut off when this is aborted. */
  readonly cutOff: CallSignal
  /** Told of each call that failed. */
  readonly failed: () => void
  /** The chat or person that the calls are for, if they do not name a chat themselves. */
  readonly lane?: string
  /** Says that an answer is sent, before the first call that shows. */
  readonly beginning?: Beginning
}

/**
 * The one layer that paces and retries calls. A 429 waits as long as Telegram says. Trouble on the way is tried again
 * with growing pauses, also where a message may have been sent already: to a person who waits for an answer, the same
 * answer twice is better than none. (Announcements decide otherwise.)
 */
export function outgoing({ pace, log, cutOff, failed, lane: laneOfUpdate, beginning }: Outgoing): Transformer {
  return async (send, method, payload, signal) => {
    const lane = chatOf(payload) ?? laneOfUpdate ?? method
    const counts = messageMethods.test(method)
    const messages = messagesIn(payload)
    const deadline = performance.now() + (urgentMethods.test(method) ? shortPatienceMs : patienceMs)
    for (let attempt = 1; ; attempt++) {
      await pace.pass({ lane, counts, messages, begun: beginning?.begun() ?? false })
      if (visibleMethods.test(method)) await beginning?.begin()
      const { result, error, failure } = await attempted(send(method, payload, signal ?? cutOff))
      if (failure && failure.kind !== 'unchanged') failed()
      if (!failure && counts) pace.succeeded()
      if (failure?.kind === 'flood') pace.refused(lane, failure.seconds)
      if (visibleMethods.test(method)) {
        if (!failure || failure.kind === 'trouble') beginning?.shown()
        // Refused outright: whatever ends the wait, somebody may still answer.
        else if (failure.kind === 'flood') await beginning?.takeBack()
      }
      const pauseMs = failure && pauseAfter(failure, attempt)
      if (pauseMs === undefined || signal?.aborted || performance.now() + pauseMs > deadline) {
        if (result === undefined) throw error
        return result
      }
      if (!cutOff.aborted)
        log.warn({ method, lane, attempt, failure, pauseMs: Math.round(pauseMs), err: error }, 'call to be repeated')
      if (failure?.kind !== 'flood') pace.hold(lane, pauseMs)
    }
  }
}

type Attempted<T> = { readonly result?: T; readonly error?: unknown; readonly failure?: Failure | undefined }

async function attempted<T extends ApiResponse<unknown>>(call: Promise<T>): Promise<Attempted<T>> {
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
  return backOff(attempt, pauses)
}

/** How many messages a call sends: each of an album is one. */
function messagesIn(payload: object): number {
  return 'media' in payload && Array.isArray(payload.media) ? payload.media.length : 1
}

function chatOf(payload: object): string | undefined {
  if (!('chat_id' in payload)) return undefined
  const { chat_id: chat } = payload
  return typeof chat === 'number' || typeof chat === 'string' ? String(chat) : undefined
}
