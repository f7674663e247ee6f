import { sql } from 'kysely'
import type { Tally } from '../announcements/figure-store.ts'
import { readLanguages } from './rows.ts'

/** A copy that is being corrected or recalled was sent all the same. */
const outcome = sql<Tally['outcome']>`case
  when sent_at is not null then 'sent'
  when state in ('pending', 'leased') then 'pending'
  else state end`

/** Sent and perhaps shown before, or twice in the dark. */
const twice = sql<number>`case when (sent_at is not null and doubts > 0) or doubts > 1 then 1 else 0 end`

const correction = sql<Tally['correction']>`case
  when task = 'correct' then 'pending'
  when tried_version > version then 'impossible'
  when corrected_at is not null then 'done'
  else 'none' end`

const recall = sql<Tally['recall']>`case when task = 'recall' then 'pending' else coalesce(recalled, 'none') end`

const publication = sql<Tally['publication']>`case
  when publication = 'owed' then 'pending'
  else coalesce(publication, 'none') end`

/** How a delivery stands, as columns to group by. */
export const standingColumns = [outcome, twice, correction, recall, publication] as const

/** The same, to be selected. */
export const standingSelection = [
  outcome.as('outcome'),
  twice.as('twice'),
  correction.as('correction'),
  recall.as('recall'),
  publication.as('publication'),
] as const

type SelectedStanding = Pick<Tally, 'outcome' | 'correction' | 'recall' | 'publication'> & {
  readonly languages: string
  readonly note: string | null
  readonly reason: string | null
  readonly twice: number
}

/** How deliveries stand, from a row of the selection with languages, note and reason. */
export function standingOf(row: SelectedStanding): Omit<Tally, 'count' | 'platform' | 'kind'> {
  return {
    languages: readLanguages(row.languages),
    outcome: row.outcome,
    possiblyTwice: row.twice === 1,
    correction: row.correction,
    recall: row.recall,
    publication: row.publication,
    note: row.note ?? undefined,
    reason: row.reason ?? undefined,
  }
}
