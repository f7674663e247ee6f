import { measureDiscord } from '../bots/discord/copy.ts'
import { measureTelegram } from '../bots/telegram/copy.ts'
import { openCommands, type AnnouncementCommands } from '../core/announcements/commands.ts'
import type { Approval } from '../core/announcements/tools.ts'
import type { Measure } from '../core/announcements/validate.ts'
import type { Store } from '../core/store/open.ts'

/** How long a text is, and may be, on each platform. `timeZone`: the venue's at the moment. */
export function measuresIn(timeZone: () => string): readonly Measure[] {
  return [measureTelegram, measureDiscord].map(
    (measureFor): Measure =>
      (announcement, language) =>
        measureFor(timeZone())(announcement, language),
  )
}

/**
 * What organizers can do with the announcements of a store, wherever they do it: held to what both platforms can carry.
 */
export function announcementCommands(
  { announcements, figures, topics }: Pick<Store, 'announcements' | 'figures' | 'topics'>,
  timeZone: () => string,
  approval?: Approval,
): AnnouncementCommands {
  return openCommands({ announcements, figures, topics, measures: measuresIn(timeZone), timeZone, approval })
}
