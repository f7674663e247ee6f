import { limitTo, limitToPeople, openFloodGate, type FloodGate, type Limit } from '../flood.ts'

/** What keeps one person from taking what belongs to all. */
export type FloodGates = {
  /** Interactions of one person: what is too much is answered with a word. */
  readonly interactions: Limit
  /** Messages of one person: what is too much waits, and then is left alone. */
  readonly messages: FloodGate
  /** An answer in a channel, shared by whomever. */
  readonly shares: Limit
}

/** Seconds in which the same answer is shared in a channel once. */
const sharePauseSeconds = 60

/** In memory, so that a restart forgives. */
export function openFloodGates(stopping: AbortSignal): FloodGates {
  return { interactions: limitToPeople(), messages: openFloodGate(stopping), shares: limitTo(1, sharePauseSeconds) }
}
