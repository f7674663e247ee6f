/** Whether "2025", "2025-11" or "2025-11-15" exists in the calendar. */
export function isCalendarDate(value: string): boolean {
  const [year, month = '01', day = '01'] = value.split('-')
  const iso = `${year}-${month}-${day}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso)
}

/** Days from the first to the last, both included, of a date with precision; ISO dates compare as strings. */
export type Span = { from: string; to: string; precision: 'day' | 'month' | 'year' }

/** Reads what `dates` of the schema lets through: "2025-11" spans 2025-11-01 to 2025-11-30. */
export function readSpan(dates: string): Span {
  const [from, to] = dates.split('/') as [string, string | undefined]
  if (to !== undefined) return { from, to, precision: 'day' }
  if (from.length === 10) return { from, to: from, precision: 'day' }
  if (from.length === 4) return { from: `${from}-01-01`, to: `${from}-12-31`, precision: 'year' }
  const [year, month] = from.split('-').map(Number) as [number, number]
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return { from: `${from}-01`, to: `${from}-${lastDay}`, precision: 'month' }
}

/** Whole days, the first and the last included. */
export function daysIn({ from, to }: Pick<Span, 'from' | 'to'>): number {
  return daysBetween(from, to) + 1
}

/** Whole days from one ISO date to another; negative if that is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** Whether the time zone database of this Node has the name: "Asia/Almaty". */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
