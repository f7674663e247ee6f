import { existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Fault } from '../knowledge/fault.ts'
import { inspectPack } from '../knowledge/load.ts'
import { readPackFiles, type PackFile } from '../knowledge/pack-files.ts'
import type { Pack } from '../knowledge/pack.ts'
import { makePackDirectory } from './pack-directory.ts'
import { isEmpty, type Difference } from './plan/difference.ts'
import { holdFiles, readBeside } from './plan/held.ts'
import { datesOf, languagesOf, newManifest, withLanguages } from './plan/manifest.ts'
import { planImport, type ReadFile } from './plan/plan-import.ts'
import { nothingRemembered, readRemembered, rememberedFile, writeRemembered } from './plan/remembered.ts'
import { writeChanges, type WrittenFile } from './plan/write-changes.ts'
import type { Reading } from './programme/programme.ts'
import { readApart } from './read-apart.ts'
import type { ReadContext } from './read-source.ts'
import { settleLanguages } from './settle-languages.ts'

/** What is wished beside the files. */
export type ImportWishes = {
  /** IANA name of the venue's time zone, for a new pack. */
  readonly timeZone?: string | undefined
  readonly title?: string | undefined
  /** How a file is read: in a thread of its own, unless somebody trusts it. */
  readonly read?: (path: string, context: ReadContext) => Promise<Reading>
}

/** An import that was read and compared, and not yet written. */
export type Prepared = {
  readonly difference: Difference
  /** With a fault, nothing can be written. */
  readonly faults: readonly Fault[]
  readonly notes: readonly string[]
  /** Files of the pack that are made or changed. */
  readonly files: readonly WrittenFile[]
  /** Whether the directory has no pack yet, so that nothing there can be lost. */
  readonly isNew: boolean
  readonly write: () => void
}

/** Reads files, compares them with a pack and says what importing them would change. Writes nothing. */
export async function prepareImport(
  paths: readonly string[],
  directory: string,
  wishes: ImportWishes,
): Promise<Prepared> {
  if (statSync(directory, { throwIfNoEntry: false })?.isFile())
    return refused([{ file: directory, place: '', message: 'this is a file; name the directory of the pack' }])
  const present = existsSync(directory) && readdirSync(directory).some((name) => /\.(?:ya?ml|json|jsonl)$/.test(name))
  const packFiles = present ? readPackFiles(directory) : { path: directory, files: [], faults: [] }
  const before = present ? inspectPack(packFiles) : { faults: [] as Fault[], pack: undefined }
  if (before.faults.length > 0) return refused(before.faults)
  const { read, faults, notes } = await readAll(paths, wishes, before.pack)
  if (faults.length > 0) return { ...refused(faults), notes, isNew: !present }
  const held = holdFiles(packFiles.files)
  const lock = readBeside(directory, rememberedFile)
  const remembered = lock === undefined ? nothingRemembered : readRemembered(lock)
  if (!remembered)
    return refused([
      {
        file: rememberedFile,
        place: '',
        message: 'is not as an import left it; take it back from a copy, or remove it and compare all anew',
      },
    ])
  const { difference, remembered: next } = planImport(read, held, remembered)
  const programmes = read.map(({ programme }) => programme)
  const spoken = languagesOf(programmes)
  const manifest = manifestFiles(packFiles.files, { before: before.pack, programmes, spoken, directory, wishes })
  const all = new Set([...(before.pack?.languages ?? []), ...spoken])
  const changed = writeChanges(difference, held, all.size === 1 ? [...all][0] : undefined)
  const files = isEmpty(difference) && present ? [] : [...manifest.files, ...changed]
  const after = inspectPack({ path: directory, files: replaced(packFiles.files, files), faults: [] })
  if (after.faults.length > 0 && !isEmpty(difference)) return { ...refused(after.faults), notes, isNew: !present }
  const locked = { name: rememberedFile, source: writeRemembered(next) }
  return {
    difference,
    faults: [],
    notes: [...notes, ...manifest.notes],
    files,
    isNew: !present,
    write: () => writeAll(directory, locked.source === lock ? files : [...files, locked]),
  }
}

function refused(faults: readonly Fault[]): Prepared {
  return { difference: [], faults, notes: [], files: [], isNew: false, write: neverWritten }
}

function neverWritten(): never {
  throw new Error('an import with faults is not written')
}

async function readAll(
  paths: readonly string[],
  { timeZone, read: readFile = readApart }: ImportWishes,
  pack: Pack | undefined,
): Promise<{ read: ReadFile[]; faults: Fault[]; notes: string[] }> {
  const read: ReadFile[] = []
  const faults: Fault[] = []
  const notes: string[] = []
  const year = pack?.entries.find(({ id }) => id === pack.subject)?.dates?.from.slice(0, 4)
  const context = { timeZone: timeZone ?? pack?.timeZone, year: year === undefined ? undefined : Number(year) }
  for (const path of paths) {
    const reading = await readFile(path, context)
    faults.push(...reading.faults)
    notes.push(...reading.notes)
    read.push({ name: basename(path), programme: settleLanguages(reading.programme) })
  }
  return { read, faults, notes }
}

function manifestFiles(
  files: readonly PackFile[],
  {
    before,
    programmes,
    spoken,
    directory,
    wishes,
  }: {
    readonly before: Pack | undefined
    readonly programmes: readonly ReadFile['programme'][]
    readonly spoken: ReturnType<typeof languagesOf>
    readonly directory: string
    readonly wishes: ImportWishes
  },
): { files: WrittenFile[]; notes: string[] } {
  if (before) {
    const manifest = files.find(({ name }) => /^pack\.ya?ml$/.test(name))
    const source = manifest && withLanguages(manifest.source, spoken, before.languages)
    return { files: source === undefined ? [] : [{ name: manifest!.name, source }], notes: [] }
  }
  const named = programmes.find(({ title }) => title)?.title
  const language = spoken[0] ?? 'en'
  const title = wishes.title === undefined ? named : { [language]: wishes.title }
  const timeZone = wishes.timeZone ?? programmes.find(({ timeZone }) => timeZone)?.timeZone
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  return {
    files: newManifest({
      title: title ?? { [language]: basename(directory).replaceAll(/[-_]+/g, ' ') },
      timeZone: timeZone ?? here,
      languages: spoken.length > 0 ? spoken : ['en'],
      dates: datesOf(programmes),
    }),
    notes: [
      ...(title === undefined
        ? [`the event is called "${basename(directory)}" for now; write its name into pack.yaml and event.yaml`]
        : []),
      ...(timeZone === undefined
        ? [`the time zone is ${here} for now; if that is not the venue's, correct it in pack.yaml`]
        : []),
    ],
  }
}

function replaced(files: readonly PackFile[], written: readonly WrittenFile[]): PackFile[] {
  const names = new Set(written.map(({ name }) => name))
  return [...files.filter(({ name }) => !names.has(name)), ...written].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** Each file is there whole or as it was; the sidecar comes last, so that what it says is true. */
function writeAll(directory: string, files: readonly WrittenFile[]): void {
  makePackDirectory(directory)
  const made = files.map(({ name, source }) => {
    const temporary = join(directory, `.${name}.new`)
    writeFileSync(temporary, source)
    return { temporary, path: join(directory, name) }
  })
  try {
    for (const { temporary, path } of made) renameSync(temporary, path)
  } finally {
    for (const { temporary } of made) rmSync(temporary, { force: true })
  }
}
