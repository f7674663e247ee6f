import { jointPack, ownId } from '../../knowledge/joint-pack.ts'
import type { Entry, Pack } from '../../knowledge/pack.ts'

/** Several packs as one. `entries`: by joint id, and by an id of its own the first that has it. */
type Joint = { readonly pack: Pack; readonly entries: ReadonlyMap<string, Entry> }

/** The packs of now as one, made anew when one of them was replaced. */
export function rememberJoint(current: () => readonly Pack[]): () => Joint {
  let known: (Joint & { readonly packs: readonly Pack[] }) | undefined
  return () => {
    const packs = current()
    if (known?.packs.every((pack, at) => pack === packs[at])) return known
    const pack = jointPack(packs)
    const entries = new Map(pack.entries.map((entry) => [entry.id, entry]))
    for (const entry of pack.entries) if (!entries.has(ownId(entry.id))) entries.set(ownId(entry.id), entry)
    return (known = { packs, pack, entries })
  }
}
