import type { PartialDate } from '../../src/core/understanding/date-claims.ts'
import type { Numeral } from '../../src/core/understanding/numerals.ts'
import type { TimeMention } from '../../src/core/understanding/times.ts'
import type { Question } from '../../src/core/understanding/question.ts'

/**
 * Sentences and how they are read, as the specification of a language. A reading names, between blanks,
 *
 * - numerals in their order: `1500`, ordinals `#3`, a letter that may be a Roman numeral `~5`
 * - dates: `[2026-04-22]`, as far as given `[2026-04]`, `[--04-22]`, ranges `[--05/--06]`, weekdays `[W3]`
 * - times of day: `@14:00`, from then on `@14:00/`, until then `@/14:00`, `@12:00/18:00`, `@now`, `@later`
 * - `not` for what denies or compares, `back` for what points back, `on` for what goes on, `next`, `previous`
 * - `?when`: is asked for, perhaps beside other things; `!when`: is not
 *
 * All but what is asked must be named: a number that nobody meant is a fault.
 */
export type Corpus = Readonly<Record<string, string>>

/** The day on which the corpora are read: a Monday. */
export const today = '2026-04-20'

/** What a reading must be, and what a question is, in the same words. */
export function compare(expected: string, question: Question): { readonly expected: string; readonly read: string } {
  const parts = expected.split(' ').filter((part) => part !== '')
  const asked = parts.filter((part) => /^[?!]/.test(part))
  const kept = asked.map((part) => {
    const isAsked = question.asked.has(part.slice(1) as never)
    return `${isAsked ? '?' : '!'}${part.slice(1)}`
  })
  const others = parts.filter((part) => !asked.includes(part))
  return { expected: [...others.toSorted(), ...asked].join(' '), read: [...statedIn(question), ...kept].join(' ') }
}

function statedIn(question: Question): string[] {
  const { numerals, romanLetters, dates, neighbour } = question
  return [
    ...numerals.map(({ value, ordinal }: Numeral) => `${ordinal ? '#' : ''}${value}`),
    ...romanLetters.map(({ value }) => `~${value}`),
    ...dates.map(({ first, last }) => `[${[first, last].flatMap((one) => (one ? written(one) : [])).join('/')}]`),
    ...question.times.map((time) => `@${timeOf(time)}`),
    ...(question.deniesOrCompares ? ['not'] : []),
    ...(question.pointsBack ? ['back'] : []),
    ...(question.continues ? ['on'] : []),
    ...(neighbour === undefined ? [] : [neighbour === 1 ? 'next' : 'previous']),
  ].toSorted()
}

function timeOf(time: TimeMention): string {
  switch (time.kind) {
    case 'at':
      return clock(time.minutes)
    case 'after':
      return `${clock(time.minutes)}/`
    case 'before':
      return `/${clock(time.minutes)}`
    case 'within':
      return `${clock(time.minutes)}/${clock(time.until)}`
    default:
      return time.kind
  }
}

function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

function written({ year, month, day, weekday }: PartialDate): string {
  if (weekday !== undefined) return `W${weekday}`
  const rest = [month, day].flatMap((part) => (part === undefined ? [] : String(part).padStart(2, '0')))
  return [year ?? '-', ...rest].join('-')
}
