/**
 * Who goes next: one of those who wait, or nobody before a moment (milliseconds; Infinity: until something changes).
 */
export type Next = { readonly index: number } | { readonly at: number }

/** Calls that wait for their turn. */
export type Queue<Call> = {
  /** Resolves when it is the call's turn. */
  readonly wait: (call: Call) => Promise<void>
  /** Something has changed: somebody may be able to go sooner. */
  readonly look: () => void
  /** Turns away those of whom it is true. */
  readonly reject: (isRejected: (call: Call) => boolean, reason: () => Error) => void
}

type Waiter<Call> = { readonly call: Call; readonly go: () => void; readonly fail: (error: Error) => void }

/**
 * Asks `next` who may go, tells `left` who does, and comes back when there may be another. One in each turn of the
 * event loop: what is marked as begun leaves before anything else is marked, so a kill in between cuts off one answer,
 * or a few where connections are still being made.
 */
export function createQueue<Call>({
  next,
  left,
  now,
}: {
  /** Is given those who wait, in the order in which they came; there is at least one. */
  readonly next: (waiting: readonly { readonly call: Call }[], time: number) => Next
  readonly left: (call: Call, time: number) => void
  readonly now: () => number
}): Queue<Call> {
  let waiting: Waiter<Call>[] = []
  let timer: NodeJS.Timeout | undefined
  let turn: NodeJS.Immediate | undefined
  return {
    wait: (call) =>
      new Promise((resolve, reject) => {
        waiting.push({ call, go: resolve, fail: reject })
        turn ??= setImmediate(release)
      }),
    look: release,
    reject(isRejected, reason) {
      const rejected = waiting.filter(({ call }) => isRejected(call))
      if (rejected.length === 0) return
      waiting = waiting.filter(({ call }) => !isRejected(call))
      for (const { fail } of rejected) fail(reason())
    },
  }

  function release(): void {
    clearTimeout(timer)
    clearImmediate(turn)
    turn = undefined
    if (waiting.length === 0) return
    const time = now()
    const chosen = next(waiting, time)
    if ('index' in chosen) {
      const [{ call, go }] = waiting.splice(chosen.index, 1) as [Waiter<Call>]
      left(call, time)
      go()
      turn = setImmediate(release)
    } else if (chosen.at < Infinity) {
      timer = setTimeout(release, Math.max(1, Math.ceil(chosen.at - time)))
      // Whoever waits is no reason not to end.
      timer.unref()
    }
  }
}
