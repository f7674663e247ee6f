import { assemble } from './assemble.ts'
import { checkPack, type Origins } from './check.ts'
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
  if (!pack || faults.length > 0) throw new PackError(files.path, withLines(faults, files.files))
  return pack
}

/** Reads a pack as `packFrom` does, and says all that is wrong or doubtful. Never throws. */
export function inspectPack(files: PackFiles): Inspected {
  const { pack, faults, origins } = read(files)
  if (faults.length > 0) return { faults: withLines(faults, files.files), warnings: [] }
  return { ...(pack && { pack }), faults: [], warnings: withLines(pack ? warningsOf(pack, origins!) : [], files.files) }
}

function read({ path, files, faults: unreadable }: PackFiles): { pack?: Pack; faults: Fault[]; origins?: Origins } {
  const faults: Fault[] = [...unreadable]
  const raw = checkShapes(parseFiles(files, faults), faults)
  if (faults.length > 0) return { faults }
  const pack = assemble(raw, faults)
  const origins = originsOf(raw)
  if (pack.entries.length === 0)
    faults.push({ file: path, place: '', message: 'holds no entry; add one with id and text' })
  faults.push(...checkPack(pack, origins))
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
