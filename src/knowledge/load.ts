import { assemble } from './assemble.ts'
import { checkPack, type Origins } from './check.ts'
import { isConsequence, unreadIn } from './consequences.ts'
import { PackError, type Fault, type Origin } from './fault.ts'
import { withLines } from './lines.ts'
import { readPackFiles, type PackFiles } from './pack-files.ts'
import type { Pack } from './pack.ts'
import { parseFiles } from './parse.ts'
import { checkShapes, type RawPack, type Read } from './shapes.ts'
import { warningsOf } from './warn.ts'

/** What came of reading a pack: the pack, unless something is wrong with it. */
export type Inspected = {
  readonly pack?: Pack
  readonly faults: readonly Fault[]
  /** What should be mended and keeps nobody from using the pack. */
  readonly warnings: readonly Fault[]
  /** Where the things of the pack stand, for those who have more to say of it. */
  readonly origins?: Origins
}

/** Reads a pack from a directory of data files, or from one such file. Throws a PackError that lists every fault. */
export function loadPack(path: string): Pack {
  return packFrom(readPackFiles(path))
}

/**
 * Makes a pack of its files (YAML, JSON or JSON lines). `pack.yaml` holds the manifest, `organisations`, `places` and
 * `terms` the names, `questions.LANGUAGE` questions by entry id, `contrast.LANGUAGE` those that only seem to be
 * for one, each also by writer (`questions.LANGUAGE.WRITER`); every other file is a list of entries. Throws a PackError
 * that lists every fault, those of reading the files among them.
 */
export function packFrom(files: PackFiles): Pack {
  const { pack, faults } = read(files)
  if (faults.length > 0) throw new PackError(files.path, withLines(faults, files.files))
  return pack
}

/** Reads a pack as `packFrom` does, and says all that is wrong or doubtful. Never throws. */
export function inspectPack(files: PackFiles): Inspected {
  const { pack, faults, origins } = read(files)
  if (faults.length > 0) return { faults: withLines(faults, files.files), warnings: [] }
  return { pack, origins, faults: [], warnings: withLines(warningsOf(pack, origins), files.files) }
}

/** The pack is whole only without faults. */
function read({ path, files, faults: unreadable, modified }: PackFiles): {
  pack: Pack
  faults: Fault[]
  origins: Origins
} {
  const faults: Fault[] = [...unreadable]
  const parsed = parseFiles(files, faults)
  const unparsed = faults.length > 0
  const raw = checkShapes(parsed, faults)
  // What is well shaped is checked along with the rest of its faults, so that one round names them all.
  const unread = unreadIn(parsed, raw, unparsed)
  const later: Fault[] = []
  const pack: Pack = { ...assemble(raw, later), ...(modified !== undefined && { modified }) }
  const origins = originsOf(raw)
  if (pack.entries.length === 0)
    later.push({ file: path, place: '', message: 'holds no entry; add one with id and text' })
  later.push(...checkPack(pack, origins))
  faults.push(...(faults.length > 0 ? later.filter((fault) => !isConsequence(fault, unread)) : later))
  return { pack, faults, origins }
}

function originsOf({ manifest, entries, organisations, places }: RawPack): Origins {
  return {
    manifest: manifest?.origin,
    entries: byId(entries),
    organisations: byId(organisations),
    places: byId(places),
  }
}

function byId(things: readonly Read<{ readonly id: string }>[]): Map<string, Origin> {
  return new Map(things.map(({ input, origin }) => [input.id, origin]))
}
