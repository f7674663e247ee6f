import { findAsked, type Asked } from './asked.ts'
import { claimAt, claimDates } from './date-claims.ts'
import { findDates, type DateMention } from './dates.ts'
import { meantIn, type Grammar, type Mark } from './grammar.ts'
import type { LanguageGuesser } from './language-guess.ts'
import type { Lexicon, NameMention } from './lexicon.ts'
import { mendQuestionWord, unswap } from './mending.ts'
import { findNumerals, type Numeral } from './numerals.ts'
import { chooseReading, type Reading } from './readings.ts'
import { readSmallTalk } from './read-small-talk.ts'
import type { SmallTalkFound } from './small-talk.ts'
import { termsIn, termsOfWord, type TermGuess, type Word, type WordReader } from './word.ts'

/** A question taken apart: all that answering asks of its words. */
export type Question = {
  readonly words: readonly Word[]
  readonly reading: Reading['how']
  /** The code of the language it was typed in; undefined when too short to tell. */
  readonly language: string | undefined
  readonly asked: ReadonlySet<Asked>
  readonly names: readonly NameMention[]
  readonly numerals: readonly Numeral[]
  /** Letters that are Roman numerals if they stand beside the name of a list: "theme V". */
  readonly romanLetters: readonly Numeral[]
  readonly dates: readonly DateMention[]
  /** What it is if it is nothing but small talk or a command in words. */
  readonly smallTalk: SmallTalkFound | undefined
  /** Whether it denies or compares ("not in", "before May"): then what it mentions is not simply what it wants. */
  readonly deniesOrCompares: boolean
  /** Whether it points back at what was said: "when was it held?" */
  readonly pointsBack: boolean
  /** Whether it goes on from what was said: "and what came of it?" */
  readonly continues: boolean
  /** The next one (1) or the one before (−1). */
  readonly neighbour: 1 | -1 | undefined
}

/** What reading a question needs to know of the pack. */
export type Reader = WordReader & { readonly lexicon: Lexicon; readonly guessLanguage: LanguageGuesser }

/** Reads what was typed. `today`: the day at the venue (YYYY-MM-DD), for "tomorrow". */
export function readQuestion(typed: string, reader: Reader, today: string): Question {
  const { grammar } = reader
  const { text, claims } = claimDates(typed)
  const isKnown = remembering(
    (word) =>
      !/\p{L}/u.test(word) ||
      isGrammarWord(word, grammar) ||
      termsIn(word, reader).some(({ term }) => reader.hasTerm(term)),
  )
  const { words: read, how } = chooseReading(text, reader.languages, isKnown)
  const language = reader.guessLanguage(read)
  const texts = read.map((word) => mendAsking(word, isKnown, reader))
  const numerals = findNumerals(texts, grammar, language)
  const dates = findDates({ words: texts, grammar, numerals }, claims, today)
  const { asked: said, words: asking } = findAsked(texts, grammar, language)
  const asked =
    isVague(said) && texts.length > 1 && endsAsking(text, how) ? new Set([...said, 'whether' as const]) : said
  const claimed = placesOf([...dates, ...numerals.filter(({ certain }) => certain)])
  const marks = findMarks(texts, language, grammar)
  const words = texts.map((word, at): Word => {
    const role = asking.has(at) ? 'asking' : grammar.isFunction(word) ? 'function' : 'content'
    const claim = claimAt(word, claims)
    const rest = { role, claimed: claimed.has(at), marks: marks[at]! } as const
    if (claim) return { text: claim.typed, terms: [], known: true, mended: false, ...rest }
    return { text: word, ...termsOfWord(word, claimed.has(at) ? 'function' : role, language, reader), ...rest }
  })
  const inDate = placesOf(dates)
  const free = numerals.filter(({ from }) => !inDate.has(from))
  const has = (mark: Mark): boolean => marks.some((all) => all.has(mark))
  return {
    words,
    reading: how,
    language,
    asked,
    names: findNames(words, text, how, reader),
    dates,
    numerals: free.filter(({ certain }) => certain),
    romanLetters: free.filter(({ certain }) => !certain),
    smallTalk: readSmallTalk({ text: typed, readings: [read, texts], isKnown }, reader),
    deniesOrCompares: has('negation') || has('comparison'),
    pointsBack: has('anaphora'),
    continues: words.length <= mostContinuing && (marks[0]?.has('conjunction') ?? false),
    neighbour: has('next') ? 1 : has('previous') ? -1 : undefined,
  }
}

