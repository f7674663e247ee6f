import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/**
 * A concept of everyday life or of public events: the words for it in each language, from official to slangy, and how
 * it is related to others. Usable by every pack: only words that a pack has lead anywhere.
 */
export type Concept = {
  readonly id: string
  /** By language code; a word may be a group of words. */
  readonly words: ReadonlyMap<string, readonly string[]>
  /** What it is a kind of, or a part of. */
  readonly kinds: readonly string[]
  /** What it has to do with. */
  readonly near: readonly string[]
}

let all: readonly Concept[] | undefined

/** The concepts of all files beside this one. Throws an Error that names the file and what is wrong in it. */
export function readConcepts(): readonly Concept[] {
  return (all ??= readAll())
}

function readAll(): Concept[] {
  // Only compiling a pack needs the parsers, and they take half as long to load as a whole answer from a compiled one.
  const { conceptsIn } = createRequire(import.meta.url)('./parse-concepts.ts') as typeof import('./parse-concepts.ts')
  return filesHere().flatMap(([name, text]) => conceptsIn(name, text))
}

function filesHere(): [name: string, text: string][] {
  const here = new URL('.', import.meta.url)
  const names = readdirSync(here).filter((name) => name.endsWith('.yaml'))
  return names.toSorted().map((name) => [name, readFileSync(new URL(name, here), 'utf8')])
}
