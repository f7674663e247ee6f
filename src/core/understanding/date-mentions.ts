import type { Span } from '../../knowledge/dates.ts'
import { foldKazakh } from '../text/normalise.ts'
import { wordsOf } from '../text/word-list.ts'

/** A date as far as a question gives it: any of day (or first and last day), month 1–12, year. */
export type DateMention = { day?: number; lastDay?: number; month?: number; year?: number; from: number; to: number }

/** Beginnings of the names of the months, as they stand in the three languages, folded. */
const months: readonly (readonly string[])[] = [
  'january январ кантар',
  'february феврал акпан',
  'march март наурыз',
  'april апрел сауир',
  'may мая май мамыр мае маю',
  'june июн маусым',
  'july июл шилде',
  'august август тамыз',
  'september сентябр кыркуйек',
  'october октябр казан',
  'november ноябр караша',
  'december декабр желтоксан',
].map(wordsOf)

/** Short forms that are words of other meaning too unless a number stands beside them. */
const shortMonths: ReadonlyMap<string, number> = new Map(
  wordsOf('jan feb mar apr may jun jul aug sep oct nov dec').map((name, index) => [name, index + 1]),
)

/** Kazan is no October, Martin no March. */
const otherNames = /^(казан(ь|и|ью|с)|мартин|августин)/

const wholeNames = new Set(wordsOf('may мая май мае маю march'))

/** What makes "may" and "march" months where no number stands beside them. */
const beforeMonths = new Set(wordsOf('in of during since by last this for month and'))

/** "2025-05-13" and "13.05.2025" with the month in letters, as the rest of a question is read word by word. */
export function spellOutDates(text: string): string {
  return text
    .replace(/\b(\d{4})-(\d{2})-(\d{2})\b/g, (all, year: string, month: string, day: string) =>
      spellOut(all, day, month, year),
    )
    .replace(/\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b/g, (all, day: string, month: string, year: string) =>
      spellOut(all, day, month, year),
    )
}

function spellOut(all: string, day: string, month: string, year: string): string {
  const name = months[Number(month) - 1]?.[0]
  return name === undefined ? all : `${Number(day)} ${name} ${year}`
}

/** The dates among the words of a question: "13–15 May 2025", "мамыр", "в ноябре", "2025 жылғы 13 наурыз", "2023". */
export function findDates(words: readonly string[]): DateMention[] {
  const folded = words.map(foldKazakh)
  const found: DateMention[] = []
  const used = new Set<number>()
  folded.forEach((word, at) => {
    const month = monthOf(word, folded[at - 1], folded[at + 1])
    if (month === undefined) return
    const mention = around(folded, at, month)
    found.push(mention)
    for (let index = mention.from; index < mention.to; index++) used.add(index)
  })
  folded.forEach((word, at) => {
    if (!used.has(at) && /^(19|20)\d\d$/.test(word)) found.push({ year: Number(word), from: at, to: at + 1 })
  })
  return found
}

function monthOf(word: string, before: string | undefined, after: string | undefined): number | undefined {
  const index = otherNames.test(word) ? -1 : months.findIndex((names) => names.some((name) => isFormOf(name, word)))
  if (index >= 0 && word !== 'may' && word !== 'march') return index + 1
  const beside = [before, after].some((one) => one !== undefined && /^\d+$/.test(one))
  if (index >= 0 && (beside || (before !== undefined && beforeMonths.has(before)))) return index + 1
  return beside ? shortMonths.get(word) : undefined
}

/** Endings of case are at most six letters long. */
function isFormOf(name: string, word: string): boolean {
  return wholeNames.has(name) ? word === name : word.startsWith(name) && word.length <= name.length + 6
}

/** Takes in the days and the year that stand beside a month. */
function around(words: readonly string[], at: number, month: number): DateMention {
  const mention: DateMention = { month, from: at, to: at + 1 }
  takeDays(words, mention)
  takeYear(words, mention)
  return mention
}

/** "13–15 мая", "19th of November", "November 19". */
function takeDays(words: readonly string[], mention: DateMention): void {
  const before = skipBack(words, mention.from - 1)
  if (isDay(words[before])) {
    mention.day = Number(words[before])
    mention.from = before
    const first = skipBack(words, before - 1)
    if (!isDay(words[first])) return
    mention.lastDay = mention.day
    mention.day = Number(words[first])
    mention.from = first
    return
  }
  for (const place of ['day', 'lastDay'] as const) {
    if (isDay(words[mention.to])) mention[place] = Number(words[mention.to++])
  }
}

/** "2025 жылғы 13 наурыз", "май 2025 года", "13 March, 2025". */
function takeYear(words: readonly string[], mention: DateMention): void {
  if (isYear(words[mention.to])) {
    mention.year = Number(words[mention.to++])
    return
  }
  const before = mention.from - (words[mention.from - 1]?.startsWith('жыл') ? 2 : 1)
  if (!isYear(words[before])) return
  mention.year = Number(words[before])
  mention.from = before
}

/** Over what may stand between a day and its month: "19th of", "19-го". */
function skipBack(words: readonly string[], from: number): number {
  let at = from
  while (at >= 0 && /^(st|nd|rd|th|го|е|ши|по|to|and|of)$/.test(words[at]!)) at--
  return at
}

function isDay(word: string | undefined): word is string {
  return word !== undefined && /^\d{1,2}$/.test(word) && Number(word) >= 1 && Number(word) <= 31
}

function isYear(word: string | undefined): word is string {
  return word !== undefined && /^(19|20)\d\d$/.test(word)
}

/**
 * Whether some day of the span has the mentioned day, month and year; undefined when the span is too coarse to tell
 * (whether something of 2025 was in May).
 */
export function fitsSpan({ day, lastDay, month, year }: DateMention, span: Span): boolean | undefined {
  if (span.precision === 'year' && (day !== undefined || month !== undefined)) return undefined
  for (let time = Date.parse(span.from); time <= Date.parse(span.to); time += 86_400_000) {
    const date = new Date(time)
    const isDay = day === undefined || (date.getUTCDate() >= day && date.getUTCDate() <= (lastDay ?? day))
    const isMonth = month === undefined || date.getUTCMonth() + 1 === month
    const isYear = year === undefined || date.getUTCFullYear() === year
    if (isDay && isMonth && isYear) return span.precision === 'day' || day === undefined ? true : undefined
  }
  return false
}
