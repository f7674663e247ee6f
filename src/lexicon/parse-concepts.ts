import { load } from 'js-yaml'
import { z } from 'zod'
import type { Concept } from './concept.ts'

const words = z.string().transform((list) =>
  list
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean),
)
const ids = z.union([z.string().transform((id) => [id]), z.array(z.string())]).default([])
const shape = z.record(z.string(), z.object({ kind: ids, near: ids }).catchall(words))

/**
 * The concepts of one file: a mapping from ids to words by language, `kind` and `near`. Throws an Error that names the
 * file and what is wrong in it.
 *
 * @public Loaded when a pack is compiled, by a `require` that tools do not follow.
 */
export function conceptsIn(name: string, text: string): Concept[] {
  const result = shape.safeParse(load(text) ?? {})
  if (!result.success) throw new Error(`src/lexicon/${name}: ${z.prettifyError(result.error)}`)
  return Object.entries(result.data).map(([id, { kind, near, ...words }]) => ({
    id,
    words: new Map(Object.entries(words as Record<string, string[]>)),
    kinds: kind,
    near,
  }))
}
