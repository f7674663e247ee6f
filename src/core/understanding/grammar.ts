import type { Askable, LanguageData } from '../../languages/language-data.ts'
import { fold } from '../text/normalise.ts'
import { patternTable, type PatternTable } from '../text/patterns.ts'
import { dateWords, type DateWords } from './date-words.ts'
import { numeralWords, type NumeralWords } from './numeral-words.ts'
import { talkTable, type TalkTable } from './talk-table.ts'

/** What a word does in a sentence beside naming things. */
export type Mark =
  | 'negation'
  | 'comparison'
  | 'anaphora'
  | 'conjunction'
  | 'event'
  | 'next'
  | 'previous'
  | 'city'
  | 'membership'
  | 'expectation'
  | 'past'
  | 'past opener'

/** What is meant in a language: a word may be something else in another ("не" denies in Russian and asks in Kazakh). */
type Meant<T> = { readonly what: T; readonly language: string }

/** The tables of several languages as one: people mix languages within a sentence. */
export type Grammar = {
  readonly asking: PatternTable<Meant<Askable | 'nothing'>>
  readonly marks: PatternTable<Meant<Mark>>
  readonly talk: TalkTable
  readonly isFunction: (word: string) => boolean
  readonly opensYesNo: (word: string) => boolean
  /** Whether a language has the word in its tables of words that ask or say nothing of the subject. */
  readonly isOwn: (word: string, language: string) => boolean
  readonly numerals: NumeralWords
  readonly dates: DateWords
}

const known = new Map<readonly LanguageData[], Grammar>()

/** The tables of these languages, compiled once for each array. */
export function grammarOf(languages: readonly LanguageData[]): Grammar {
  return known.getOrInsertComputed(languages, compile)
}

function compile(languages: readonly LanguageData[]): Grammar {
  const fromAll = (words: (language: LanguageData) => Iterable<string>): ReadonlySet<string> =>
    new Set(languages.flatMap((language) => [...words(language)].map(fold)))
  const functionWords = fromAll(({ functionWords }) => functionWords)
  const openers = fromAll(({ yesNoOpeners }) => yesNoOpeners)
  const own = new Map(languages.map((language) => [language.code, ownWords(language)]))
  return {
    asking: patternTable(languages.flatMap(askingOf)),
    marks: patternTable(languages.flatMap(marksOf)),
    talk: talkTable(languages),
    isFunction: (word) => functionWords.has(fold(word)),
    opensYesNo: (word) => openers.has(fold(word)),
    isOwn: (word, language) => own.get(language)?.has(fold(word)) ?? false,
    numerals: numeralWords(languages),
    dates: dateWords(languages),
  }
}

function askingOf({ code, asking, idleGroups }: LanguageData): [Meant<Askable | 'nothing'>, readonly string[]][] {
  const tables = Object.entries({ ...asking, nothing: idleGroups }) as [Askable | 'nothing', readonly string[]][]
  return tables.map(([what, groups]) => [{ what, language: code }, groups])
}

function marksOf(language: LanguageData): [Meant<Mark>, readonly string[]][] {
  const tables: readonly [Mark, readonly string[]][] = [
    ['negation', language.negation],
    ['comparison', language.comparison],
    ['anaphora', language.anaphora],
    ['conjunction', language.conjunctions],
    ['event', language.eventWords],
    ['next', language.next],
    ['previous', language.previous],
    ['city', language.city],
    ['membership', language.membership],
    ['expectation', language.expectation],
    ['past', language.past],
    ['past opener', language.pastOpeners],
  ]
  return tables.map(([what, groups]) => [{ what, language: language.code }, groups])
}

function ownWords({ asking, functionWords, negation }: LanguageData): ReadonlySet<string> {
  const groups = [...Object.values(asking).flat(), ...functionWords, ...negation]
  return new Set(groups.filter((group) => !/[ *]/.test(group)).map(fold))
}

/** Of what a word may mean in several languages, what it means in the one that is spoken, if that one has the word. */
export function meantIn<T>(
  meant: readonly Meant<T>[],
  word: string,
  language: string | undefined,
  grammar: Grammar,
): T[] {
  const isOwn = language !== undefined && grammar.isOwn(word, language)
  return meant.filter((one) => !isOwn || one.language === language).map(({ what }) => what)
}
