import { assemble } from './assemble.ts'
import { checkPack, type Origins } from './check.ts'
import { PackError, type Fault, type Origin } from './fault.ts'
import { withLines } from './lines.ts'
import { readPackFiles, type PackFiles } from './pack-files.ts'
import type { Pack } from './pack.ts'
import { parseFiles } from './parse.ts'
import { checkShapes, type RawPack, type Read } from './shapes.ts'

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
export function packFrom({ path, files, faults: unreadable }: PackFiles): Pack {
  const faults: Fault[] = [...unreadable]
  const raw = checkShapes(parseFiles(files, faults), faults)
  if (faults.length > 0) throw new PackError(path, withLines(faults, files))
  const pack = assemble(raw, faults)
  if (pack.entries.length === 0)
    faults.push({ file: path, place: '', message: 'holds no entry; add one with id and text' })
  faults.push(...checkPack(pack, originsOf(raw)))
  if (faults.length > 0) throw new PackError(path, withLines(faults, files))
  return pack
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
