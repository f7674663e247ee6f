import {
  DiscordAPIError,
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  RESTJSONErrorCodes,
  type ChatInputCommandInteraction,
  type Guild,
} from 'discord.js'
import type { Screen } from '../../core/desk/screens.ts'
import type { PublishedEvent } from '../../core/desk/published-event.ts'
import { shorten } from '../shorten.ts'

/** discord.com/developers/docs/resources/guild-scheduled-event */
const longest = { name: 100, description: 1000, location: 100 }

/**
 * Publishes an event of the pack as one of the server, once; says what came of it. Whether they may is not asked here.
 */
export type Publisher = (
  interaction: ChatInputCommandInteraction,
  event: PublishedEvent | undefined,
  now: Date,
) => Promise<Screen>

/** Remembers where publishing is under way, so that two who ask at once get one event. */
export function createPublisher(): Publisher {
  const underWay = new Set<string>()
  return async ({ guild, client }, event, now) => {
    if (!event) return 'over'
    if (!guild) return 'notAllowed'
    if (underWay.has(guild.id)) return 'published'
    underWay.add(guild.id)
    try {
      if (!(await isPublished(guild, event, client.user.id))) await publish(guild, event, now)
      return 'published'
    } catch (error) {
      if (error instanceof DiscordAPIError && missingRights.has(error.code)) return 'notAllowed'
      // An answer that was lost says nothing of the event.
      if (error instanceof DiscordAPIError || !(await isPublished(guild, event, client.user.id))) throw error
      return 'published'
    } finally {
      underWay.delete(guild.id)
    }
  }
}

const missingRights = new Set<string | number>([
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.MissingAccess,
])

/** By its end: the beginning of one that is under way was moved, and its name depends on a language. */
async function isPublished(guild: Guild, { end }: PublishedEvent, me: string): Promise<boolean> {
  const events = await guild.scheduledEvents.fetch()
  // Until a minute later, as before 0.3.
  return events.some(({ creatorId, scheduledEndTimestamp: ends }) => {
    const later = (ends ?? 0) - end.getTime()
    return creatorId === me && later >= 0 && later <= 60_000
  })
}

async function publish(
  guild: Guild,
  { name, description, location, start, end }: PublishedEvent,
  now: Date,
): Promise<void> {
  // Discord takes no beginning in the past: an event under way begins in a minute.
  const soon = new Date(now.getTime() + 60_000)
  await guild.scheduledEvents.create({
    name: shorten(name, longest.name),
    ...(description === '' ? {} : { description: shorten(description, longest.description) }),
    scheduledStartTime: start > soon ? start : soon,
    scheduledEndTime: end,
    privacyLevel: GuildScheduledEventPrivacyLevel.GuildOnly,
    entityType: GuildScheduledEventEntityType.External,
    entityMetadata: { location: shorten(location, longest.location) },
  })
}
