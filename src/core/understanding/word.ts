import type { LanguageData } from '../../languages/language-data.ts'
import { allLanguages } from '../../languages/known/all.ts'
import { lookAlike } from '../text/characters.ts'
import { fromLatin } from '../text/latin.ts'
import type { NearMisses } from '../text/near-miss.ts'
import { isWrittenIn, spell, type TermOf } from '../text/term.ts'
import type { Grammar, Mark } from './grammar.ts'

/**
 * A term that a word may stand for, in the language whose stemmer gave it (undefined for a mended word); `weight` from
 * 0 to 1, less than 1 for a guess at a mistyped word or at another language.
 */
export type TermGuess = {
  readonly term: string
  readonly weight: number
  readonly language?: string
  /** Whether the lexicon has it as another word for the same thing. */
  readonly synonym?: boolean
}

/**
 * One word of a question. `function`: says nothing about the subject. `asking`: says what is asked for. `known`:
 * whether the pack or the tables of a language have it, as typed or mended. `claimed`: it is part of a number or a
 * date.
 */
export type Word = {
  readonly text: string
  /** With its capitals, where the question was read as it was typed. */
  readonly typed?: string | undefined
  readonly role: 'content' | 'function' | 'asking'
  readonly terms: readonly TermGuess[]
  readonly known: boolean
  readonly mended: boolean
  /** Whether it is known from what people ask at every event alone, and the pack itself has no such word. */
  readonly common?: boolean
  readonly claimed: boolean
  readonly marks: ReadonlySet<Mark>
}

/** Whether it says something of the subject, and is no number or date, which typed data settle. */
export function saysSomething({ role, claimed }: Word): boolean {
  return role === 'content' && !claimed
}

/** What reading words needs to know of the pack and of languages. */
export type WordReader = {
  readonly languages: readonly LanguageData[]
  readonly grammar: Grammar
  readonly termOf: TermOf
  readonly hasTerm: (term: string) => boolean
  /** Whether the pack has it in one example question and nowhere else: it may be a slip that was learnt with it. */
  readonly isOnce: (term: string) => boolean
  /** Whether people use it when they ask what they ask at every event, and the pack itself does not. */
  readonly isOfTopics: (term: string) => boolean
  /** What a term of a language means for the pack, by the lexicon; undefined for what is no word of it. */
  readonly relatedTo: (term: string, language: string) => readonly TermGuess[] | undefined
  readonly nearMisses: NearMisses
}

/** How much a guess across alphabets counts beside the same letters. */
const acrossAlphabets = 0.9

/**
 * How much the stem of another language counts where the question's own has one too: "жил" is a year and a dwelling.
 */
const otherLanguage = 0.4

/** The likeness squared of words that differ in one letter of eight. */
const nearlySame = 0.76

/** How much another form of a verb counts beside the one that the pack has. */
const anotherForm = 0.9

type Terms = Pick<Word, 'terms' | 'known' | 'mended' | 'common'>

/**
 * The terms that a word may stand for: as it is, in the letters of another alphabet, or mended, whichever the pack
 * knows first.
 */
export function termsOfWord(text: string, role: Word['role'], language: string | undefined, reader: WordReader): Terms {
  const candidates = termsIn(text, reader, language)
  const known = candidates.filter(({ term }) => reader.hasTerm(term))
  if (known.length > 0 || role !== 'content' || !/\p{L}/u.test(text)) {
    const own = known.length > 0 ? preferring(language, known) : candidates
    const slips = role === 'content' && known.length > 0 && known.every(({ term }) => reader.isOnce(term))
    const common = role === 'content' && known.length > 0 && known.every(({ term }) => reader.isOfTopics(term))
    const others = slips ? meantBy(text, candidates, reader) : common ? (relatedOf(text, reader) ?? []) : []
    return { terms: [...own, ...others], known: known.length > 0 || role !== 'content', mended: false, common }
  }
  // A word of the lexicon is no mistyped other one, even if the pack has nothing that it is related to.
  const related = relatedOf(text, reader)
  if (related) return { terms: [...candidates, ...related], known: related.length > 0, mended: false }
  const verbs = asVerb(text, reader)
  if (verbs.length > 0) return { terms: [...candidates, ...verbs], known: true, mended: false }
  const transliterated = acrossScripts(text, language, reader)
  if (transliterated.length > 0) return { terms: transliterated, known: true, mended: true }
  const near = mend([...candidates.map(({ term }) => term), spell(text)], reader.nearMisses)
  const mended = near.length > 0 ? near : swappedIn(text, language, reader)
  return { terms: [...candidates, ...mended], known: mended.length > 0, mended: mended.length > 0 }
}

