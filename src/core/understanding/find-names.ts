import type { Grammar } from './grammar.ts'
import type { Lexicon, LexiconWord, NameMention } from './lexicon.ts'
import type { Numeral } from './numerals.ts'
import type { Reading } from './readings.ts'
import { placesOf } from './spans.ts'
import { synonymsOf, type TermGuess, type Word, type WordReader } from './word.ts'

type NameReader = WordReader & { readonly lexicon: Lexicon }

/** A question as it was typed, how it was read, and what numbers are in it. */
type Typed = { readonly text: string; readonly how: Reading['how']; readonly numerals: readonly Numeral[] }

/** The names among the words of a question. */
export function findNames(words: readonly Word[], typed: Typed, reader: NameReader): readonly NameMention[] {
  return withNumberedSynonyms(namesIn(words, typed, reader), words, typed.numerals, reader)
}

/** What names are found among the words that no number or date has claimed. */
function namesIn(
  words: readonly Word[],
  { text, how }: Pick<Typed, 'text' | 'how'>,
  { lexicon, grammar }: NameReader,
): NameMention[] {
  const typed = how === 'typed' ? wordsInCapitals(text) : new Set<string>()
  const capitals = words.map((word, at) => typed.has(word.text) || isAskedAbout(words, at, grammar))
  const found = lexicon.find(
    words.map(({ text, terms, claimed }, at) => {
      const isCapital = capitals[at]!
      if (claimed && !/\p{L}/u.test(text)) return { terms, capitals: false }
      if (claimed) return { terms: [], capitals: false }
      const own = terms.filter(({ language }) => language !== undefined)
      return { terms: isCapital ? own : inOwnLanguage(text, terms), capitals: isCapital }
    }),
  )
  // "Ме" asks for a yes or a no, though МЭА is an agency; "тем" behind "сколько" is no "than".
  return found.filter(
    ({ from, to }) =>
      to > from + 1 || capitals[from]! || !grammar.isFunction(words[from]!.text) || isCounted(words, from, grammar),
  )
}

/** Whether a word stands behind one that asks how many there are. */
function isCounted(words: readonly Word[], at: number, { asking }: Grammar): boolean {
  const before = words[at - 1]
  return before !== undefined && (asking.at([before.text], 0)?.meanings ?? []).some(({ what }) => what === 'number')
}

/** "Track 3" is "theme 3": a word beside a number may be another word for the name of a list. */
function withNumberedSynonyms(
  names: readonly NameMention[],
  words: readonly Word[],
  numerals: readonly Numeral[],
  reader: NameReader,
): readonly NameMention[] {
  const named = placesOf(names)
  const beside = new Set(numerals.flatMap(({ from, to }) => [from - 1, to]).filter((at) => !named.has(at)))
  if (beside.size === 0) return names
  const synonyms = words.map(({ text, claimed }, at) => ({
    terms: beside.has(at) && !claimed ? synonymsOf(text, reader) : [],
    capitals: false,
  }))
  return [...names, ...reader.lexicon.find(synonyms)].toSorted((a, b) => a.from - b.from)
}

const shortestMendedName = 6

/**
 * A name is recognised by the word in its own language, or through the likeliest guess at a mistyped word. Only an
 * abbreviation may be of any language.
 */
function inOwnLanguage(text: string, terms: readonly TermGuess[]): LexiconWord['terms'] {
  // One letter away from IAEA stands IEA, and it is another agency.
  const isLong = text.length >= shortestMendedName
  const guess = isLong
    ? terms.find(({ language, synonym }) => language === undefined && synonym === undefined)
    : undefined
  return terms
    .filter((term) => term.language !== undefined || term === guess || term.synonym)
    .map((term) => (term.language === undefined ? term : { ...term, isForeign: term.weight < 1 }))
}

/** Whether a word that asks elsewhere is what is asked about: "is who a partner", of WHO. */
function isAskedAbout(words: readonly Word[], at: number, grammar: Grammar): boolean {
  return at === 1 && grammar.opensYesNo(words[0]!.text) && grammar.asking.at([words[1]!.text], 0) !== undefined
}

function wordsInCapitals(text: string): Set<string> {
  const capitals = text.match(/(?<!\p{L})\p{Lu}{2,}(?!\p{L})/gu) ?? []
  return /\p{Ll}/u.test(text) ? new Set(capitals.map((word) => word.toLowerCase())) : new Set()
}
