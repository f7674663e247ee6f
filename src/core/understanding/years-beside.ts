import type { DateMention, Read } from './date-mention.ts'

/**
 * "Летом 2025 года", "былтыр мамырда", "last year in May": months without a year take the one that stands beside them.
 */
export function withYearsBeside(found: readonly DateMention[], { words, grammar }: Read): DateMention[] {
  const joined: DateMention[] = []
  for (const mention of found) {
    const before = joined.at(-1)
    const isBeside = before && words.slice(before.to, mention.from).every((word) => grammar.isFunction(word))
    const pair = before && (isYearOnly(before) ? [mention, before] : [before, mention])
    const [months, years] = pair ?? []
    if (!isBeside || !months || !years || !lacksYear(months) || !isYearOnly(years)) joined.push(mention)
    else joined[joined.length - 1] = { ...inYear(months, years.first.year!), from: before.from, to: mention.to }
  }
  return joined
}

function lacksYear({ first }: DateMention): boolean {
  return first.month !== undefined && first.year === undefined
}

function isYearOnly({ first, last }: DateMention): boolean {
  return first.year !== undefined && first.month === undefined && last === undefined
}

/** A range that wraps ends in the next year: "зимой 2025 года". */
function inYear({ first, last }: DateMention, year: number): Pick<DateMention, 'first' | 'last'> {
  if (!last) return { first: { ...first, year }, last }
  const wraps = last.month !== undefined && last.month < first.month!
  return { first: { ...first, year }, last: { ...last, year: wraps ? year + 1 : year } }
}