/** "Yrok" as "york": two neighbouring letters in the wrong order, the likeliest slip where that makes a known word. */
function swappedIn(text: string, language: string | undefined, reader: WordReader): TermGuess[] {
  if (text.length < shortestSwapped) return []
  const terms = Array.from({ length: text.length - 1 }, (_, at) => {
    const swapped = text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2)
    return swapped === text ? [] : termsIn(swapped, reader, language).filter(({ term }) => reader.hasTerm(term))
  }).flat()
  return [...new Set(terms.map(({ term }) => term))].map((term) => ({ term, weight: swappedLetters }))
}

const shortestSwapped = 4

/** How much it counts: less than what is typed right, and so little that it proves nothing. */
const swappedLetters = 0.85

/** "Өткізе ме?" as "өткіз": a form that the stemmer leaves alone, of a verb that the pack has. */
function asVerb(text: string, { languages, termOf, hasTerm }: WordReader): TermGuess[] {
  return languages
    .filter((language) => isWrittenIn(text, language))
    .flatMap((language) => {
      const term = termOf(language.verbBase(text), language)
      return hasTerm(term) ? [{ term, weight: anotherForm, language: language.code }] : []
    })
}

/** Other words for the same thing in the letters it was typed in, by the lexicon. */
export function synonymsOf(text: string, reader: WordReader): TermGuess[] {
  return (relatedOf(text, reader) ?? []).filter(({ term, synonym }) => synonym && isLatin(term) === isLatin(text))
}

function isLatin(word: string): boolean {
  return /^\p{Script=Latin}/u.test(word)
}

/**
 * What a word means for the pack in all languages of its letters, the nearest first; undefined for no word of the
 * lexicon.
 */
function relatedOf(text: string, { termOf, relatedTo }: WordReader): TermGuess[] | undefined {
  const found = allLanguages
    .filter((language) => isWrittenIn(text, language))
    .flatMap((language) => relatedTo(termOf(text, language), language.code) ?? [])
  const isWord = allLanguages.some((language) => relatedTo(termOf(text, language), language.code) !== undefined)
  return isWord ? found.toSorted((a, b) => b.weight - a.weight) : undefined
}

function preferring(language: string | undefined, terms: readonly TermGuess[]): TermGuess[] {
  const own = terms.some((guess) => guess.language === language)
  return terms.map((guess) => (own && guess.language !== language ? { ...guess, weight: otherLanguage } : guess))
}

/** The terms of a word in the languages of its letters; that of the question's own language first. */
export function termsIn(word: string, { languages, termOf }: WordReader, first?: string): TermGuess[] {
  const fitting = languages.filter((language) => isWrittenIn(word, language))
  const usable = fitting.length > 0 ? fitting : languages.slice(0, 1)
  const own = usable.filter(({ code }) => code === first)
  return [...own, ...usable.filter((one) => !own.includes(one))].map((language) => ({
    term: termOf(word, language),
    weight: 1,
    language: language.code,
  }))
}

/**
 * A single word in Latin letters within a text that is not ("саммит qashan"), or in letters that look like another
 * script's.
 */
function acrossScripts(word: string, language: string | undefined, reader: WordReader): TermGuess[] {
  const { languages, termOf, hasTerm } = reader
  const alike = lookAlike(word)
  const same = alike === undefined ? [] : termsIn(alike, reader).filter(({ term }) => hasTerm(term))
  if (same.length > 0) return same
  const terms: string[] = []
  // Within an English question it is an English word, or a name.
  const isOwn = languages.some(({ code, script }) => code === language && script === 'Latin')
  if (!isOwn && /^\p{Script=Latin}{2,}$/u.test(word)) {
    for (const other of languages) if (other.latin) terms.push(termOf(fromLatin(word, other), other))
  }
  return [...new Set(terms)].filter(hasTerm).map((term) => ({ term, weight: acrossAlphabets }))
}

/** What a word that stands in one example question may have meant there: a word that is more than nearly the same. */
function meantBy(text: string, candidates: readonly TermGuess[], { nearMisses, isOnce }: WordReader): TermGuess[] {
  const guesses = mend([...candidates.map(({ term }) => term), spell(text)], nearMisses)
  return guesses.filter(({ term, weight }) => weight >= nearlySame && !isOnce(term))
}

function mend(candidates: readonly string[], nearMisses: NearMisses): TermGuess[] {
  const best = new Map<string, number>()
  for (const candidate of candidates) {
    for (const { term, likeness } of nearMisses(candidate)) best.set(term, Math.max(likeness ** 2, best.get(term) ?? 0))
  }
  const guesses = Array.from(best, ([term, weight]) => ({ term, weight })).toSorted((a, b) => b.weight - a.weight)
  return guesses.slice(0, 3)
}
