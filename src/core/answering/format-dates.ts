import type { Span } from '../../knowledge/dates.ts'
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

function formatDay(iso: string, language: Language): string {
  const [year, month, day] = parts(iso)
  return say(language, 'date.day', { year, month: monthName(language, month, false), day })
}

function parts(iso: string): [year: number, month: number, day: number] {
  return iso.split('-').map(Number) as [number, number, number]
}

/** Where today stands to an event, in whole days at its venue. */
type Tense = { readonly when: 'past' | 'present' | 'future'; readonly days: number }

function tenseOf({ from, to }: Span, now: Date, timeZone: string): Tense {
  const today = dayIn(timeZone, now)
  if (today > to) return { when: 'past', days: daysBetween(to, today) }
  if (today < from) return { when: 'future', days: daysBetween(today, from) }
  return { when: 'present', days: 0 }
}

/** "How long ago was it?" in words, the venue's time zone named. */
export function sayTense(span: Span, now: Date, timeZone: string, language: Language): string {
  const { when, days } = tenseOf(span, now, timeZone)
  const zone = zoneName(timeZone, now)
  return when === 'present'
    ? say(language, 'tense.present', { zone })
    : say(language, `tense.${when}`, { count: days, zone })
}

/** The calendar day (ISO) at a moment in a time zone. Sweden writes dates as ISO does. */
export function dayIn(timeZone: string, now: Date): string {
  return dayFormats
    .getOrInsertComputed(timeZone, () => new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short' }))
    .format(now)
}

/** Making a format takes a hundred times longer than using it. */
const dayFormats = new Map<string, Intl.DateTimeFormat>()

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

function zoneName(timeZone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(now)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}
