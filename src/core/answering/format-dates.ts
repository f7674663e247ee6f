import { daysBetween, daysIn, type Span } from '../../knowledge/dates.ts'
import type { Language } from '../../knowledge/language.ts'
import { monthName, say } from '../i18n.ts'

/** "22–24 April 2026", "ноябрь 2025 года", "2023 жыл": no finer than the source is. */
export function formatSpan({ from, to, precision }: Span, language: Language): string {
  const [year, month, day] = parts(from)
  const [toYear, toMonth, toDay] = parts(to)
  if (precision === 'year') return say(language, 'date.year', { year })
  if (precision === 'month') return say(language, 'date.month', { year, month: monthName(language, month, true) })
  if (from === to) return formatDay(from, language)
  if (year !== toYear)
    return say(language, 'date.years', { from: formatDay(from, language), to: formatDay(to, language) })
  if (month === toMonth) {
    return say(language, 'date.days', { year, from: day, to: toDay, month: monthName(language, month, false) })
  }
  const names = { fromMonth: monthName(language, month, false), toMonth: monthName(language, toMonth, false) }
  return say(language, 'date.months', { year, fromDay: day, toDay, ...names })
}

/** "22 April 2026". */
export function formatDay(iso: string, language: Language): string {
  const [year, month, day] = parts(iso)
  return say(language, 'date.day', { year, month: monthName(language, month, false), day })
}

function parts(iso: string): [year: number, month: number, day: number] {
  return iso.split('-').map(Number) as [number, number, number]
}

/** "Wednesday, 22 April 2026". */
export function formatDayOfWeek(iso: string, language: Language): string {
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.parse(iso))
  return say(language, 'date.weekday', { weekday, day: formatDay(iso, language) })
}

/** "Wed 10 Jun". */
export function formatWeekday(iso: string, language: Language): string {
  return weekdayFormats.getOrInsertComputed(language, weekdayFormat).format(Date.parse(iso))
}

function weekdayFormat(language: Language): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(say(language, 'date.tag'), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  })
}

const weekdayFormats = new Map<Language, Intl.DateTimeFormat>()

/** Where today stands to an event, in whole days at its venue. */
type Tense = { readonly when: 'past' | 'present' | 'future'; readonly days: number }

/** Whether an event is over, on or to come, by the venue's day. */
export function standingOf({ from, to }: Span, now: Date, timeZone: string): Tense {
  const today = dayIn(timeZone, now)
  if (today > to) return { when: 'past', days: daysBetween(to, today) }
  if (today < from) return { when: 'future', days: daysBetween(today, from) }
  return { when: 'present', days: 0 }
}

/**
 * "Starts in 2 days.", "It is on now: day 2 of 3.", "Ended 217 days ago." What is known by its month or year is not on
 * a day.
 */
export function sayTense(span: Span, now: Date, timeZone: string, language: Language): string {
  const { when, days } = standingOf(span, now, timeZone)
  const count = daysIn(span)
  if (when === 'present') {
    const day = daysBetween(span.from, dayIn(timeZone, now)) + 1
    return count === 1 ? say(language, 'tense.present') : say(language, 'tense.dayOf', { day, count })
  }
  if (days === 1) return say(language, when === 'past' ? 'time.yesterday' : 'time.tomorrow')
  return say(language, `tense.${when}`, { count: days })
}

/** The calendar day (ISO) at a moment in a time zone. Sweden writes dates as ISO does. */
export function dayIn(timeZone: string, now: Date): string {
  return dayFormats
    .getOrInsertComputed(timeZone, () => new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short' }))
    .format(now)
}

/** Making a format takes a hundred times longer than using it. */
const dayFormats = new Map<string, Intl.DateTimeFormat>()
