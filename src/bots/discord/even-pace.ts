import type { Courier } from '../../core/mailing/courier.ts'
import { planPace, type PerSecond } from './pace-plan.ts'

export type EvenPace = Pick<Courier<unknown>, 'turn' | 'isHeld' | 'holdUntil' | 'share'> & {
  /** Makes a request whose turn has come, and counts it for as long as it may count for the server. */
  readonly call: <T>(request: () => Promise<T>) => Promise<T>
  /** Another request of ours was answered, which waited for no turn: deliveries leave it room. */
  readonly giveWay: () => void
}

type Waiting = { readonly requests: number; readonly go: () => void }

/**
 * One delivery after the other at an even pace, rather than all at once and then refused. Requests that bunch on their
 * way, because the network or a machine was held up, make those behind them wait: the server never counts more than the
 * most in a second.
 */
export function evenPace(perSecond: PerSecond, stopping: AbortSignal): EvenPace {
  const plan = planPace(perSecond)
  const queue: Waiting[] = []
  let timer: NodeJS.Timeout | undefined
  stopping.addEventListener('abort', letAllGo, { once: true })
  return {
    async turn({ kind, route }, messages) {
      stopping.throwIfAborted()
      const { promise, resolve } = Promise.withResolvers<void>()
      if (queue.length === 0) plan.startAt(Date.now())
      // A private channel may have to be opened first.
      queue.push({ requests: messages + (kind === 'person' && route === undefined ? 1 : 0), go: resolve })
      advance()
      await promise
      stopping.throwIfAborted()
    },
    async call(request) {
      plan.calls.begin()
      try {
        return await request()
      } finally {
        plan.calls.end(Date.now())
        advance()
      }
    },
    giveWay: () => plan.giveWay(Date.now()),
    isHeld: () => plan.isHeld(Date.now()),
    holdUntil: (moment) => plan.hold(moment.getTime()),
    share: plan.share,
  }

  /** Lets go whose turn it is, and comes back when the next turn may be. */
  function advance(): void {
    clearTimeout(timer)
    while (queue.length > 0) {
      const now = Date.now()
      const at = plan.freeAt(now)
      if (at > now) {
        timer = at === Infinity ? undefined : setTimeout(advance, at - now)
        return
      }
      const { requests, go } = queue.shift()!
      plan.take(requests, now)
      go()
    }
  }

  function letAllGo(): void {
    clearTimeout(timer)
    for (const { go } of queue.splice(0)) go()
  }
}
