import type { Askable, Deed, LanguageData } from '../../languages/language-data.ts'
import { fold } from '../text/normalise.ts'
import { patternTable, type PatternTable } from '../text/patterns.ts'
import { dateWords, type DateWords } from './date-words.ts'
import { programmeTable, type ProgrammeTable } from './programme-table.ts'
import { numeralWords, type NumeralWords } from './numeral-words.ts'
import { talkTable, type TalkTable } from './talk-table.ts'

/** What a word does in a sentence beside naming things. */
export type Mark =
  | 'negation'
  | 'comparison'
  | 'anaphora'
  | 'conjunction'
  | 'first person'
  | 'existential'
  | 'event'
  | 'next'
  | 'previous'
  | 'last'
  | 'city'
  | 'persons'
  | 'price'
  | 'money'
  | 'full text'
  | 'exact day'
  | 'address'
  | 'leaves out'
  | 'leaves out before'
  | 'membership'
  | 'participation'
  | 'modality'
  | 'whether'
  | 'treatment'
  | 'exclusive'
  | 'expectation'
  | 'past'
  | 'past opener'
  | 'day'
  | Deed

/** What is meant in a language: a word may be something else in another ("не" denies in Russian and asks in Kazakh). */
type Meant<T> = { readonly what: T; readonly language: string }

/** The tables of several languages as one: people mix languages within a sentence. */
export type Grammar = {
  readonly asking: PatternTable<Meant<Askable | 'nothing'>>
  /** Words of the groups that ask, folded, with all that these groups ask for: for mending mistyped ones. */
  readonly askingWords: ReadonlyMap<string, ReadonlySet<Askable>>
  readonly marks: PatternTable<Meant<Mark | 'nothing'>>
  readonly talk: TalkTable
  readonly isFunction: (word: string) => boolean
  readonly opensYesNo: (word: string) => boolean
  /** Whether a language has the word in its tables of words that ask or say nothing of the subject. */
  readonly isOwn: (word: string, language: string) => boolean
  /** The languages that have it there. */
  readonly owners: (word: string) => readonly string[]
  readonly numerals: NumeralWords
  readonly dates: DateWords
  readonly programme: ProgrammeTable
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
    askingWords: wordsThatAsk(languages),
    marks: patternTable(languages.flatMap(marksOf)),
    talk: talkTable(languages),
    isFunction: (word) => functionWords.has(fold(word)),
    opensYesNo: (word) => openers.has(fold(word)),
    isOwn: (word, language) => own.get(language)?.has(fold(word)) ?? false,
    owners: (word) => Array.from(own).flatMap(([language, words]) => (words.has(fold(word)) ? [language] : [])),
    numerals: numeralWords(languages),
    dates: dateWords(languages),
    programme: programmeTable(languages),
  }
}

function wordsThatAsk(languages: readonly LanguageData[]): Map<string, Set<Askable>> {
  const found = new Map<string, Set<Askable>>()
  for (const { asking } of languages) {
    for (const [what, groups] of Object.entries(asking) as [Askable, readonly string[]][]) {
      const words = groups.flatMap((group) => group.split(' ')).filter((word) => !word.includes('*'))
      for (const word of words) found.getOrInsertComputed(fold(word), () => new Set()).add(what)
    }
  }
  return found
}

function askingOf({ code, asking, idleGroups }: LanguageData): [Meant<Askable | 'nothing'>, readonly string[]][] {
  const tables = Object.entries({ ...asking, nothing: idleGroups }) as [Askable | 'nothing', readonly string[]][]
  return tables.map(([what, groups]) => [{ what, language: code }, groups])
}

function marksOf(language: LanguageData): [Meant<Mark | 'nothing'>, readonly string[]][] {
  const tables: readonly [Mark | 'nothing', readonly string[]][] = [
    ['nothing', language.idleGroups],
    ['negation', language.negation],
    ['comparison', language.comparison],
    ['anaphora', language.anaphora],
    ['conjunction', language.conjunctions],
    ['first person', language.firstPerson],
    ['existential', language.existential],
    ['event', language.eventWords],
    ['next', language.next],
    ['previous', language.previous],
    ['last', language.last],
    ['city', language.city],
    ['persons', language.persons],
    ['price', language.price],
    ['money', language.money],
    ['full text', language.fullText],
    ['exact day', language.exactDay],
    ['address', language.address],
    ['leaves out', language.leavingOut],
    ['leaves out before', language.leavingOutBefore],
    ['membership', language.membership],
    ['participation', language.participation],
    ['modality', language.modality],
    ['whether', language.asking['yes-no'] ?? []],
    ['treatment', language.treatment],
    ['exclusive', language.exclusive],
    ['expectation', language.expectation],
    ['past', language.past],
    ['past opener', language.pastOpeners],
    ['day', language.calendar.day],
    ...(Object.entries(language.deeds) as [Deed, readonly string[]][]),
  ]
  return tables.map(([what, groups]) => [{ what, language: language.code }, groups])
}

function ownWords({ asking, functionWords, negation }: LanguageData): ReadonlySet<string> {
  const groups = [...Object.values(asking).flat(), ...functionWords, ...negation]
  return new Set(groups.filter((group) => !/[ *]/.test(group)).map(fold))
}

/**
 * The language whose tables alone have words of a text: "не в Астане" is Russian by its "в". A word that is a number in
 * another language ("он", he and ten) proves nothing.
 */
export function languageOfWords(words: readonly string[], { owners, numerals }: Grammar): string | undefined {
  const found = new Set<string>()
  for (const word of words) {
    const [owner, ...others] = owners(word)
    const isNumber = numerals.at([word], 0).some(({ language }) => language !== owner)
    if (owner !== undefined && others.length === 0 && !isNumber) found.add(owner)
  }
  return found.size === 1 ? [...found][0] : undefined
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
