/** The requests that a server may have counted within its latest second, by what is known of them. */
export type RecentCalls = {
  /** One may be made now. */
  readonly allow: (now: number) => void
  /** One is made: of those that may, if there is any. */
  readonly begin: () => void
  /** It was answered, or came to nothing. */
  readonly end: (now: number) => void
  /** One was answered that nobody had said was made. */
  readonly note: (now: number) => void
  /** How many there may be for the server. */
  readonly count: (now: number) => number
  /** When the next of them is certainly past; Infinity while all are under way. */
  readonly nextPastAt: () => number
}

/**
 * Somewhere between its beginning and its end a request reached the server: whatever held it up on its way, it counts
 * from its beginning until so long after its end. What was allowed and never made counts as if it had been made then.
 */
export function countRecentCalls(windowMs: number): RecentCalls {
  const allowed: number[] = []
  const ended: number[] = []
  let underWay = 0
  return {
    allow: (now) => void allowed.push(now),
    begin() {
      allowed.shift()
      underWay++
    },
    end(now) {
      underWay--
      ended.push(now)
    },
    note: (now) => void ended.push(now),
    count(now) {
      for (const times of [allowed, ended]) while (times.length > 0 && times[0]! <= now - windowMs) times.shift()
      return allowed.length + underWay + ended.length
    },
    nextPastAt: () => Math.min(allowed[0] ?? Infinity, ended[0] ?? Infinity) + windowMs,
  }
}
