import type { DateMention } from './date-mention.ts'
import type { Grammar } from './grammar.ts'
import type { Numeral } from './numerals.ts'
import { isWithin } from './spans.ts'
import { minutesOf, type ProgrammeTable } from './programme-table.ts'

/** Minutes since midnight. */
export type Minutes = number

/**
 * A time of day that a question mentions, at words [from, to). `now` and `later` are told from the moment; `at` is a
 * moment, `after` (that moment included), `before` and `within` are spans of time.
 */
export type TimeMention = (
  | { readonly kind: 'now' | 'later' }
  | { readonly kind: 'at' | 'after' | 'before'; readonly minutes: Minutes }
  | { readonly kind: 'within'; readonly minutes: Minutes; readonly until: Minutes }
) & {
  readonly from: number
  readonly to: number
  /** Whether its words are part of it and nothing else: an hour is, and "morning" may be in a name. */
  readonly isClaimed: boolean
}

/** An hour in digits, as it was typed. */
export type TimeClaim = { readonly typed: string; readonly minutes: Minutes }

/** Letters for private use as in date-claims.ts, behind those of dates. */
const firstPlaceholder = 0xe100
const mostClaims = 100
const clock = /(?<![\d:.])([01]?\d|2[0-3]|24(?=[:\u2236]00))[:\u2236]([0-5]\d)(?::\d\d)?(?![\d:])/g

/** The text with a placeholder for each "14:00", and these. */
export function claimTimes(text: string): { readonly text: string; readonly claims: readonly TimeClaim[] } {
  const claims: TimeClaim[] = []
  const claimed = text.replace(clock, (typed: string, hours: string, minutes: string) => {
    if (claims.length >= mostClaims) return typed
    claims.push({ typed, minutes: Number(hours) * 60 + Number(minutes) })
    return ` ${String.fromCharCode(firstPlaceholder + claims.length - 1)} `
  })
  return { text: claimed, claims }
}

/** The hour for which a word stands, if it is a placeholder. */
export function timeClaimAt(word: string, claims: readonly TimeClaim[]): TimeClaim | undefined {
  return claims[word.charCodeAt(0) - firstPlaceholder]
}

type Read = {
  readonly words: readonly string[]
  readonly grammar: Grammar
  readonly numerals: readonly Numeral[]
  readonly dates: readonly DateMention[]
}

/**
 * The times of day among the words of a question: "at 14:00", "after five", "в 5 вечера", "сағат бестен кейін", "now".
 */
export function findTimes(read: Read, claims: readonly TimeClaim[]): TimeMention[] {
  const found: TimeMention[] = []
  for (let at = 0; at < read.words.length; at++) {
    const mention = hourAt(read, at, claims, found.at(-1)) ?? namedAt(read, at)
    if (!mention) continue
    found.push(mention)
    at = mention.to - 1
  }
  return found
}

/** An hour with what stands before and behind it. */
function hourAt(
  { words, grammar, numerals, dates }: Read,
  at: number,
  claims: readonly TimeClaim[],
  last: TimeMention | undefined,
): TimeMention | undefined {
  const table = grammar.programme
  const opener = openerAt(words, at, table) ?? rangeAt(words, at, last, grammar)
  const start = at + (opener?.length ?? 0)
  const isHour = table.hour.at(words, start)
  const place = start + (isHour?.length ?? 0)
  if (place >= words.length || isWithin(place, dates)) return undefined
  const value = valueAt(words, place, { numerals, table, claims })
  if (!value) return undefined
  const { to, half, isSaid } = behindHour(words, value.to, grammar)
  const behind = directionBehind(words, to, table)
  const isSure = value.isSure || isHour !== undefined || isSaid
  if (!isSure && ((!opener && !behind) || !mayEnd(words, behind?.to ?? to, dates, grammar))) return undefined
  const minutes = inDay(value.minutes, half, value.isExact)
  const kind = behind?.kind ?? opener?.kind ?? 'at'
  if (minutes === undefined || (!isSure && goesOnToADay(words, to, { grammar, numerals, table, claims })))
    return undefined
  // "What about 3?" may be an hour, and is more likely a number.
  const isClaimed = isSure || kind !== 'at' || to > value.to
  return { kind, minutes, from: at, to: behind?.to ?? to, isClaimed }
}

/** "From 22 to 25": what ends beyond the hours of a day does not begin with one. */
function goesOnToADay(words: readonly string[], at: number, read: ValueRead & Pick<Read, 'grammar'>): boolean {
  const { dates } = read.grammar
  const joint = words[at]
  if (joint === undefined || !(dates.isRangeTo(joint) || dates.isRangeAnd(joint))) return false
  return read.numerals.some(({ from }) => from === at + 1) && valueAt(words, at + 1, read) === undefined
}

type Opener = { readonly kind: 'at' | 'after' | 'before'; readonly length: number }

