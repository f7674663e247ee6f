import type { Announcement } from '../../announcements/announcement.ts'
import type { AnnouncementCommands } from '../../announcements/commands.ts'
import type { AnnouncementPress } from './press.ts'

/** Nothing goes out while somebody decides: what is being sent rests from the press on. Returns it as it is then. */
export async function restedFor(
  { announcement, subject, by }: Pick<AnnouncementPress, 'announcement' | 'subject' | 'by'>,
  commands: Pick<AnnouncementCommands, 'find' | 'pause'>,
): Promise<Announcement> {
  if (announcement.state !== 'sending') return announcement
  await commands.pause(subject, by, 'deciding')
  return (await commands.find(subject)) ?? announcement
}
