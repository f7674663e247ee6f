import type { Language } from '../../knowledge/language.ts'
import type { NearMisses } from '../text/near-miss.ts'
import { toCyrillic } from '../text/latin.ts'
import { foldKazakh } from '../text/normalise.ts'
import { spell } from '../text/term.ts'
import { wordsOf } from '../text/word-list.ts'
import { findAsked } from './asked.ts'
import { findDates, spellOutDates, type DateMention } from './date-mentions.ts'
import type { LanguageGuesser } from './language-guess.ts'
import type { Lexicon, NameMention } from './lexicon.ts'
import { mendQuestionWord, unswap } from './mending.ts'
import { findNumerals, type Numeral } from './numerals.ts'
import { functionWords, type Asked } from './question-words.ts'
import { chooseReading, type Reading } from './readings.ts'
import { isSocialWord } from './social.ts'

/**
 * A term that a word may stand for, in the language whose stemmer gave it (undefined for a mended word); `weight` from
 * 0 to 1, less than 1 for a guess at a mistyped word or at another language.
 */
export type TermGuess = { readonly term: string; readonly weight: number; readonly language?: Language }

/**
 * One word of a question. `function`: says nothing about the subject. `asking`: says what is asked for. `known`:
 * whether the pack or the tables of question words have it, as typed or mended.
 */
export type Word = {
  readonly text: string
  readonly role: 'content' | 'function' | 'asking'
  readonly terms: readonly TermGuess[]
  readonly known: boolean
  readonly mended: boolean
}

/** A question taken apart: its words, what it asks for, and what it mentions by name, number or date. */
export type Question = {
  readonly words: readonly Word[]
  readonly reading: Reading['how']
  /** The language it was typed in; undefined when too short to tell. */
  readonly language: Language | undefined
  readonly asked: ReadonlySet<Asked>
  readonly names: readonly NameMention[]
  readonly numerals: readonly Numeral[]
  readonly dates: readonly DateMention[]
  /** Whether it denies or compares ("not in", "before May"): then what it mentions is not simply what it wants. */
  readonly deniesOrCompares: boolean
}

/** What reading a question needs to know of the pack. */
export type Reader = {
  readonly languages: readonly Language[]
  readonly termOf: (word: string, language: Language) => string
  readonly hasTerm: (term: string) => boolean
  readonly nearMisses: NearMisses
  readonly lexicon: Lexicon
  readonly guessLanguage: LanguageGuesser
}

/** How much a guess across alphabets counts beside the same letters. */
const acrossAlphabets = 0.9

/**
 * Reads a question: the likeliest keyboard layout and script, its words with slips mended, what they ask for, and the
 * names, numbers and dates among them. A number within a date is none of its own. Never throws; of an empty text
 * nothing is left.
 */
export function readQuestion(typed: string, reader: Reader): Question {
  const text = spellOutDates(typed)
  const isKnown = (word: string): boolean =>
    /\p{N}/u.test(word) || isQuestionWord(word) || termsIn(word, reader).some(({ term }) => reader.hasTerm(term))
  const { words: read, how } = chooseReading(text, reader.languages, isKnown)
  const texts = read.map((word) => mendAsking(word, isKnown, reader))
  const { asked: said, words: asking } = findAsked(texts)
  const perhaps = isVague(said) && texts.length > 1 && endsAsking(text, how)
  const language = reader.guessLanguage(texts)
  const words = texts.map((word, at) => readWord(word, asking.has(at), language, reader))
  const dates = findDates(texts)
  const inDate = (at: number): boolean => dates.some(({ from, to }) => from <= at && at < to)
  return {
    words,
    reading: how,
    language,
    asked: perhaps ? new Set([...said, 'whether']) : said,
    names: findNames(words, how === 'typed' ? wordsInCapitals(text) : new Set(), reader),
    dates,
    numerals: findNumerals(texts).filter(({ from }) => !inDate(from)),
    deniesOrCompares: texts.some((word) => turning.has(foldKazakh(word)) || (word === 'не' && language === 'ru')),
  }
}

/** A word in capitals among others that are not is an abbreviation, whatever language it is of: no guess at a slip. */
function findNames(words: readonly Word[], capitals: ReadonlySet<string>, { lexicon }: Reader): NameMention[] {
  return lexicon.find(
    words.map(({ text, terms }) => ({
      terms: capitals.has(text) ? terms.filter(({ language }) => language !== undefined) : inOwnLanguage(text, terms),
      capitals: capitals.has(text),
    })),
  )
}

/**
 * A mistyped question or function word as it was meant. A longer word that is known by a stem of two or three letters
 * only is hardly known: "кагда" is no case of "как".
 */
function mendAsking(word: string, isKnown: (word: string) => boolean, reader: Reader): string {
  const known = isKnown(word)
  const stems = termsIn(word, reader).filter(({ term }) => reader.hasTerm(term))
  const hardly = known && !isQuestionWord(word) && word.length >= 5 && stems.every(({ term }) => term.length <= 3)
  if (known && !hardly) return word
  return mendQuestionWord(word) ?? (known ? word : (unswap(word) ?? word))
}

