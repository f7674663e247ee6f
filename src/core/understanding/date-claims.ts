/** A date as far as it is given: any of day 1–31, month 1–12, year. */
export type PartialDate = {
  readonly day?: number
  readonly month?: number
  readonly year?: number
  /** Monday is 1 (ISO 8601); given alone: "on Friday". */
  readonly weekday?: number
}

/** A date in digits, as it was typed. */
export type DateClaim = { readonly typed: string; readonly date: PartialDate }

/**
 * What stands in the text for a date that was found in it: letters for private use, which no keyboard or alphabet
 * changes.
 */
const firstPlaceholder = 0xe000
const mostClaims = 100

/**
 * Dates in digits, in the forms that people here write: 2025-03-13, 2025/03/13, 2025.03.13, 13.03.2025, 13/03/2025,
 * 03/13/2025
 * (where the second can be no month), 13.03.25, 03.2025, 13.03 and 25/04. Between them the day comes first, as
 * everywhere but in
 * the United States. A number such as 1.500 or 78/147 is no date, and 24/7 means always.
 */
const forms: readonly { readonly pattern: RegExp; readonly parts: readonly ('day' | 'month' | 'year')[] }[] = [
  { pattern: /(?<![\d./-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d/-])(?!\.\d)/g, parts: ['year', 'month', 'day'] },
  {
    pattern: /(?<![\d./-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])(?!\.\d)/g,
    parts: ['day', 'month', 'year'],
  },
  { pattern: /(?<![\d./-])(\d{1,2})([/.])(\d{4})(?![\d/-])(?!\.\d)/g, parts: ['month', 'year'] },
  { pattern: /(?<![\d./-])(?!24\/7(?!\d))(\d{1,2})([/.])(\d{1,2})(?![\d/-])(?!\.\d)/g, parts: ['day', 'month'] },
]

/** The text with a placeholder for each date in digits, and the dates. */
export function claimDates(text: string): { readonly text: string; readonly claims: readonly DateClaim[] } {
  if (!/\d[-/.]\d/.test(text)) return { text, claims: [] }
  const claims: DateClaim[] = []
  let claimed = text
  for (const { pattern, parts } of forms) {
    claimed = claimed.replace(pattern, (typed: string, ...groups: string[]) => {
      const numbers = [groups[0]!, ...groups.slice(2, parts.length + 1)].map(Number)
      const date = claims.length < mostClaims ? dateOf(parts, numbers) : undefined
      if (!date) return typed
      claims.push({ typed, date })
      return ` ${String.fromCharCode(firstPlaceholder + claims.length - 1)} `
    })
  }
  return { text: claimed, claims }
}

/** The date for which a word stands, if it is a placeholder. */
export function claimAt<T>(word: string, claims: readonly T[]): T | undefined {
  return claims[word.charCodeAt(0) - firstPlaceholder]
}

function dateOf(parts: readonly ('day' | 'month' | 'year')[], numbers: readonly number[]): PartialDate | undefined {
  const given: { day?: number; month?: number; year?: number } = {}
  for (const [at, part] of parts.entries()) given[part] = numbers[at]!
  if (given.year !== undefined && given.year < 100) given.year += 2000
  if (given.month! > 12 && given.day !== undefined && given.day <= 12)
    [given.day, given.month] = [given.month!, given.day]
  const isDay = given.day === undefined || (given.day >= 1 && given.day <= 31)
  const isYear = given.year === undefined || (given.year >= 1900 && given.year < 2100)
  return isDay && isYear && given.month! >= 1 && given.month! <= 12 ? given : undefined
}
