import type { State } from '../mailing/mailing.ts'
import { policyOf, type Announcement } from './announcement.ts'
import type { Change } from './announcement-store.ts'
import { actBy, type Actor, type Done } from './done.ts'
import { within, type Tools } from './tools.ts'

/** What can be changed as long as nothing was sent. */
export type Amendment = Pick<Change, 'content' | 'audience' | 'fallback' | 'sendAt' | 'notAfter'> &
  Partial<Pick<Announcement, 'urgency'>>

/** States in which nothing is on its way. */
export const unsent: readonly State[] = ['draft', 'scheduled', 'cancelled']

export function isUnsent({ state, startedAt }: Announcement): boolean {
  return unsent.includes(state) && startedAt === undefined
}

/** Changes what was not sent yet; whoever confirmed it has to do that anew. */
export function amend(
  id: string,
  amendment: (before: Announcement) => Amendment,
  by: Actor,
  tools: Tools,
): Promise<Done> {
  return within(id, tools, isUnsent, (seen) =>
    tools.announcements.change(
      id,
      unsent,
      (before) => ({ ...changeFor(amendment(before)), state: 'draft', startAt: undefined }),
      actBy(by, 'amend', changedFrom(seen, amendment(seen))),
    ),
  )
}

/** The urgency of an announcement is a policy for whoever sends it. */
function changeFor({ urgency, ...change }: Amendment): Change {
  return { ...change, ...(urgency === undefined ? {} : { policy: policyOf(urgency) }) }
}

/** What stood there before, for the record. */
function changedFrom(before: Announcement, change: Amendment): string {
  const keys = Object.keys(change) as (keyof Amendment)[]
  return JSON.stringify(Object.fromEntries(keys.map((key) => [key, before[key]])))
}
