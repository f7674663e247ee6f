import type { Entry } from '../../knowledge/pack.ts'
import type { Candidate } from '../search/ranking.ts'
import { confidenceOf } from './confidence.ts'
import { packSubject, startsAnew } from './follow-up.ts'
import { mentionedGap } from './gaps.ts'
import { namedList } from './lists.ts'
import type { Decision } from './reply.ts'
import type { RuleName } from './rule-name.ts'
import { filterOf, type Filter } from './selection.ts'
import { subjectOf, type SubjectKind } from './subject.ts'
import type { Turn } from './turn.ts'

/** One way to answer. Undefined where it does not apply: then the next rule is asked. */
export type Rule = { readonly name: RuleName; readonly decide: (findings: Findings) => Decision | undefined }

/** A turn and what is found out about it once for all rules. */
export type Findings = Turn & {
  readonly subject: SubjectKind
  readonly filter: Filter
  /** A gap that the question names, where nothing else accounts for that name. */
  readonly gap: Entry | undefined
  /** The list that the question names, unless it names a gap. */
  readonly list: Entry | undefined
  /** The entries that the last answer spoke of. */
  readonly before: readonly Entry[]
  /** What the whole pack is about. */
  readonly about: Entry | undefined
  readonly best: Found | undefined
  readonly next: Found | undefined
  /** How sure it is that the best candidate answers the question; 0 without one. */
  readonly confidence: number
}

type Found = { readonly candidate: Candidate; readonly entry: Entry }

/** Finds out once what several rules ask. What was said before is left out where a question begins anew. */
export function findingsOf(given: Turn): Findings {
  const turn = startsAnew(given) ? { ...given, context: undefined } : given
  const { question, knowledge, candidates, context } = turn
  const { entries } = knowledge.pack
  const found = (candidate: Candidate | undefined): Found | undefined =>
    candidate && { candidate, entry: entries[candidate.entry]! }
  const [best, next] = candidates
  const gap = mentionedGap(turn)
  const subject = subjectOf(question, knowledge)
  return {
    ...turn,
    subject,
    filter: filterOf(question),
    gap,
    list: gap ? undefined : namedList(turn),
    before: saidBefore(context, subject).flatMap((id) => knowledge.entries.get(id) ?? []),
    about: packSubject(knowledge),
    best: found(best),
    next: found(next),
    confidence: confidenceOf(candidates),
  }
}

/**
 * The entries that the last answer spoke of. Where it asked back, "and in what year?" is about what it named first.
 */
function saidBefore(context: Turn['context'], subject: SubjectKind): readonly string[] {
  if (!context || context.entries.length > 0 || subject !== 'none') return context?.entries ?? []
  return context.options.slice(0, 1).map(({ id }) => id)
}
