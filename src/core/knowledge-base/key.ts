import { createHash, hash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { endianness } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { PackFiles } from '../../knowledge/pack-files.ts'

/** The program's directory. */
const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The rooms whose code decides what is in a compiled pack, and the files that name the versions of their libraries. */
const rooms = [
  'languages',
  'lexicon',
  'knowledge',
  'topics',
  'core/text',
  'core/understanding',
  'core/search',
  'core/knowledge-base',
]
const versions = ['package.json', 'package-lock.json']

/**
 * What a compiled pack is made from, as 32 bytes: the pack's files, and the program that reads and learns them. The
 * program's sources go in, not its version alone: whoever works on a stemmer must not be answered by yesterday's.
 */
export function compiledKeyOf({ files }: PackFiles): Uint8Array {
  const all = createHash('sha256').update(programKey())
  for (const { name, source } of files) all.update(`${name}\0${hash('sha256', source)}\0`)
  return all.digest()
}

let ofProgram: Uint8Array | undefined

/** The program itself, as 32 bytes: its sources as they were when this process first asked, since that is what runs. */
export function programKey(): Uint8Array {
  if (ofProgram) return ofProgram
  const all = createHash('sha256').update(`${process.version} ${process.versions.icu} ${endianness()}\0`)
  for (const path of [...rooms.flatMap(sourcesIn), ...versions]) {
    if (existsSync(`${root}/${path}`)) all.update(`${path}\0`).update(readFileSync(`${root}/${path}`))
  }
  return (ofProgram = all.digest())
}

function sourcesIn(room: string): string[] {
  const names = readdirSync(`${root}/src/${room}`, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.(?:ts|yaml)$/.test(name) && !name.startsWith('bulletin'),
  )
  return names.toSorted().map((name) => `src/${room}/${name}`)
}
