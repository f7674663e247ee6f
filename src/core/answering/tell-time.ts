import { daysIn, type Span } from '../../knowledge/dates.ts'
import type { Entry, Pack } from '../../knowledge/pack.ts'
import { say } from '../i18n.ts'
import { venueDay } from '../time/venue.ts'
import { countsDays } from '../understanding/counted-days.ts'
import { fitsSpan } from '../understanding/fits-span.ts'
import type { Question } from '../understanding/question.ts'
import type { Timing } from '../understanding/timing.ts'
import { composeEntry } from './compose.ts'
import { titleOf } from './facts.ts'
import { formatDayOfWeek, formatSpan, sayTense, standingOf } from './format-dates.ts'
import { saySource } from './say-source.ts'
import { tellHours } from './tell-hours.ts'
import { answered, declined } from './replies.ts'
import type { Decision, Line } from './reply.ts'
import { wordingOf, type Turn } from './turn.ts'

/**
 * What a question asks of an entry's time: when it starts or ends, how long it lasts, how many days are left, whether
 * it is over.
 * An hour, or days where only a month or a year is known, the source does not give: then it is said what it does give.
 * Undefined where the question asks no time or the entry has none.
 */
export function tellTime(entry: Entry, confidence: number, turn: Turn): Decision | undefined {
  const { timing } = turn.question
  if (!entry.dates) return undefined
  const hours = tellHours(entry, confidence, turn)
  if (hours) return hours
  if (!timing)
    return asksDay(turn.question, entry.dates) && !saysDay(entry, turn.knowledge.pack)
      ? withoutIt(entry, entry.dates, confidence, turn)
      : undefined
  // "Does it last three days?" wants a yes or a no.
  if (timing === 'duration' && turn.question.numerals.some((one) => countsDays(one, turn.question))) return undefined
  if (timing === 'hour' && saysHour(entry)) return undefined
  const { precision } = entry.dates
  const isWhether = timing === 'started' || timing === 'over'
  if (isWhether) {
    const fact = whetherSo(entry.dates, timing, entry.hostDates, turn)
    return fact === undefined ? undefined : tellUnder(entry, fact, confidence, turn)
  }
  // The days of the conference that it was part of are not its own; a month is an answer to when, as far as there is
  // one.
  if (entry.hostDates || (precision !== 'day' && (timing === 'start' || timing === 'end'))) return undefined
  if (timing === 'hour' || precision !== 'day') return withoutIt(entry, entry.dates, confidence, turn)
  const fact = timeAsked(entry.dates, timing, turn)
  return fact === undefined ? undefined : tellUnder(entry, fact, confidence, turn)
}

/** "On what day?", of what is known by its month or year: that answers only a when. */
function asksDay({ asked, words }: Question, { precision }: Span): boolean {
  if (precision === 'day' || !asked.has('when')) return false
  return words.some(({ role, marks }) => role === 'asking' && marks.has('exact day'))
}

/** Whether a day is told all the same: by what is part of the entry, or by one of its statements. */
function saysDay({ id, says }: Entry, { entries }: Pack): boolean {
  const hasPart = entries.some(({ within, dates }) => within === id && dates?.precision === 'day')
  return hasPart || says.some(({ text }) => Object.values(text).some((words) => dayNumber.test(words)))
}

/** A number up to 31 that stands by itself. */
const dayNumber = /(?<![\p{L}\p{N}./])(?:[12]?\d|3[01])(?![\p{N}./%])/u

/** The entry with the fact asked for above the rest, which is then no fact but more of it. */
export function tellUnder(entry: Entry, fact: string, confidence: number, turn: Turn): Decision {
  const { question, now, knowledge } = turn
  const tense = entry.dates && sayTense(entry.dates, now, knowledge.pack.timeZone, turn.language)
  const rest = composeEntry(entry, wordingOf({ ...turn, question: { ...question, asked: new Set(['when']) } }))
    .filter(({ text }) => text !== tense || !fact.includes(text))
    .map(({ kind, text }): Line => ({ kind: kind === 'fact' ? 'text' : kind, text }))
  return answered({ lines: [{ kind: 'fact', text: fact }, ...rest], entries: [entry.id] }, confidence, turn)
}

