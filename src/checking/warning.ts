import type { Origins } from '../knowledge/check.ts'
import { within, type Fault } from '../knowledge/fault.ts'
import type { Entry, Pack } from '../knowledge/pack.ts'

/** What is looked at: a pack without faults, where its things stand, and the day on which somebody looks. */
export type Checked = {
  readonly pack: Pack
  readonly origins: Origins
  /** The day at the venue, YYYY-MM-DD. */
  readonly today: string
}

/** One way to look at a pack. */
export type Look = (checked: Checked) => Fault[]

/** A warning at a key of an entry. An entry that was only named elsewhere has no place of its own. */
export function at({ id }: Entry, { origins }: Checked, key: string, message: string): Fault {
  const origin = origins.entries.get(id)
  return origin ? { ...within(origin, key), message } : { file: '', place: `entry ${id}`, message }
}

/** A warning about the pack as a whole. */
export function ofPack({ origins }: Checked, key: string, message: string): Fault {
  const { file } = origins.manifest ?? { file: 'pack.yaml' }
  return { file, place: key, path: [key], message }
}

/** The first few of a list, and how many more there are. */
export function some(names: readonly string[], most = 8): string {
  const more = names.length - most
  return more > 0 ? `${names.slice(0, most).join(', ')} and ${more} more` : names.join(', ')
}
