import type { Language } from '../../knowledge/language.ts'
import type { Entry, Pack } from '../../knowledge/pack.ts'
import { languageOf } from '../../languages/known/all.ts'
import type { TermOf } from '../text/term.ts'
import { tokenise } from '../text/tokenise.ts'
import { findDates } from './dates.ts'
import type { Grammar } from './grammar.ts'
import { findNumerals, type Numeral } from './numerals.ts'

/**
 * What the number of a series is: one number ("COP30", "Sixth Meeting"), two of them ("78/147"), or a year ("Expo
 * 2024").
 */
export type SeriesKind = 'number' | 'pair' | 'year'

/** A number within a text, with the words beside it that may be a series' name. */
export type Numbered = {
  readonly kind: SeriesKind
  /** "30", "78/147". */
  readonly number: string
  /** Words [from, to) of the text. */
  readonly from: number
  readonly to: number
  /** The place of the word before it: "COP 30". */
  readonly before: number | undefined
  /** The places of the words behind it: "Sixth Consultative Meeting". */
  readonly after: readonly number[]
}

/** A number of a series that the pack speaks of. */
export type SeriesName = {
  /** The entry's place in the pack. */
  readonly entry: number
  readonly kind: SeriesKind
  readonly number: string
  readonly language: Language
  /** The stems of the words beside the number. */
  readonly terms: readonly string[]
  /** The name as it is written: "COP30". Undefined for what is said in passing, which is known and not shown. */
  readonly label?: string
}

/** Words behind a number that may belong to its name: "30th session of the Conference of the Parties". */
const mostBehind = 5

/** Reading a text as one name takes the square of its length: a longer one is looked at like any text. */
const longestName = 1000

/** Letters of a name that is shown as a whole; of a longer one some words from its number on. */
const longestLabel = 60

/** Of them so many are shown. */
const mostShown = 4

/** All numbers of series in the names of a pack's entries, and those that its texts speak of. */
export function findSeries(pack: Pack, termOf: TermOf, grammar: Grammar): SeriesName[] {
  const found: SeriesName[] = []
  for (const [entry, told] of pack.entries.entries()) {
    if (told.type === 'gap') continue
    for (const language of pack.languages) {
      for (const [text, isName] of textsOf(told, language)) {
        const place = { entry, language, isName, title: told.title[language] ?? text }
        // Of longer texts only what stands beside a number in digits is looked at.
        const parts = isName && text.length <= longestName ? [text] : text.match(besideNumber)
        for (const part of parts ?? []) for (const one of seriesIn(part, place, termOf, grammar)) found.push(one)
      }
    }
  }
  return found
}

function textsOf({ title, names, at, says, text }: Entry, language: Language): [text: string, isName: boolean][] {
  const named = [title[language], ...names[language], at[language]].filter((one) => one !== undefined)
  const said = [...says.map((statement) => statement.text[language]), text[language]].filter((one) => one !== undefined)
  return [...named.map((one): [string, boolean] => [one, true]), ...said.map((one): [string, boolean] => [one, false])]
}

type Place = { readonly entry: number; readonly language: Language; readonly isName: boolean; readonly title: string }

/**
 * A number in digits, with the word before it and the first ones behind it. Begun at the first letter of a word only:
 * from each letter of a long one, it would be read to its end.
 */
const besideNumber =
  /(?:(?<!\p{L})\p{L}+[^\p{L}\p{N}]{1,3}|(?<!\p{L})\p{L}+)?\p{N}+(?:\/\p{N}+)?(?:[^\p{L}\p{N}.;]{1,2}\p{L}+){0,6}/gu

function seriesIn(text: string, place: Place, termOf: TermOf, grammar: Grammar): SeriesName[] {
  const words = tokenise(text)
  // Most names hold no number: finding that out is quicker than reading them.
  if (!words.some((word, at) => figure.test(word) || grammar.numerals.at(words, at).length > 0)) return []
  const { entry, language, isName, title } = place
  const spoken = languageOf(language)
  return findNumbered(words, grammar, language, { isName: true }).flatMap((numbered) => {
    const { kind, number, before, after, from, to } = numbered
    const places = [...(before === undefined ? [] : [before]), ...after]
    if (places.length === 0) return []
    const terms = [...new Set(places.map((at) => termOf(words[at]!, spoken)))]
    const label = isName ? (labelOf(text, words.length, { from, to, before, after }) ?? title) : undefined
    return [{ entry, kind, number, language, terms, ...(label !== undefined && { label }) }]
  })
}

/**
 * How a name with its number is shown, as it stands in the text: "COP30", "SB-62", "Sixth Consultative Meeting".
 * Undefined if
 * the text reads as other words than were counted.
 */
