import { graceMs } from '../mailing/schedule.ts'
import { startOf } from './announcement.ts'
import { isUnsent, unsent } from './amend.ts'
import { actBy, changed, refused, type Actor, type Done } from './done.ts'
import { approvalOf, noticesFor } from './approval.ts'
import { namedContent } from './topics-of.ts'
import { problemsOf, reachOf, type Tools } from './tools.ts'

/**
 * Confirms an announcement: it starts at a moment, or as soon as the time to think again has passed. What is urgent, or
 * comes to one alone, starts at once.
 */
export async function send(id: string, by: Actor, at: Date | undefined, tools: Tools): Promise<Done> {
  const announcement = await tools.announcements.find(id)
  if (!announcement) return refused('unknown')
  if (!isUnsent(announcement)) return refused('state', announcement)
  const planned = at ?? announcement.sendAt
  const problems = await problemsOf({ ...announcement, sendAt: planned }, tools, by)
  if (problems.length > 0) return { ...refused('problems', announcement), problems }
  const { total } = await reachOf(announcement, tools)
  if (total === 0 && !at) return refused('nobody', announcement)
  const { urgency, notAfter } = announcement
  const grace = total > 1 && urgency === 'routine' ? graceMs : 0
  const startAt = planned ?? new Date(by.now.getTime() + grace)
  if (notAfter && notAfter <= startOf(startAt, urgency, tools.timeZone())) return refused('past', announcement)
  const notices = noticesFor(announcement, by, tools)
  const approved = await approvalOf(announcement, total, by, tools)
  if (approved === 'asked') return refused('approval', announcement)
  if (approved === 'propose') {
    const draft = { state: 'draft' as const, sendAt: planned, startAt: undefined }
    const proposed = await tools.announcements.change(id, unsent, draft, actBy(by, 'propose'), notices)
    return proposed
      ? { kind: 'done', announcement: proposed, count: total, proposed: true }
      : refused('state', announcement)
  }
  const content = namedContent(announcement, await tools.topics.all())
  const change = {
    state: 'scheduled' as const,
    content,
    sendAt: planned,
    startAt,
    pause: undefined,
    finishedAt: undefined,
  }
  const act = actBy(by, 'schedule', startAt.toISOString())
  return changed(announcement, await tools.announcements.change(id, unsent, change, act, notices), total)
}