function readWord(text: string, asking: boolean, language: Language | undefined, reader: Reader): Word {
  const role = asking ? 'asking' : functionWords.has(foldKazakh(text)) ? 'function' : 'content'
  const candidates = termsIn(text, reader, language)
  const known = candidates.filter(({ term }) => reader.hasTerm(term))
  if (known.length > 0 || role !== 'content' || /\p{N}/u.test(text)) {
    const terms = known.length > 0 ? preferring(language, known) : candidates
    return { text, role, terms, known: known.length > 0 || role !== 'content', mended: false }
  }
  const transliterated = acrossScripts(text, reader)
  if (transliterated.length > 0) return { text, role, terms: transliterated, known: true, mended: true }
  const mended = mend([...candidates.map(({ term }) => term), spell(text)], reader.nearMisses)
  return { text, role, terms: [...candidates, ...mended], known: mended.length > 0, mended: mended.length > 0 }
}

/** How much another language's stem counts where the question's own has one too: "жил" is a year and a dwelling. */
const otherLanguage = 0.4

function preferring(language: Language | undefined, terms: readonly TermGuess[]): TermGuess[] {
  const own = terms.some((guess) => guess.language === language)
  return terms.map((guess) => (own && guess.language !== language ? { ...guess, weight: otherLanguage } : guess))
}

/** The terms of a word in the languages of its letters; that of the question's own language first. */
function termsIn(word: string, { languages, termOf }: Reader, first?: Language): TermGuess[] {
  const cyrillic = /[\u0400-\u04ff]/.test(word)
  const fitting = languages.filter((language) => (language !== 'en') === cyrillic)
  const usable = fitting.length > 0 ? fitting : languages.slice(0, 1)
  const ordered =
    first !== undefined && usable.includes(first) ? [first, ...usable.filter((one) => one !== first)] : usable
  return ordered.map((language) => ({ term: termOf(word, language), weight: 1, language }))
}

/** A single word in Latin letters within a text that is not: "саммит qashan". */
function acrossScripts(word: string, { languages, termOf, hasTerm }: Reader): TermGuess[] {
  if (!/^\p{Script=Latin}{2,}$/u.test(word)) return []
  const terms = languages.flatMap((language) =>
    language === 'en' ? [] : [termOf(toCyrillic(word, language), language)],
  )
  return [...new Set(terms)].filter(hasTerm).map((term) => ({ term, weight: acrossAlphabets }))
}

function mend(candidates: readonly string[], nearMisses: NearMisses): TermGuess[] {
  const best = new Map<string, number>()
  for (const candidate of candidates) {
    for (const { term, likeness } of nearMisses(candidate)) best.set(term, Math.max(likeness ** 2, best.get(term) ?? 0))
  }
  const guesses = Array.from(best, ([term, weight]) => ({ term, weight })).toSorted((a, b) => b.weight - a.weight)
  return guesses.slice(0, 3)
}

const shortestMendedName = 6

/**
 * A name is recognised by the word in its own language, or through the likeliest guess at a mistyped word. Only an
 * abbreviation may be of any language.
 */
function inOwnLanguage(text: string, terms: readonly TermGuess[]): TermGuess[] {
  // One letter away from IAEA stands IEA, and it is another agency.
  const guess = text.length < shortestMendedName ? undefined : terms.find(({ language }) => language === undefined)
  return terms.filter((term) => (term.language === undefined ? term === guess : term.weight === 1))
}

/** On a Russian layout the question mark of the English one is a comma, and the other way round. */
function endsAsking(text: string, how: Reading['how']): boolean {
  return (how === 'layout' ? /[?,&]\s*$/ : /\?\s*$/).test(text)
}

/** Words of denial and comparison; "не" is one in Russian only, in Kazakh it is "what". Kazakh in folded letters. */
const turning = new Set(
  wordsOf(`
    not isnt arent wasnt werent never except without before after since until
    кроме без нет до после раньше позже
    емес дейин кейин бурын
  `),
)

/** Nothing asked for, or only what a plain statement may speak of too: "приняли", "тема". */
function isVague(asked: ReadonlySet<Asked>): boolean {
  return [...asked].every((one) => one === 'result' || one === 'topic' || one === 'title' || one === 'benefit')
}

/** Whether a yes or a no is wanted, plainly or perhaps. */
export function wantsYesOrNo({ asked }: Pick<Question, 'asked'>): boolean {
  return asked.has('yes-no') || asked.has('whether')
}

function isQuestionWord(word: string): boolean {
  return functionWords.has(foldKazakh(word)) || isSocialWord(word) || findAsked([word]).words.size > 0
}

function wordsInCapitals(text: string): Set<string> {
  const capitals = text.match(/(?<!\p{L})\p{Lu}{2,}(?!\p{L})/gu) ?? []
  return /\p{Ll}/u.test(text) ? new Set(capitals.map((word) => word.toLowerCase())) : new Set()
}