function labelOf(
  text: string,
  count: number,
  { from, to, before, after }: Pick<Numbered, 'from' | 'to' | 'before' | 'after'>,
): string | undefined {
  const words = [...text.matchAll(/\p{L}[\p{L}\p{M}]*|\p{N}+/gu)]
  if (words.length !== count) return undefined
  const slice = (first: number, last: number): string =>
    text.slice(words[first]!.index, words[last]!.index + words[last]![0].length)
  const isJoined = before !== undefined && words[from]!.index - words[before]!.index - words[before]![0].length <= 3
  const behind = text.slice(words[to - 1]!.index + words[to - 1]![0].length)
  // "Органдарының 62-сессиясы" is a name that begins with its number.
  if (isJoined && !/^[-\u2010-\u2015]\p{L}{4}/u.test(behind)) return slice(before, to - 1)
  return text.length <= longestLabel ? text : slice(from, after.at(mostShown - 1) ?? after.at(-1) ?? to - 1)
}

/**
 * The numbers among the words of a name or a question, with the words beside them. In a question a number before a noun
 * mostly counts ("20 initiatives"), so only an ordinal, a pair or a year belongs to what stands behind it.
 */
export function findNumbered(
  words: readonly string[],
  grammar: Grammar,
  language: string | undefined,
  { isName }: { readonly isName: boolean },
): Numbered[] {
  const numerals = findNumerals(words, grammar, language).filter(({ certain }) => certain)
  const dates = findDates({ words, grammar, numerals }, [], '2000-01-01').filter(({ relative }) => !relative)
  const taken = new Set<number>()
  for (const { from, to } of [...numerals, ...dates]) for (let at = from; at < to; at++) taken.add(at)
  const inDates = (at: number): boolean => dates.some(({ from, to }) => from <= at && at < to)
  const isNaming = (at: number): boolean =>
    at >= 0 && at < words.length && !taken.has(at) && words[at]!.length > 1 && !grammar.isFunction(words[at]!)
  // A question's name ends where it asks: "for the first time at which session".
  const isEnd = (at: number): boolean => taken.has(at) || (!isName && grammar.asking.at(words, at) !== undefined)
  const besides = (from: number, to: number, behind: boolean): Pick<Numbered, 'from' | 'to' | 'before' | 'after'> => ({
    from,
    to,
    // "Partners, one of which" and "at the UN for the first time": before a number in words stands something else.
    before:
      isNaming(from - 1) && (figure.test(words[from]!) || grammar.numerals.isNumber(words[from]!))
        ? from - 1
        : undefined,
    after: behind ? namingBehind(words, to, isEnd, isNaming) : [],
  })
  // "The 2025 summit" and "2025 жылғы саммит", but not "in 2025 the summit was confirmed".
  const belongsBehind = (from: number, to: number): boolean =>
    to - from === 1
      ? from === 0 || !grammar.dates.isBeforeMonth(words[from - 1]!)
      : grammar.dates.isYearOf(words[to - 1]!)
  const years = dates.flatMap(({ first, from, to }): Numbered[] =>
    first.year === undefined || first.month !== undefined
      ? []
      : [{ kind: 'year', number: String(first.year), ...besides(from, to, belongsBehind(from, to)) }],
  )
  const numbers = pairsOf(numerals.filter(({ from }) => !inDates(from))).map(({ kind, number, from, to, ordinal }) => ({
    kind,
    number,
    ...besides(from, to, ordinal || kind === 'pair' || isName),
  }))
  // "12/8" may be a day of August, and in "report 12/8" it is none.
  const typed = words.flatMap((word, at): Numbered[] =>
    /^\d+\/\d+$/.test(word) ? [{ kind: 'pair', number: word, ...besides(at, at + 1, true) }] : [],
  )
  return [...numbers, ...typed, ...years]
}

/** Digits or a Roman numeral, also in the Cyrillic letters that look like its own. */
const figure = /^(?:\p{N}+(?:\/\p{N}+)?|[ivx\u0456\u0445]+)$/u

function namingBehind(
  words: readonly string[],
  from: number,
  isEnd: (at: number) => boolean,
  isNaming: (at: number) => boolean,
): number[] {
  const places: number[] = []
  for (let at = from; at < words.length && !isEnd(at) && places.length < mostBehind; at++)
    if (isNaming(at)) places.push(at)
  return places
}

type Piece = Pick<Numbered, 'kind' | 'number' | 'from' | 'to'> & { readonly ordinal: boolean }

/** "78/147" is one number of two. */
function pairsOf(numerals: readonly Numeral[]): Piece[] {
  const pieces: Piece[] = []
  for (const { value, ordinal, inDigits, from, to } of numerals) {
    const last = pieces.at(-1)
    const isSecond = last?.to === from && inDigits && !ordinal && !last.ordinal && /^\d+$/.test(last.number)
    if (isSecond) pieces[pieces.length - 1] = { ...last, kind: 'pair', number: `${last.number}/${value}`, to }
    else pieces.push({ kind: 'number', number: String(value), from, to, ordinal })
  }
  return pieces
}
