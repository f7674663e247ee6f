/**
 * Which lanes must wait because Telegram refused a call there, or because a call is to be repeated. Times in
 * milliseconds.
 */
export type LaneHolds = {
  readonly hold: (lane: string, until: number) => void
  /** A lane was refused; if this is one of many, `allUntil` holds all of them. */
  readonly refused: (lane: string, allUntil: number) => void
  /** A message went through. */
  readonly succeeded: () => void
  /** Until when a lane by itself waits; 0 if it does not. */
  readonly heldUntil: (lane: string) => number
  /** The same, with what holds all lanes. */
  readonly freeAt: (lane: string) => number
  /** Drops what is past. */
  readonly forget: (now: number) => void
}

/**
 * A bot-wide limit answers one chat after the other with 429: so many in a row, with no success between, and all wait.
 */
const tellingRefusals = 3

/** Nothing is held at first. A lane that is held twice waits for the later moment. */
export function laneHolds(): LaneHolds {
  const until = new Map<string, number>()
  const refused = new Set<string>()
  let allUntil = 0
  return {
    hold: (lane, moment) => void until.set(lane, Math.max(moment, until.get(lane) ?? 0)),
    refused(lane, moment) {
      refused.add(lane)
      if (refused.size >= tellingRefusals) allUntil = Math.max(allUntil, moment)
    },
    succeeded: () => refused.clear(),
    heldUntil: (lane) => until.get(lane) ?? 0,
    freeAt: (lane) => Math.max(until.get(lane) ?? 0, allUntil),
    forget(now) {
      for (const [lane, moment] of until) if (moment <= now) until.delete(lane)
    },
  }
}
