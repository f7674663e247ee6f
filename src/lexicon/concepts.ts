import { readdirSync, readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { z } from 'zod'

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

const words = z.string().transform((list) =>
  list
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean),
)
const ids = z.union([z.string().transform((id) => [id]), z.array(z.string())]).default([])
const shape = z.record(z.string(), z.object({ kind: ids, near: ids }).catchall(words))

let all: readonly Concept[] | undefined

/** The concepts of all files beside this one. Throws an Error that names the file and what is wrong in it. */
export function readConcepts(): readonly Concept[] {
  return (all ??= filesHere().flatMap(([name, text]) => conceptsIn(name, text)))
}

function filesHere(): [name: string, text: string][] {
  const here = new URL('.', import.meta.url)
  const names = readdirSync(here).filter((name) => name.endsWith('.yaml'))
  return names.toSorted().map((name) => [name, readFileSync(new URL(name, here), 'utf8')])
}

/** The concepts of one file: a mapping from ids to words by language, `kind` and `near`. */
function conceptsIn(name: string, text: string): Concept[] {
  const result = shape.safeParse(load(text) ?? {})
  if (!result.success) throw new Error(`src/lexicon/${name}: ${z.prettifyError(result.error)}`)
  return Object.entries(result.data).map(([id, { kind, near, ...words }]) => ({
    id,
    words: new Map(Object.entries(words as Record<string, string[]>)),
    kinds: kind,
    near,
  }))
}
