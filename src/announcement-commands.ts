import { measureDiscord } from './bots/discord/copy.ts'
import { measureTelegram } from './bots/telegram/copy.ts'
import { openCommands, type AnnouncementCommands } from './core/announcements/commands.ts'
import type { Measure } from './core/announcements/validate.ts'
import type { Store } from './core/store/open.ts'
import type { Pack } from './knowledge/pack.ts'

/** How long a text is, and may be, on each platform. */
export function measuresIn(timeZone: string): readonly Measure[] {
  return [measureTelegram(timeZone), measureDiscord(timeZone)]
}

/**
 * What organizers can do with the announcements of a store, wherever they do it: held to what both platforms can carry.
 */
export function announcementCommands(
  { announcements, figures }: Pick<Store, 'announcements' | 'figures'>,
  pack: Pack,
): AnnouncementCommands {
  return openCommands({ announcements, figures, measures: measuresIn(pack.timeZone), pack })
}
