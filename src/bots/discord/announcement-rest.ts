import { DefaultRestOptions, REST } from 'discord.js'
import type { EvenPace } from './even-pace.ts'
import type { PerSecond } from './pace-plan.ts'

/** Milliseconds that one call may take, with a file; what is repeated is recognised. */
const patienceMs = 30_000

/** Discord allows fifty (topics/rate-limits); what is left is for replies to messages that are on their way. */
export const requestsPerSecond: PerSecond = { even: 48, most: 49 }

/**
 * A client for announcements alone: every call once, and no waiting inside. What comes of a call is decided by the
 * queue; the pace is told of each.
 */
export function announcementRest(token: string, apiRoot: string | undefined, pace: Pick<EvenPace, 'call'>): REST {
  return new REST({
    ...(apiRoot === undefined ? {} : { api: apiRoot }),
    retries: 0,
    timeout: patienceMs,
    // The pace sees to it: a count of its own, by the clock's seconds, would only refuse more.
    globalRequestsPerSecond: Infinity,
    rejectOnRateLimit: () => true,
    makeRequest: (url, init) => pace.call(() => DefaultRestOptions.makeRequest(url, init)),
  }).setToken(token)
}
