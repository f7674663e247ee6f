import type { PacePlan } from './pace-plan.ts'

/** Who waits for a turn, and who has had one and waits for room to call. */
export type PaceQueue = {
  /** Resolves when it is the turn of so many requests. */
  readonly turn: (requests: number) => Promise<void>
  /** Resolves when so many may be made; with false if none may be for now. */
  readonly mayCall: (requests: number) => Promise<boolean>
  /** Lets go whose turn it is and who may call, and comes back when the next one may. */
  readonly advance: () => void
  /** Nobody waits any more; none may call. */
  readonly letAllGo: () => void
}

type Waiting<Answer> = { readonly requests: number; readonly go: (answer: Answer) => void }

/** Two lines, one behind the other, in the order of their coming and by the times of a plan. */
export function queueBy(plan: PacePlan): PaceQueue {
  const turns: Waiting<void>[] = []
  const calls: Waiting<boolean>[] = []
  let timer: NodeJS.Timeout | undefined
  return {
    turn(requests) {
      if (turns.length === 0) plan.startAt(Date.now())
      return lineUp(turns, requests)
    },
    mayCall: (requests) => lineUp(calls, requests),
    advance,
    letAllGo() {
      clearTimeout(timer)
      for (const { go } of turns.splice(0)) go()
      for (const { go } of calls.splice(0)) go(false)
    },
  }

  function lineUp<Answer>(line: Waiting<Answer>[], requests: number): Promise<Answer> {
    const { promise, resolve } = Promise.withResolvers<Answer>()
    line.push({ requests, go: resolve })
    advance()
    return promise
  }

  function advance(): void {
    clearTimeout(timer)
    const now = Date.now()
    while (calls.length > 0 && (plan.isHeld(now) || plan.roomAt(now) <= now)) {
      const { requests, go } = calls.shift()!
      const mayCall = !plan.isHeld(now)
      if (mayCall) plan.allow(requests, now)
      go(mayCall)
    }
    // Who may not call yet holds up the turns behind, or ever more would be begun and wait here.
    while (calls.length === 0 && turns.length > 0 && plan.turnAt(now) <= now) {
      const { requests, go } = turns.shift()!
      plan.take(requests, now)
      go()
    }
    const nextAt = calls.length > 0 ? plan.roomAt(now) : turns.length > 0 ? plan.turnAt(now) : Infinity
    timer = nextAt === Infinity ? undefined : setTimeout(advance, nextAt - now)
  }
}
