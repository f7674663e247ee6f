import type { Act } from '../mailing/act.ts'
import { othersThan, type OrganizerNotice } from '../mailing/notices.ts'
import type { Announcement } from './announcement.ts'
import type { Actor } from './done.ts'
import type { Tools } from './tools.ts'

/** Who proposed to send it as it is now: whatever was changed since has to be proposed anew. */
export function proposerIn(acts: readonly Act[]): string | undefined {
  const last = acts.findLast(({ act }) => ['create', 'amend', 'propose', 'schedule', 'cancel'].includes(act))
  return last?.act === 'propose' ? last.who : undefined
}

/** Whether somebody may send it to so many; `propose`: a second one is to be asked; `asked`: was asked already. */
export async function approvalOf(
  { id }: Announcement,
  total: number,
  { who }: Actor,
  { announcements, approval }: Tools,
): Promise<'given' | 'propose' | 'asked'> {
  if (!approval || approval.above === 0 || total <= approval.above) return 'given'
  const proposer = proposerIn(await announcements.acts(id))
  if (proposer === undefined) return 'propose'
  return proposer === who ? 'asked' : 'given'
}

/** Tells all organizers but the one who acts. */
export function noticesFor({ id }: Announcement, { who }: Actor, { approval }: Tools): OrganizerNotice[] {
  if (!approval) return []
  return othersThan(who, approval.organizers).map((to) => ({ ...to, about: 'announcement', subject: id }))
}
