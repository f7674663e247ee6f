import { findingsOf, type Rule } from './rule.ts'
import { moreRule, programmeRules } from './rules-programme.ts'
import { rankedRules } from './rules-ranked.ts'
import { socialRules } from './rules-social.ts'
import { typedRules } from './rules-typed.ts'
import type { Reply } from './reply.ts'
import type { Turn } from './turn.ts'

/** All rules in their order: the first that applies decides, and the last one always does. */
export const rules: readonly Rule[] = [moreRule, ...socialRules, ...programmeRules, ...typedRules, ...rankedRules]

/**
 * What to say to a question: small talk and commands in words, then what typed data settle (a named list, what was said
 * before, nothing but dates and places, the pack's own subject), then the best-ranked entry, if it is sure enough. The
 * reply names the rule that decided. Throws if no rule applies, which would be a fault of the list.
 */
export function decide(turn: Turn): Reply {
  const findings = findingsOf(turn)
  for (const { name, decide } of rules) {
    const decision = decide(findings)
    if (!decision) continue
    const { lacks, ...reply } = decision
    return { ...reply, rule: lacks === undefined ? name : `${name}/lacks-${lacks}` }
  }
  throw new Error('no rule of decide.ts applied, though its last one should always')
}
