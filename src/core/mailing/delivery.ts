import type { Language } from '../../knowledge/language.ts'
import { backOff } from '../back-off.ts'
import type { Platform } from '../people/people.ts'
import type { Kind } from './destination.ts'

/** Where mailings go. */
export type Destination = {
  readonly id: number
  readonly platform: Platform
  readonly kind: Kind
  /** The person, group or channel by the id that its platform gave it. */
  readonly chat: string
  /** A forum topic in a group; empty without. */
  readonly thread: string
  /** Where to write to, if that is not `chat`: the private channel with a person. */
  readonly route: string | undefined
  /** Whether a post is to be published to those who follow the channel. */
  readonly publishes: boolean
}

/** What is to be done with a copy. */
export type Task = 'send' | 'correct' | 'recall' | 'publish'

/** One destination's copy of a mailing, handed to one process for one task. */
export type Delivery = {
  readonly id: number
  readonly mailing: string
  readonly task: Task
  readonly destination: Destination
  /** The id of the message that this one replies to. */
  readonly replyTo: string | undefined
  readonly languages: readonly Language[]
  /** Ids of the topics that its readers follow; none for all. */
  readonly follows: readonly string[]
  /** Attempts that ended in trouble. */
  readonly attempts: number
  /** Attempts of which nobody knows how they ended: each may have shown the message. */
  readonly doubts: number
  /** The attempt that somebody was cut off from: whose it was, and when it was handed to the platform. */
  readonly cutOff: { readonly worker: string; readonly begunAt: Date } | undefined
  /** When an attempt first ended so that the message may be there. */
  readonly unclearSince: Date | undefined
  /** The messages that make up the copy, as far as it was sent. */
  readonly messages: readonly string[]
  /** Of how many it was begun to be made; undefined before, and for what an older version of the program began. */
  readonly planned: number | undefined
}

/** How an attempt ended, in no platform's words. */
export type Outcome =
  | {
      readonly kind: 'done'
      /** Those that were sent, in their order. */
      readonly messages: readonly string[]
      readonly route?: string | undefined
      readonly note?: string | undefined
    }
  /** Too much at once: not before so many seconds have passed; `everywhere`: nor anything else of ours. */
  | { readonly kind: 'later'; readonly seconds: number; readonly everywhere: boolean }
  /**
   * The platform or the way to it is in trouble. `unclear`: the message may have been sent all the same. `silent`: it
   * said nothing at all.
   */
  | { readonly kind: 'trouble'; readonly unclear: boolean; readonly silent: boolean; readonly reason: string }
  /** Nobody is there any more: blocked, left, deleted. */
  | { readonly kind: 'gone'; readonly reason: string }
  /** The chat goes on under another id. */
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'refused'; readonly reason: string }

/** What is written down of an attempt. */
export type Settlement = {
  readonly state: 'pending' | 'sent' | 'failed' | 'uncertain'
  /** Why it failed, or what there is to say of it. */
  readonly reason?: string | undefined
  readonly notBefore?: Date | undefined
  readonly attempts: number
  readonly doubts: number
  readonly unclearSince: Date | undefined
  readonly messages: readonly string[]
  /** What becomes of the destination. */
  readonly destination?:
    | { readonly gone: string }
    | { readonly movedTo: string }
    | { readonly route: string }
    | undefined
}

/** What to do about a message of which nobody knows whether it arrived, where it can't be sent again safely. */
export type UncertainPolicy = 'repeat' | 'hold'

type Circumstances = {
  readonly now: Date
  readonly policy: UncertainPolicy
  /** Whether the platform recognises a repeated message, and for how long. */
  readonly recognisesForMs: number
  readonly random: () => number
}

const pauses = { firstMs: 1000, longestMs: 60_000 }

/** More than a minute of trouble a time: what then still fails has another reason. */
const mostAttempts = 8

/**
 * What becomes of a delivery after an attempt. `messages`: all that make it up so far. A message that may have been
 * sent is repeated once and counted as a doubt, or left to the organizers; where the platform recognises it, it is
 * repeated without doubt, as long as it does (see `repeatingOf`).
 */
export function settlementOf(
  outcome: Outcome,
  delivery: Delivery,
  messages: readonly string[],
  circumstances: Circumstances,
): Settlement {
  const { attempts, doubts, unclearSince } = delivery
  const { now, policy, recognisesForMs, random } = circumstances
  const before = { attempts, doubts, unclearSince, messages }
  switch (outcome.kind) {
    case 'done':
      return {
        ...before,
        state: 'sent',
        reason: outcome.note,
        ...(outcome.route === undefined ? {} : { destination: { route: outcome.route } }),
      }
    case 'later':
      return { ...before, state: 'pending', notBefore: after(outcome.seconds * 1000) }
    case 'gone':
      return { ...before, state: 'failed', reason: outcome.reason, destination: { gone: outcome.reason } }
    case 'moved':
      return { ...before, state: 'pending', destination: { movedTo: outcome.to } }
    case 'refused':
      return { ...before, state: 'failed', reason: outcome.reason }
    case 'trouble':
      return troubled(outcome)
    default:
      return outcome satisfies never
  }

  function troubled({ unclear, silent, reason }: Extract<Outcome, { kind: 'trouble' }>): Settlement {
    const doubted = unclear && recognisesForMs === 0
    const next = {
      attempts: attempts + 1,
      doubts: doubts + (doubted ? 1 : 0),
      messages,
      reason,
      unclearSince: unclear ? (unclearSince ?? delivery.cutOff?.begunAt ?? now) : unclearSince,
    }
    // An answer that says "error" most likely means it: such a copy is tried on, but no longer called sure.
    const inTheDark = doubted && silent
    if (inTheDark && (policy === 'hold' || doubts > 0)) return { ...next, state: 'uncertain' }
    if (next.attempts >= mostAttempts) return { ...next, state: unclear ? 'uncertain' : 'failed' }
    return {
      ...next,
      state: 'pending',
      notBefore: inTheDark ? undefined : after(backOff(next.attempts, pauses, random)),
    }
  }

  function after(ms: number): Date {
    return new Date(now.getTime() + ms)
  }
}

/**
 * Whether a message that may be there already is still recognised when it is sent again: `doubted`: no more, and it
 * may then be there twice; `held`: the same, and that is for the organizers to decide.
 */
export function repeatingOf(
  { unclearSince }: Delivery,
  { now, policy, recognisesForMs }: Omit<Circumstances, 'random'>,
): 'sure' | 'doubted' | 'held' {
  const recognised = unclearSince === undefined || now.getTime() - unclearSince.getTime() < recognisesForMs
  // Where nothing is recognised, the doubt was counted when it arose.
  if (recognised || recognisesForMs === 0) return 'sure'
  return policy === 'hold' ? 'held' : 'doubted'
}
