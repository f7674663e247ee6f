import type { Courier } from '../../core/mailing/courier.ts'
import type { Destination } from '../../core/mailing/delivery.ts'
import { planPace, type PerSecond } from './pace-plan.ts'
import { queueBy } from './pace-queue.ts'

export type EvenPace = Pick<Courier<unknown>, 'turn' | 'mayCall' | 'holdUntil' | 'share'> & {
  /** Makes a request whose turn has come, and counts it for as long as it may count for the server. */
  readonly call: <T>(request: () => Promise<T>) => Promise<T>
  /** Another request of ours was answered, which waited for no turn: deliveries leave it room. */
  readonly giveWay: () => void
}

/**
 * One delivery after the other at an even pace, rather than all at once and then refused. Between its turn and its call
 * a delivery is written down as begun, which takes a busy store its time; only the call counts for the server. Requests
 * that bunch on their way, because the network or a machine was held up, make those behind them wait: the server never
 * counts more than the most in a second.
 */
export function evenPace(perSecond: PerSecond, stopping: AbortSignal): EvenPace {
  const plan = planPace(perSecond)
  const queue = queueBy(plan)
  stopping.addEventListener('abort', queue.letAllGo, { once: true })
  return {
    async turn(destination, messages) {
      stopping.throwIfAborted()
      await queue.turn(requestsFor(destination, messages))
      stopping.throwIfAborted()
    },
    mayCall: async (destination, messages) =>
      !stopping.aborted && (await queue.mayCall(requestsFor(destination, messages))),
    async call(request) {
      plan.calls.begin()
      try {
        return await request()
      } finally {
        plan.calls.end(Date.now())
        queue.advance()
      }
    },
    giveWay: () => plan.giveWay(Date.now()),
    holdUntil(moment) {
      plan.hold(moment.getTime())
      queue.advance()
    },
    share: plan.share,
  }
}

/** A private channel may have to be opened first. */
function requestsFor({ kind, route }: Destination, messages: number): number {
  return messages + (kind === 'person' && route === undefined ? 1 : 0)
}
