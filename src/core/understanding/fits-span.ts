import type { Span } from '../../knowledge/dates.ts'
import type { PartialDate } from './date-claims.ts'
import type { DateMention } from './date-mention.ts'

/**
 * Whether some day of the span is within what is mentioned; undefined when the span is too coarse to tell (whether
 * something of 2025 was in May). A mention without a year fits in every year.
 */
export function fitsSpan({ first, last }: Pick<DateMention, 'first' | 'last'>, span: Span): boolean | undefined {
  if (first.weekday !== undefined) return hasWeekday(span, first.weekday)
  const end = last ?? first
  if (span.precision === 'year' && (first.month !== undefined || end.month !== undefined)) return undefined
  const years = first.year === undefined ? yearsOf(span) : [first.year]
  const fits = years.some((year) => {
    const from = dayOf(first, year, 'first')
    const endYear = end.year ?? (wraps(first, end) ? year + 1 : year)
    return from <= span.to && dayOf(end, endYear, 'last') >= span.from
  })
  if (!fits) return false
  return span.precision === 'day' || first.day === undefined ? true : undefined
}

/** Whether some day of the span is such a day of the week. */
function hasWeekday({ from, to, precision }: Span, weekday: number): boolean | undefined {
  if (precision !== 'day') return undefined
  const { dayOfWeek } = Temporal.PlainDate.from(from)
  const days = Temporal.PlainDate.from(from).until(to).days
  return (weekday - dayOfWeek + 7) % 7 <= days
}

/** "From December to February" ends in the next year. */
function wraps(first: PartialDate, last: PartialDate): boolean {
  return (last.month ?? 12) < (first.month ?? 1)
}

function yearsOf({ from, to }: Span): number[] {
  const [first, last] = [from, to].map((day) => Number(day.slice(0, 4))) as [number, number]
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

/**
 * The first or last day that a date as far as it is given may be, YYYY-MM-DD: comparable as text, also a 31 February.
 */
function dayOf({ day, month }: PartialDate, year: number, edge: 'first' | 'last'): string {
  const whole = [month ?? (edge === 'first' ? 1 : 12), day ?? (edge === 'first' ? 1 : 31)]
  return [year, ...whole.map((part) => String(part).padStart(2, '0'))].join('-')
}