/** Whether a text of the entry has an hour: it is told as it stands. */
function saysHour({ says, text }: Entry): boolean {
  const texts = [text, ...says.map((statement) => statement.text)].flatMap((words) => Object.values(words))
  return texts.some((one) => clock.test(one))
}

const clock = /(?<!\d)(?:[01]?\d|2[0-3]):[0-5]\d(?!\d)/

function withoutIt(entry: Entry, span: Span, confidence: number, turn: Turn): Decision {
  const { language, question } = turn
  const key = question.timing === 'hour' && span.precision === 'day' ? 'time.onlyDays' : 'time.onlyCoarse'
  const reason = saySource(turn.knowledge.pack, language, key, {
    when: formatSpan(span, language),
    title: titleOf(entry, language),
  })
  return declined(turn, 1 - confidence, { lacks: question.timing === 'hour' ? 'hour' : 'day', reason, about: [entry] })
}

function timeAsked(span: Span, timing: Timing, turn: Turn): string | undefined {
  const { language, now, knowledge, question } = turn
  const { timeZone } = knowledge.pack
  const tense = sayTense(span, now, timeZone, language)
  const isTold = span.from === span.to
  switch (timing) {
    case 'start':
    case 'end': {
      const iso = timing === 'start' ? span.from : span.to
      const isPast = iso <= venueDay(now, timeZone)
      const key = timing === 'start' ? (isPast ? 'time.started' : 'time.starts') : isPast ? 'time.ended' : 'time.ends'
      return say(language, key, { day: formatDayOfWeek(iso, language) })
    }
    case 'weekday':
      return isTold
        ? formatDayOfWeek(span.from, language)
        : `${formatDayOfWeek(span.from, language)} – ${formatDayOfWeek(span.to, language)}`
    case 'duration':
      return say(language, 'time.lasts', { count: daysIn(span) })
    case 'remaining':
      // "How many seats are left?" counts something else.
      return question.words.some(({ role }, at) => role === 'content' && !isNamedAt(at, turn)) ? undefined : tense
    default:
      return undefined
  }
}

/** Yes or no, by the venue's day; of a start or an end with a date, whether that is the day. */
function whetherSo(span: Span, timing: 'started' | 'over', isOfHost: boolean, turn: Turn): string | undefined {
  const { language, now, knowledge, question } = turn
  if (question.deniesOrCompares) return undefined
  const verdict = (yes: boolean, text: string): string => `${say(language, yes ? 'verdict.yes' : 'verdict.no')} ${text}`
  if (question.dates.length > 0 && !isOfHost) {
    const iso = timing === 'started' ? span.from : span.to
    const edge: Span = { from: iso, to: iso, precision: 'day' }
    const isSo = span.precision === 'day' && question.dates.some((date) => fitsSpan(date, edge) === true)
    const told = timeAsked(span, timing === 'started' ? 'start' : 'end', turn)
    return span.precision === 'day' && told !== undefined ? verdict(isSo, told) : undefined
  }
  const { when } = standingOf(span, now, knowledge.pack.timeZone)
  // Within a month, or a conference that it was part of, nobody can tell.
  const isExact = span.precision === 'day' && !isOfHost
  if (!isExact && when === 'present') return undefined
  const isSo = timing === 'over' ? when === 'past' : when !== 'future'
  const tense = sayTense(span, now, knowledge.pack.timeZone, language)
  return verdict(isSo, isExact ? tense : `${formatSpan(span, language)}.`)
}

function isNamedAt(at: number, { question: { names, words } }: Turn): boolean {
  return names.some(({ from, to }) => from <= at && at < to) || words[at]!.marks.has('event') || words[at]!.claimed
}