/** Whether a yes or a no is wanted, plainly or perhaps. */
export function wantsYesOrNo({ asked }: Pick<Question, 'asked'>): boolean {
  return asked.has('yes-no') || asked.has('whether')
}

/** Several steps ask the same of each word. */
function remembering(test: (word: string) => boolean): (word: string) => boolean {
  const known = new Map<string, boolean>()
  return (word) => known.getOrInsertComputed(word, test)
}

/** Longer ones say by themselves what they are about. */
const mostContinuing = 5

/** What names are found among the words that no number or date has claimed. */
function findNames(words: readonly Word[], text: string, how: Reading['how'], { lexicon }: Reader): NameMention[] {
  const capitals = how === 'typed' ? wordsInCapitals(text) : new Set<string>()
  return lexicon.find(
    words.map(({ text, terms, claimed }) => {
      const isCapital = capitals.has(text)
      if (claimed && !/\p{L}/u.test(text)) return { terms, capitals: false }
      if (claimed) return { terms: [], capitals: false }
      const own = terms.filter(({ language }) => language !== undefined)
      return { terms: isCapital ? own : inOwnLanguage(text, terms), capitals: isCapital }
    }),
  )
}

/**
 * A mistyped question or function word as it was meant. A longer word that is known by a stem of two or three letters
 * only is hardly known: "кагда" is no case of "как".
 */
function mendAsking(word: string, isKnown: (word: string) => boolean, reader: Reader): string {
  const { grammar } = reader
  const known = isKnown(word)
  const stems = termsIn(word, reader).filter(({ term }) => reader.hasTerm(term))
  const hardly =
    known && !isGrammarWord(word, grammar) && word.length >= 5 && stems.every(({ term }) => term.length <= 3)
  if (known && !hardly) return word
  return mendQuestionWord(word, grammar) ?? (known ? word : (unswap(word, grammar) ?? word))
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

/** On a Russian layout the question mark of the English one is a comma, and the other way round. Smileys and the like may follow. */
function endsAsking(text: string, how: Reading['how']): boolean {
  return (how === 'layout' ? /[?,&][^\p{L}\p{N}]*$/u : /\?[^\p{L}\p{N}]*$/u).test(text)
}

/** Nothing asked for, or only what a plain statement may speak of too: "приняли", "тема". */
function isVague(asked: ReadonlySet<Asked>): boolean {
  return [...asked].every((one) => one === 'result' || one === 'topic' || one === 'title' || one === 'benefit')
}

function findMarks(words: readonly string[], language: string | undefined, grammar: Grammar): Set<Mark>[] {
  const marks = words.map(() => new Set<Mark>())
  for (const [at, word] of words.entries()) {
    const found = grammar.marks.at(words, at)
    if (!found) continue
    const meant = meantIn(found.meanings, word, language, grammar)
    for (let offset = 0; offset < found.length; offset++) for (const mark of meant) marks[at + offset]!.add(mark)
  }
  return marks
}

/** Whether a word is in the tables of a language rather than in a pack. */
function isGrammarWord(word: string, grammar: Grammar): boolean {
  return grammar.isFunction(word) || grammar.talk.isWord(word) || findAsked([word], grammar).words.size > 0
}

function wordsInCapitals(text: string): Set<string> {
  const capitals = text.match(/(?<!\p{L})\p{Lu}{2,}(?!\p{L})/gu) ?? []
  return /\p{Ll}/u.test(text) ? new Set(capitals.map((word) => word.toLowerCase())) : new Set()
}

function placesOf(spans: readonly { readonly from: number; readonly to: number }[]): Set<number> {
  return new Set(spans.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, offset) => from + offset)))
}
