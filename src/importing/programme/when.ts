import { isCalendarDate } from '../../knowledge/dates.ts'
import { allLanguages } from '../../languages/known/all.ts'

/** Which of "06/10/2026" is the day: Americans write the month first. */
export type DayOrder = 'day-first' | 'month-first'

/** What a cell of days can't tell by itself. */
export type DayContext = { readonly year?: number | undefined; readonly order?: DayOrder | undefined }

/** A time of day, "09:30", and when it ends, if the text tells both. */
export type Times = { readonly start: string; readonly end?: string }

/**
 * A day as people write it: "2026-06-10", "10.06.2026", "10/6/26", "Wed, June 10", "10 июня 2026 г.", "10 маусым".
 * Undefined for what is no day, has no year where none is known, or is not in the calendar.
 */
export function readDay(text: string, { year, order }: DayContext = {}): string | undefined {
  const iso = /(?<!\d)(\d{4})[-./](\d\d?)[-./](\d\d?)(?!\d)/.exec(text)
  if (iso) return dayOf(iso[1], iso[2]!, iso[3]!)
  const words = text.toLowerCase().match(/\p{L}+|\d+/gu) ?? []
  const digits = /(?<!\d)(\d\d?)([./-])(\d\d?)(?:\2(\d{4}|\d\d))?(?![\d:])/.exec(text)
  // Beside the name of a month, "9-10" is from the 9th to the 10th: only a full date counts.
  if (digits && (digits[4]?.length === 4 || !words.some(isMonth))) {
    const [, first, sign, second, written] = digits as unknown as [string, string, string, string, string | undefined]
    const monthFirst = sign === '/' && (order === 'month-first' || Number(second) > 12)
    return dayOf(written ?? year, monthFirst ? first : second, monthFirst ? second : first)
  }
  return namedDay(words, year)
}

/** Whether a column of dates with slashes is written month first: only that way all of them are in the calendar. */
export function dayOrder(texts: readonly string[]): DayOrder {
  const pairs = texts.flatMap((text) => {
    const match = /^\D*(\d\d?)\/(\d\d?)\/\d/.exec(text)
    return match ? [[Number(match[1]), Number(match[2])] as const] : []
  })
  const fits = (order: DayOrder): boolean =>
    pairs.every(([first, second]) => (order === 'day-first' ? second : first) <= 12)
  return !fits('day-first') && fits('month-first') ? 'month-first' : 'day-first'
}

/** "10 июня 2026", "June 10th, 2026", "2026 жылғы 10 маусым". */
function namedDay(words: readonly string[], known: number | undefined): string | undefined {
  const months = words.flatMap((word, at) => {
    const month = monthOf(word)
    return month === undefined ? [] : [{ at, month }]
  })
  const [first] = months
  const year = words.find((word) => /^(?:19|20)\d\d$/.test(word)) ?? known
  if (!first || months.length > 1 || year === undefined) return undefined
  const days = words.filter((word) => /^\d\d?$/.test(word))
  return days.length === 1 ? dayOf(year, first.month, days[0]!) : undefined
}

function isMonth(word: string): boolean {
  return monthOf(word) !== undefined
}

/** 1 to 12; the month that a word of any language means. */
function monthOf(word: string): number | undefined {
  for (const { calendar } of allLanguages) {
    if (calendar.notMonths.includes(word)) continue
    const at = calendar.months.findIndex(
      (forms, month) => forms.some((form) => fits(word, form)) || calendar.shortMonths[month]!.includes(word),
    )
    if (at >= 0) return at + 1
  }
  return undefined
}

function fits(word: string, form: string): boolean {
  return form.endsWith('*') ? word.startsWith(form.slice(0, -1)) : word === form
}

function dayOf(year: string | number | undefined, month: string | number, day: string): string | undefined {
  if (year === undefined) return undefined
  const full = String(year).length === 2 ? `20${year}` : String(year)
  const date = `${full}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCalendarDate(date) ? date : undefined
}

/**
 * A time of day, or from when to when: "9:30", "09.30–10.15", "9:30 am - 1 pm", "с 10:00 до 11:30", "10h30". Undefined
 * for what is none.
 */
export function readTimes(text: string): Times | undefined {
  const found = [...text.matchAll(time)].flatMap(({ groups }) => timeOf(groups as TimeParts) ?? [])
  const [start, end] = found
  if (start === undefined || found.length > 2) return undefined
  return end === undefined ? { start } : { start, end }
}

/**
 * An hour with minutes, or with "am" or "pm" ("9:30p" too, but not "9:30 Plenary"); what has more points is a date or a
 * version.
 */
const time = new RegExp(
  [
    /(?<![\d.:])(?<hour>\d\d?)/,
    /(?:[:.h](?<minute>\d\d)(?::\d\d)?|(?=\s*[ap]\.?m\b))/,
    /(?:\s*(?<half>[ap])(?:(?<=\d[ap])|\.?m)\b\.?)?(?![\d.:]*\d)/,
  ]
    .map(({ source }) => source)
    .join(''),
  'gi',
)

type TimeParts = { readonly hour: string; readonly minute?: string; readonly half?: string }

function timeOf({ hour, minute = '00', half }: TimeParts): string | undefined {
  const afternoon = half?.toLowerCase() === 'p'
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (afternoon ? 12 : 0)
  return hours > 24 || Number(minute) > 59 ? undefined : `${String(hours % 24).padStart(2, '0')}:${minute}`
}

/** Minutes of "00:45", "1:30", "45", "45 min", "1 h", "P0DT1H30M"; undefined for what is no length of time. */
export function readMinutes(text: string): number | undefined {
  const iso = /^P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?/.exec(text)
  if (iso) return Number(iso[1] ?? 0) * 1440 + Number(iso[2] ?? 0) * 60 + Number(iso[3] ?? 0)
  const clock = /^(\d+):(\d\d)(?::\d\d)?$/.exec(text.trim())
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  const plain = /^(\d+)(?:\s*\p{L}+\.?)?$/u.exec(text.trim())
  return plain ? Number(plain[1]) : undefined
}

/** A moment so many minutes after another, both as "2026-06-10 09:30". */
export function plusMinutes(moment: string, minutes: number): string {
  return Temporal.PlainDateTime.from(moment.replace(' ', 'T'))
    .add({ minutes })
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ')
}

/** What an ISO 8601 moment shows on the wall, whatever its offset: "2026-06-10 09:30". */
export function wallTime(moment: string): string | undefined {
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)/.exec(moment.trim())
  return match && isCalendarDate(match[1]!) ? `${match[1]} ${match[2]}` : undefined
}
