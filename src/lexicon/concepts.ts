import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Concept } from './concept.ts'

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
