import type { Courier } from './courier.ts'
import { watchOthers } from './other-workers.ts'
import type { Company, Outbox, Worker } from './outbox.ts'

/** How often a worker renews its lease while it has something in its hands. */
export const renewEveryMs = 400

/** Three renewals missed: others take over what a worker has not begun, and its share of the pace. */
const leaseMs = 3 * renewEveryMs

/** A worker that was not heard of for so long is dead, and what it had begun is in doubt. */
const deadAfterMs = 6000

/** Who could not renew its lease for so long is not counted on, for all it knows. */
const lapsedMs = leaseMs - renewEveryMs

/** Who did not look for so long knows nothing of what the others did meanwhile. */
const outOfSightMs = 2 * leaseMs

/** How soon what the others sent without leaving us a share has mostly run out, of the second that platforms count. */
const settlesMs = 500

export type Presence = {
  /** Says that we are here, unless that was said just now. */
  readonly renew: () => Promise<void>
  /** Looks who else is here, and says nothing. */
  readonly watch: () => Promise<void>
  /** We have nothing to do: others need not leave us a share. */
  readonly rest: () => Promise<void>
  /** Who else was here when we looked last. */
  readonly company: () => Company
  /** Whether everybody who is here leaves us our share: until then all together would be too fast. */
  readonly hasShare: () => boolean
}

/** Says that a worker is here, and shares the pace with the others that are. */
export function openPresence(
  worker: Worker,
  {
    outbox,
    courier,
    now,
  }: {
    readonly outbox: Pick<Outbox, 'beat' | 'others' | 'leave'>
    readonly courier: Pick<Courier<unknown>, 'share'>
    readonly now: () => Date
  },
): Presence {
  const others = watchOthers(outOfSightMs)
  /** When we said last that we are here, and from when on we have our share. */
  let [renewedAt, joinsAt] = [-Infinity, Infinity]
  let renewing: Promise<void> | undefined
  const isHere = (): boolean => renewedAt > -Infinity
  const hasShare = (): boolean => joinsAt <= renewedAt

  return {
    renew: () => (renewing ??= renew().finally(() => (renewing = undefined))),
    async watch() {
      const at = now().getTime()
      others.see(await outbox.others(worker), at, !isHere())
    },
    async rest() {
      await renewing
      if (!isHere()) return
      ;[renewedAt, joinsAt] = [-Infinity, Infinity]
      await outbox.leave(worker)
    },
    company: () => ({
      present: others.heardWithin(leaseMs),
      silent: others.silentFor(leaseMs),
      dead: others.surelySilentFor(deadAfterMs),
    }),
    hasShare,
  }

  async function renew(): Promise<void> {
    const moment = now()
    const at = moment.getTime()
    const sinceMs = at - renewedAt
    if (hasShare() && sinceMs < renewEveryMs / 2) return
    others.see(await outbox.beat(worker, moment), at, !isHere())
    if (sinceMs >= lapsedMs) {
      // Whoever said something before this moment may not have seen us.
      others.nobodyHasHeard()
      joinsAt = Infinity
    }
    renewedAt = at
    const present = others.heardWithin(leaseMs)
    if (joinsAt === Infinity && present.every(others.hasHeard)) joinsAt = present.length === 0 ? at : at + settlesMs
    courier.share(1 + present.length)
  }
}