function openerAt(words: readonly string[], at: number, table: ProgrammeTable): Opener | undefined {
  const kinds = [
    ['after', table.after],
    ['after', table.from],
    ['before', table.before],
    ['at', table.at],
  ] as const
  for (const [kind, openers] of kinds) {
    const found = openers.at(words, at)
    if (found) return { kind, length: found.length }
  }
  return undefined
}

/** "From 10 to 12", "between 10 and 12". */
function rangeAt(
  words: readonly string[],
  at: number,
  last: TimeMention | undefined,
  { dates }: Grammar,
): Opener | undefined {
  if (last?.to !== at || last.kind !== 'after') return undefined
  return dates.isRangeTo(words[at]!) || dates.isRangeAnd(words[at]!) ? { kind: 'before', length: 1 } : undefined
}

type Value = {
  readonly minutes: Minutes
  readonly to: number
  readonly isSure: boolean
  /** In digits with minutes: "5:00" is the morning's as it stands. */
  readonly isExact: boolean
}

type ValueRead = Pick<Read, 'numerals'> & { readonly table: ProgrammeTable; readonly claims: readonly TimeClaim[] }

function valueAt(words: readonly string[], at: number, { numerals, table, claims }: ValueRead): Value | undefined {
  const claim = timeClaimAt(words[at]!, claims)
  if (claim) return { minutes: claim.minutes, to: at + 1, isSure: true, isExact: true }
  const noon = table.noon.at(words, at)
  if (noon) return { minutes: 12 * 60, to: at + noon.length, isSure: false, isExact: true }
  const declined = table.hourCases.at(words, at)
  const numeral = numerals.find(({ from, ordinal, certain }) => from === at && !ordinal && certain)
  const hour = numeral?.value ?? declined?.meanings[0]
  if (hour === undefined || !Number.isInteger(hour) || hour < 0 || hour > 24) return undefined
  return { minutes: hour * 60, to: numeral?.to ?? at + declined!.length, isSure: false, isExact: false }
}

/** "O'clock", "am", "вечера" and endings behind digits. */
function behindHour(
  words: readonly string[],
  at: number,
  grammar: Grammar,
): { readonly to: number; readonly half: 'am' | 'pm' | undefined; readonly isSaid: boolean } {
  const table = grammar.programme
  const ending = table.endings.at(words, at)
  const start = at + (ending && /^\d+$/.test(words[at - 1] ?? '') ? ending.length : 0)
  for (const [half, halves] of [
    ['am', table.forenoon],
    ['pm', table.afternoon],
  ] as const) {
    const found = halves.at(words, start)
    // "Четыре дня" are four days, unless something says that they are an hour.
    const isUnit = found?.length === 1 && grammar.dates.isDay(words[start]!)
    if (found) return { to: start + found.length, half, isSaid: !isUnit }
  }
  const hour = table.hour.at(words, start)
  if (!hour) return { to: start, half: undefined, isSaid: false }
  const rest = behindHour(words, start + hour.length, grammar)
  return rest.half ? { ...rest, isSaid: true } : { to: start + hour.length, half: undefined, isSaid: true }
}

function directionBehind(
  words: readonly string[],
  at: number,
  table: ProgrammeTable,
): { readonly kind: 'after' | 'before'; readonly to: number } | undefined {
  const after = table.afterBehind.at(words, at)
  if (after) return { kind: 'after', to: at + after.length }
  const before = table.beforeBehind.at(words, at)
  return before && { kind: 'before', to: at + before.length }
}

/** "After two" ends there or goes on with words that say nothing; "after two talks" counts. */
function mayEnd(words: readonly string[], at: number, dates: readonly DateMention[], { isFunction }: Grammar): boolean {
  const next = words[at]
  return next === undefined || isFunction(next) || isWithin(at, dates)
}

/** Nobody speaks of the night before seven: "after five" is in the afternoon unless it says otherwise. */
const earliest = 7

function inDay(minutes: Minutes, half: 'am' | 'pm' | undefined, isExact: boolean): Minutes | undefined {
  const hour = Math.floor(minutes / 60)
  if (half === 'pm') return hour < 12 ? minutes + 12 * 60 : minutes
  if (half === 'am') return hour === 12 ? minutes - 12 * 60 : minutes
  return !isExact && hour >= 1 && hour < earliest ? minutes + 12 * 60 : minutes
}

/** A part of the day, now, or later. */
function namedAt({ words, grammar, dates }: Read, at: number): TimeMention | undefined {
  const { programme: table } = grammar
  // "This afternoon" points at nothing that was said.
  const beside = grammar.dates.relative.beside.at(words, at)
  const place = at + (beside?.meanings[0] === 0 ? beside.length : 0)
  const part = table.dayParts.at(words, place)
  if (part) {
    const { from, to } = minutesOf(part.meanings[0]!)
    return { kind: 'within', minutes: from, until: to, from: at, to: place + part.length, isClaimed: false }
  }
  if (isWithin(at, dates)) return undefined
  const now = table.now.at(words, at)
  if (now) return { kind: 'now', from: at, to: at + now.length, isClaimed: false }
  const later = table.later.at(words, at)
  return later && { kind: 'later', from: at, to: at + later.length, isClaimed: false }
}
