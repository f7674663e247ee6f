import { languages } from '../../knowledge/language.ts'
import { idIn, type StringTable } from '../text/string-table.ts'

/** Something with names in the pack that a question or a text may mention. */
export type Thing = { readonly kind: 'place' | 'organisation' | 'term' | 'generic' | 'entry'; readonly id: string }

/** A mention of things by name: tokens [from, to). Names shared by several things give them all. */
export type NameMention = { readonly things: readonly Thing[]; readonly from: number; readonly to: number }

/** A word of a text: its terms, each in the language that gave it (or none), and whether it was written in capitals. */
export type LexiconWord = {
  readonly terms: readonly {
    readonly term: string
    readonly language?: string
    /** Whether it is of another language than the text: then it stands for an abbreviation alone. */
    readonly isForeign?: boolean
  }[]
  readonly capitals: boolean
}

export type Lexicon = { readonly size: number; find(words: readonly LexiconWord[]): NameMention[] }

/** All names of a pack, numbered from 0, in flat arrays; lists are [start[n], start[n + 1]) of another array. */
export type LexiconData = {
  /** The stems of all words of all names. */
  readonly stems: StringTable
  /** The names that begin with stem s, longest first: `firstNames`. */
  readonly firstStart: Uint32Array
  readonly firstNames: Uint32Array
  /** The language of each name, as its place in `languages`. */
  readonly nameLanguages: Uint8Array
  /**
   * 1 for a name such as WHO or US, which is another word unless it is written in capitals; 2 for other
   * abbreviations.
   */
  readonly nameCapitals: Uint8Array
  /** The words of name n, and the stems that each of them may have: `wordStems`. */
  readonly nameWords: Uint32Array
  readonly wordStart: Uint32Array
  readonly wordStems: Uint32Array
  /** What name n may mean: `nameThings`, which are places in `things`. */
  readonly thingStart: Uint32Array
  readonly nameThings: Uint32Array
  readonly things: readonly Thing[]
}

export function openLexicon(data: LexiconData): Lexicon {
  return { size: data.firstNames.length, find: (words) => find(words, data) }
}

/** Longest names first; what one name has taken, a shorter one inside it does not take again. */
function find(words: readonly LexiconWord[], data: LexiconData): NameMention[] {
  const read = words.map(({ terms, capitals }) => ({
    capitals,
    terms: terms.flatMap(({ term, language, isForeign = false }) => {
      const stem = idIn(data.stems, term)
      return stem === undefined ? [] : [{ stem, language, isForeign, isLatin: /^[a-z]/.test(term) }]
    }),
  }))
  const mentions: NameMention[] = []
  for (let from = 0; from < read.length; from++) {
    const name = longestAt(from, read, data)
    if (name === undefined) continue
    const to = from + lengthOf(name, data)
    const { thingStart, nameThings } = data
    const things = nameThings.subarray(thingStart[name], thingStart[name + 1])
    mentions.push({ things: Array.from(things, (thing) => data.things[thing]!), from, to })
    from = to - 1
  }
  return mentions
}

/** A word of the text, with those of its terms that are stems of names. */
type ReadWord = {
  readonly terms: readonly {
    readonly stem: number
    readonly language: string | undefined
    readonly isForeign: boolean
    readonly isLatin: boolean
  }[]
  readonly capitals: boolean
}

function longestAt(from: number, words: readonly ReadWord[], data: LexiconData): number | undefined {
  let longest: number | undefined
  for (const { stem } of words[from]!.terms) {
    const names = data.firstNames.subarray(data.firstStart[stem], data.firstStart[stem + 1])
    const name = names.find((name) => stands(name, from, words, data))
    const longer = name !== undefined && (longest === undefined || lengthOf(name, data) > lengthOf(longest, data))
    if (longer) longest = name
  }
  return longest
}

function lengthOf(name: number, { nameWords }: LexiconData): number {
  return nameWords[name + 1]! - nameWords[name]!
}

/** Whether the text has this name at a place. */
function stands(name: number, from: number, words: readonly ReadWord[], data: LexiconData): boolean {
  const { nameWords, wordStart, wordStems, nameLanguages, nameCapitals } = data
  if (nameCapitals[name] === 1 && !words[from]!.capitals) return false
  const language = languages[nameLanguages[name]!]
  const first = nameWords[name]!
  for (let word = first; word < nameWords[name + 1]!; word++) {
    const stems = wordStems.subarray(wordStart[word], wordStart[word + 1])
    const found = words[from + word - first]
    if (!found || !has(found, stems, language, nameCapitals[name] === 2)) return false
  }
  return true
}

/**
 * A stem means something in its own language only: "жил" is a year in Kazakh and a dwelling in Russian. Latin letters
 * in a Cyrillic text are an abbreviation of no language ("COP"), and abbreviations of one are used in others.
 */
function has({ terms }: ReadWord, stems: Uint32Array, of: string | undefined, isAbbreviation: boolean): boolean {
  return terms.some(
    ({ stem, language, isForeign, isLatin }) =>
      stems.includes(stem) && (!isForeign || isAbbreviation) && (language === undefined || language === of || isLatin),
  )
}
