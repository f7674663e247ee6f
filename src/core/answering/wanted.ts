import type { Language } from '../../knowledge/language.ts'
import { languageOf } from '../../languages/known/all.ts'
import { deeds, type Deed } from '../../languages/language-data.ts'
import type { Check } from '../search/agreement.ts'
import { fold } from '../text/normalise.ts'
import { tokenise } from '../text/tokenise.ts'
import type { Grammar } from '../understanding/grammar.ts'
import type { NameMention, Thing } from '../understanding/lexicon.ts'
import type { Question, Reader } from '../understanding/question.ts'
import type { Word } from '../understanding/word.ts'
import { surelyMeant } from './parameters.ts'

/**
 * One thing that a question names and a sentence may have: a word by its terms, as a verb or by the deed that it
 * stands for ("co-organise", "organised jointly"), or a name by what it means.
 */
export type Wanted = {
  readonly terms: readonly string[]
  readonly base?: string
  readonly deeds?: readonly Deed[]
  /** Whether it is a mistyped word, or one that the pack lacks, and only guessed at or related to what it has. */
  readonly isGuess?: boolean
  readonly things: readonly Thing[]
}

/** What a question names: all but words that say nothing, what the pack is about, and what typed data settle. */
export function wantedOf(
  { words, names }: Question,
  {
    checks,
    about,
    language,
    isIdle,
    hasTerm,
  }: {
    readonly checks: readonly Check[]
    /** The entries that every sentence is about: the pack's subject, and what the entry is a part of. */
    readonly about: readonly (string | undefined)[]
    readonly language: Language
    /** Whether a word says only that something is spoken of. */
    readonly isIdle: (word: Word) => boolean
    readonly hasTerm: Reader['hasTerm']
  },
): Wanted[] {
  const done = new Set<number>()
  const settle = (from: number, to: number): void => {
    for (let at = from; at < to; at++) done.add(at)
  }
  for (const { from, to } of checks) settle(from, to)
  const wanted: Wanted[] = []
  for (const { things, from, to } of names) {
    if (done.has(from)) continue
    const says = words.slice(from, to).some((word) => word.role !== 'function' && !isIdle(word))
    const known = things.every(({ kind, id }) => kind === 'generic' || (kind === 'entry' && about.includes(id)))
    if (says && !known)
      wanted.push({ things, ...(to - from === 1 ? asWord(words[from]!, { language, hasTerm }) : { terms: [] }) })
    settle(from, to)
  }
  words.forEach((word, at) => {
    if (done.has(at) || word.marks.has('whether') || word.marks.has('anaphora') || word.marks.has('modality')) return
    if (word.role === 'function' && !word.claimed) return
    if (isIdle(word)) return
    wanted.push({ things: [], ...asWord(word, { language, hasTerm }) })
  })
  return wanted
}

function asWord(
  { terms, text, marks, mended }: Word,
  { language, hasTerm }: { readonly language: Language; readonly hasTerm: Reader['hasTerm'] },
): Omit<Wanted, 'things'> {
  const isOwn = terms.some(({ term, synonym }) => synonym === undefined && hasTerm(term))
  const sure = terms.filter(({ weight }) => weight >= surelyMeant)
  return {
    terms: sure.map(({ term }) => term),
    base: baseOf(text, language),
    deeds: deeds.filter((deed) => marks.has(deed)),
    isGuess: mended || (!isOwn && marks.size === 0),
  }
}

/** Folded, as people type it. */
function baseOf(word: string, language: Language): string {
  return fold(languageOf(language).verbBase(word))
}

/** A text as it is compared with what is wanted. */
export type ReadText = {
  readonly words: readonly string[]
  readonly terms: readonly string[]
  readonly bases: readonly string[]
  /** What each word says that somebody did. */
  readonly deeds: readonly (readonly Deed[])[]
  readonly names: readonly NameMention[]
}

/** Reads a text in a language: its words, what they stand for, and the names and deeds in it. */
export function readText(text: string, language: Language, { termOf, lexicon, grammar }: Reader): ReadText {
  const words = tokenise(text)
  const terms = words.map((word) => termOf(word, languageOf(language)))
  const names = lexicon.find(terms.map((term) => ({ terms: [{ term, language }], capitals: true })))
  return {
    words,
    terms,
    bases: words.map((word) => baseOf(word, language)),
    deeds: deedsIn(words, language, grammar),
    names,
  }
}

function deedsIn(words: readonly string[], language: Language, grammar: Grammar): Deed[][] {
  const found = words.map((): Deed[] => [])
  words.forEach((_word, at) => {
    const group = grammar.marks.at(words, at)
    const said = group?.meanings.filter((meant) => meant.language === language).map(({ what }) => what) ?? []
    for (let offset = 0; offset < (group?.length ?? 0); offset++)
      found[at + offset]!.push(...deeds.filter((deed) => said.includes(deed)))
  })
  return found
}

/** The places at which a text has what is wanted. */
export function placesOf({ terms, base, deeds = [], things }: Wanted, text: ReadText): number[] {
  const byWord = text.terms.flatMap((term, at) =>
    terms.includes(term) || text.bases[at] === base || deeds.some((deed) => text.deeds[at]!.includes(deed)) ? [at] : [],
  )
  return [
    ...byWord,
    ...placesOfThings(text, ({ kind, id }) => things.some((one) => one.kind === kind && one.id === id)),
  ]
}

/** The places of the names of some things. */
export function placesOfThings({ names }: ReadText, isMeant: (thing: Thing) => boolean): number[] {
  return names
    .filter(({ things }) => things.some(isMeant))
    .flatMap(({ from, to }) => Array.from({ length: to - from }, (_, offset) => from + offset))
}
