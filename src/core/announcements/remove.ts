import { isUnsent } from './amend.ts'
import { changed, refused, type Done } from './done.ts'
import type { Tools } from './tools.ts'

/** Takes away what was never sent, for good. What is scheduled is called off first. */
export async function remove(id: string, { announcements }: Tools): Promise<Done> {
  const announcement = await announcements.find(id)
  if (!announcement) return refused('unknown')
  if (!isUnsent(announcement) || announcement.state === 'scheduled') return refused('state', announcement)
  return changed(announcement, (await announcements.remove(id, ['draft', 'cancelled'])) ? announcement : undefined)
}
