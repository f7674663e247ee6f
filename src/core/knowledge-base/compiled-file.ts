import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hash, randomUUID } from 'node:crypto'
import { homedir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'

/**
 * Where the compiled file of a pack may be: beside its data, or in the cache directory of whoever runs the program, if
 * they have one.
 */
export function compiledPaths(pack: string, cache: string | undefined = cacheDirectory()): string[] {
  const path = resolve(pack)
  const beside = isDirectory(path) ? join(path, '.compiled') : join(dirname(path), `.${basename(path)}.compiled`)
  // Not in the directory for temporary files, where others could leave one that answers as they like.
  return [beside, ...(cache === undefined ? [] : [join(cache, `${hash('sha256', path).slice(0, 32)}.compiled`)])]
}

/** What the first of the files holds that `decode` takes for good, if there is one: all others are not believed. */
export function readCompiled<T>(paths: readonly string[], decode: (bytes: Uint8Array) => T | undefined): T | undefined {
  for (const path of paths) {
    const bytes = readIfThere(path)
    const compiled = bytes && decode(bytes)
    if (compiled) return compiled
  }
  return undefined
}

/**
 * Writes to the first of the paths that can be written to, whole or not at all, and says which it was. Never throws:
 * without a file the next start takes longer, and that is all.
 */
export function writeCompiled(paths: readonly string[], bytes: Uint8Array): string | undefined {
  return paths.find((path, place) => {
    const unfinished = `${path}.${randomUUID()}`
    try {
      // The directory of a pack is there, or is none of ours to make.
      if (place > 0) makeCache(dirname(path))
      writeFileSync(unfinished, bytes, { flag: 'wx' })
      renameSync(unfinished, path)
    } catch {
      ifPossible(() => rmSync(unfinished, { force: true }))
      return false
    }
    ifPossible(() => removeLeftOvers(path))
    return true
  })
}

/** No file takes so long to write: whoever began it was killed. In milliseconds. */
const longestWriting = 10 * 60_000

function removeLeftOvers(path: string): void {
  const directory = dirname(path)
  const begun = `${basename(path)}.`
  for (const name of readdirSync(directory)) {
    if (!name.startsWith(begun) || !/^[\da-f-]{36}$/.test(name.slice(begun.length))) continue
    const left = join(directory, name)
    if (Date.now() - statSync(left).mtimeMs > longestWriting) rmSync(left, { force: true })
  }
}

function ifPossible(remove: () => void): void {
  try {
    remove()
  } catch {
    // What can't be removed does no harm but to take up room.
  }
}

/** Undefined for a user of whom the system knows no home, as in a container that runs under some number. */
function cacheDirectory(): string | undefined {
  try {
    return join(homedir(), '.cache', 'jauap')
  } catch {
    return undefined
  }
}

/** With the directory that caches stand in, but not the home around it, which whoever runs the program may not have. */
function makeCache(directory: string): void {
  for (const path of [dirname(directory), directory]) if (!isDirectory(path)) mkdirSync(path)
}

/** A larger file is none of ours: the bulletin's has 5 MB, one of 100 000 entries some hundred. */
const mostBytes = 2 ** 30

function readIfThere(path: string): Uint8Array | undefined {
  try {
    const found = statSync(path)
    // Anything else under that name, such as a pipe, might never end.
    return found.isFile() && found.size <= mostBytes ? readFileSync(path) : undefined
  } catch {
    return undefined
  }
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
