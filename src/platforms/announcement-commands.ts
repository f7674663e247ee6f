import { measureDiscord } from '../bots/discord/copy.ts'
import { measureTelegram } from '../bots/telegram/copy.ts'
import { openCommands, type AnnouncementCommands } from '../core/announcements/commands.ts'
import type { Approval } from '../core/announcements/tools.ts'
import type { EventName } from '../core/mailing/foot.ts'
import type { Measure } from '../core/announcements/validate.ts'
import type { Store } from '../core/store/open.ts'

/** Where the clock of the event stands (IANA), and what it is called, both at the moment. */
export type Venue = { readonly timeZone: () => string; readonly eventName: EventName }

/** How long a text is, and may be, on each platform. */
export function measuresIn({ timeZone, eventName }: Venue): readonly Measure[] {
  return [measureTelegram, measureDiscord].map(
    (measureFor): Measure =>
      (...measured) =>
        measureFor(timeZone(), eventName)(...measured),
  )
}

/**
 * What organizers can do with the announcements of a store, wherever they do it: held to what both platforms can carry.
 */
export function announcementCommands(
  { announcements, figures, topics }: Pick<Store, 'announcements' | 'figures' | 'topics'>,
  venue: Venue,
  approval?: Approval,
): AnnouncementCommands {
  return openCommands({
    announcements,
    figures,
    topics,
    measures: measuresIn(venue),
    timeZone: venue.timeZone,
    approval,
  })
}
