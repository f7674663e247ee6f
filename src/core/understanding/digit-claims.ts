import { claimDates, type DateClaim } from './date-claims.ts'
import { writeOutDecimals } from './decimals.ts'
import type { Grammar } from './grammar.ts'
import { claimTimes, type TimeClaim } from './times.ts'

/** What is said in digits, taken out of a text before anything cuts it into words. */
type Claimed = { readonly text: string; readonly claims: readonly DateClaim[]; readonly clock: readonly TimeClaim[] }

/** Takes hours and dates in digits out of a text, hours first: "14:00" is no date. */
export function claimDigits(statement: string, grammar: Grammar): Claimed {
  const { text, claims: clock } = claimTimes(statement)
  return { ...claimDates(writeOutDecimals(text, grammar)), clock }
}
