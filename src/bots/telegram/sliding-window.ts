/**
 * When messages left, as far back as a limit reaches: "so many in any span of so many milliseconds". Times in
 * milliseconds.
 */
export type SlidingWindow = {
  readonly add: (time: number) => void
  /** How many left within the window that ends now. */
  readonly count: (now: number) => number
  /**
   * From when so many more (one) may leave, if no span of `spanMs` (at most the window) may hold more than `most`; more
   * than that leave when there are no others. May be past.
   */
  readonly roomAt: (most: number, spanMs: number, more?: number) => number
}

/** Remembers what left in the last `windowMs`. */
export function slidingWindow(windowMs: number): SlidingWindow {
  const leftAt: number[] = []
  return {
    add(time) {
      leftAt.push(time)
      forget(time)
    },
    count(now) {
      forget(now)
      return leftAt.length
    },
    roomAt(most, spanMs, more = 1) {
      const others = Math.max(0, most - more)
      return leftAt.length > others ? leftAt[leftAt.length - 1 - others]! + spanMs : 0
    },
  }

  function forget(now: number): void {
    while (leftAt.length > 0 && leftAt[0]! <= now - windowMs) leftAt.shift()
  }
}
