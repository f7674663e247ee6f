import { allLanguages } from '../../languages/known/all.ts'
import type { Concept } from '../../lexicon/concept.ts'
import { idIn, stringAt, stringTable, type StringTable } from '../text/string-table.ts'
import type { TermOf } from '../text/term.ts'
import { tokenise } from '../text/tokenise.ts'
import type { TermGuess } from './word.ts'

/** Words of the lexicon with the terms of a pack that they are related to, in flat arrays. */
export type RelatedTerms = {
  /** "LANGUAGE TERM" of every single word of the lexicon. */
  readonly words: StringTable
  /** Word w is related to [start[w], start[w + 1]) of these terms of the vocabulary, the nearest first. */
  readonly start: Uint32Array
  readonly terms: Uint32Array
  readonly weights: Float32Array
}

/**
 * How much a word proves of another: for the same thing, for a wider one, for a narrower one, and for what it has to do
 * with.
 */
const weightOf = { same: 0.7, kind: 0.5, instance: 0.4, near: 0.35 }

/** Weights are kept in 32 bits. */
const tolerance = 1e-6

/** Further terms would drown what a word means. */
const mostRelated = 12

/**
 * What the words of the lexicon mean for a pack's vocabulary. Words without a term there are kept: they are words all
 * the same.
 */
export function relateTerms(concepts: readonly Concept[], vocabulary: StringTable, termOf: TermOf): RelatedTerms {
  const words = wordsOfAll(concepts, termOf)
  const targets = new Map(concepts.map(({ id }, at) => [id, targetsOf(words[at]!, vocabulary)]))
  const instances = new Map<string, string[]>()
  for (const { id, kinds } of concepts) for (const kind of kinds) instances.getOrInsertComputed(kind, () => []).push(id)
  const related = new Map<string, ReadonlyMap<number, number>>()
  for (const [at, concept] of concepts.entries()) {
    const weighted = [
      ...termsOf([concept.id], weightOf.same),
      ...termsOf(concept.kinds, weightOf.kind),
      ...termsOf(instances.get(concept.id) ?? [], weightOf.instance),
      ...termsOf(concept.near, weightOf.near),
    ]
    for (const word of words[at]!) related.set(word, withTerms(related.get(word) ?? nothing, weighted))
  }
  return flatten(related, tableOf(concepts, related))

  function termsOf(ids: readonly string[], weight: number): (readonly [term: number, weight: number])[] {
    return ids.flatMap((id) => Array.from(targets.get(id) ?? [], (term) => [term, weight] as const))
  }
}

/** Most words of the lexicon lead to no term of a pack. */
const nothing: ReadonlyMap<number, number> = new Map()

function withTerms(
  known: ReadonlyMap<number, number>,
  weighted: readonly (readonly [term: number, weight: number])[],
): ReadonlyMap<number, number> {
  if (weighted.length === 0) return known
  const terms = new Map(known)
  for (const [term, weight] of weighted) terms.set(term, Math.max(weight, terms.get(term) ?? 0))
  return terms
}

/** Finds what a term of a language is related to in the pack; undefined for what is no word of the lexicon. */
export function openRelated({ words, start, terms, weights }: RelatedTerms, vocabulary: StringTable) {
  return (term: string, language: string): TermGuess[] | undefined => {
    const word = idIn(words, `${language} ${term}`)
    if (word === undefined) return undefined
    const places = Array.from({ length: start[word + 1]! - start[word]! }, (_, offset) => start[word]! + offset)
    return places.map((at) => ({
      term: stringAt(vocabulary, terms[at]!),
      weight: weights[at]!,
      synonym: weights[at]! >= weightOf.same - tolerance,
    }))
  }
}

/** The words of concepts, read once: they are the same for every pack. */
const readBefore = new WeakMap<readonly Concept[], readonly string[][]>()

function wordsOfAll(concepts: readonly Concept[], termOf: TermOf): readonly string[][] {
  return readBefore.getOrInsertComputed(concepts, () => concepts.map((concept) => wordsOf(concept, termOf)))
}

/** "LANGUAGE TERM" of the words of a concept that are single words. */
function wordsOf({ words }: Concept, termOf: TermOf): string[] {
  return allLanguages.flatMap((language) =>
    (words.get(language.code) ?? []).flatMap((word) => {
      const tokens = tokenise(word)
      return tokens.length === 1 ? [`${language.code} ${termOf(tokens[0]!, language)}`] : []
    }),
  )
}

/** The terms of the vocabulary that stand for a concept: of single words, in all languages. */
function targetsOf(words: readonly string[], vocabulary: StringTable): Set<number> {
  return new Set(words.flatMap((word) => idIn(vocabulary, word.slice(word.indexOf(' ') + 1)) ?? []))
}

/** All words of concepts in their order, whatever they lead to: the same for every pack as well. */
const tableBefore = new WeakMap<readonly Concept[], StringTable>()

function tableOf(concepts: readonly Concept[], words: ReadonlyMap<string, unknown>): StringTable {
  return tableBefore.getOrInsertComputed(concepts, () => stringTable([...words.keys()]))
}

function flatten(related: ReadonlyMap<string, ReadonlyMap<number, number>>, words: StringTable): RelatedTerms {
  const lists = Array.from(related.values(), (terms) =>
    terms.size === 0 ? [] : [...terms].toSorted((a, b) => b[1] - a[1]).slice(0, mostRelated),
  )
  const start = new Uint32Array(lists.length + 1)
  lists.forEach(({ length }, at) => (start[at + 1] = start[at]! + length))
  const flat = lists.flat()
  return {
    words,
    start,
    terms: Uint32Array.from(flat, ([term]) => term),
    weights: Float32Array.from(flat, ([, weight]) => weight),
  }
}
