import type { Seen } from './outbox.ts'

/** The other workers of a platform, as one of them sees them. */
export type OtherWorkers = {
  /** Takes in what the store says of them at a moment; `isAnew`: of earlier moments nothing counts any more. */
  readonly see: (seen: readonly Seen[], at: number, isAnew: boolean) => void
  /** Those who were heard of within so many milliseconds before we looked last, for all we know. */
  readonly heardWithin: (ms: number) => string[]
  /** Those who were not. */
  readonly silentFor: (ms: number) => string[]
  /** Those who were not, even if their clock and ours differ. */
  readonly surelySilentFor: (ms: number) => string[]
  /** Whether one said something since we looked at the others first, or since nobody was to have heard of us. */
  readonly hasHeard: (id: string) => boolean
  readonly nobodyHasHeard: () => void
}

/** `doubtMs`: by how much later they may have been heard of. */
type Other = { readonly saidAt: number; readonly heardAt: number; readonly doubtMs: number; hasHeard: boolean }

/** Clocks that a time server keeps differ by far less. */
const clocksDifferMs = 5000

/**
 * Our own clock tells when we last heard of whom, from the moment at which we saw that they had said something new:
 * clocks need not agree. Who did not look for `outOfSightMs` knows nothing of what the others did meanwhile, and does
 * not take it for silence.
 */
export function watchOthers(outOfSightMs: number): OtherWorkers {
  let others = new Map<string, Other>()
  let seenAt = -Infinity
  return {
    see(seen, at, isAnew) {
      const missedMs = at - seenAt > outOfSightMs ? at - seenAt : 0
      const before = isAnew && missedMs > 0 ? new Map<string, Other>() : others
      others = new Map(seen.map(({ id, at: said }) => [id, otherAt(before.get(id), said.getTime(), at, missedMs)]))
      seenAt = at
    },
    heardWithin: (ms) => idsOf(({ heardAt }) => seenAt - heardAt < ms),
    silentFor: (ms) => idsOf(({ heardAt }) => seenAt - heardAt >= ms),
    surelySilentFor: (ms) => idsOf(({ heardAt, doubtMs }) => seenAt - heardAt - doubtMs >= ms),
    hasHeard: (id) => others.get(id)?.hasHeard ?? false,
    nobodyHasHeard() {
      for (const other of others.values()) other.hasHeard = false
    },
  }

  function idsOf(isMeant: (other: Other) => boolean): string[] {
    return [...others].filter(([, other]) => isMeant(other)).map(([id]) => id)
  }
}

function otherAt(known: Other | undefined, saidAt: number, at: number, missedMs: number): Other {
  // Of whom we know nothing yet, their own clock is all there is to go by, and it may be wrong.
  if (!known) return { saidAt, heardAt: Math.min(at, saidAt), doubtMs: clocksDifferMs, hasHeard: false }
  return known.saidAt === saidAt
    ? { ...known, heardAt: known.heardAt + missedMs }
    : { saidAt, heardAt: at, doubtMs: 0, hasHeard: true }
}
