import type { DeliveryTools } from './delivery-tools.ts'
import { handle } from './handle.ts'
import type { Mailing } from './mailing.ts'

/** What a worker has leased and not settled. */
export type InHand = {
  readonly isEmpty: () => boolean
  readonly ids: () => number[]
  /** Leases more when half of the most is done, and handles it. */
  readonly fill: () => Promise<void>
  /** Resolves when there is room for more, nothing left, or something to be tried again since that was last noted. */
  readonly changed: () => Promise<void>
  readonly noteChanges: () => void
  /** Resolves when all that is in hand now is settled. */
  readonly done: () => Promise<unknown>
}

/** `most`: how much to have in hand. `wake` is called when nothing is left, and when something is to be tried again. */
export function openHands<Part>(tools: DeliveryTools<Part>, most: () => number, wake: () => void): InHand {
  const { outbox, worker, now } = tools
  const inHand = new Map<number, Promise<void>>()
  let change = Promise.withResolvers<void>()
  let mayBeMore = true
  return {
    isEmpty: () => inHand.size === 0,
    ids: () => [...inHand.keys()],
    async fill() {
      if (inHand.size > most() / 2) return
      const room = most() - inHand.size
      const leased = await outbox.lease(worker, room, now())
      mayBeMore = leased.length === room
      const mailings = new Map<string, Promise<Mailing | undefined>>()
      for (const delivery of leased) {
        // Freed by others and leased anew, while its handler still waits for its turn: that one has it again.
        if (inHand.has(delivery.id)) continue
        const mailing = mailings.getOrInsertComputed(delivery.mailing, (id) => outbox.find(id))
        inHand.set(delivery.id, handle(delivery, mailing, tools).then(callAt).finally(release(delivery.id)))
      }
    },
    changed: () => change.promise,
    noteChanges: () => void (change = Promise.withResolvers()),
    done: () => Promise.all(inHand.values()),
  }

  function release(id: number): () => void {
    return () => {
      inHand.delete(id)
      if (mayBeMore && inHand.size <= most() / 2) change.resolve()
      // It may have been the last one of a mailing.
      if (inHand.size === 0) lookAgain()
    }
  }

  /** What is to be tried again does not wait for the next look, of which there are few when nothing else is left. */
  function callAt(due: Date | undefined): void {
    // It may be time already: writing down how it ended takes a while.
    if (due) setTimeout(lookAgain, Math.max(0, due.getTime() - now().getTime())).unref()
  }

  function lookAgain(): void {
    change.resolve()
    wake()
  }
}
