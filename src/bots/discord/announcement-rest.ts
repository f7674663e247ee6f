import { REST } from 'discord.js'

/** Milliseconds that one call may take, with a file; what is repeated is recognised. */
const patienceMs = 30_000

/**
 * Of the fifty requests a second that Discord allows, the rest is left to replies to messages; what responds to
 * interactions does not count (topics/rate-limits). Deliveries go at the pace that is planned.
 */
export const requestsPerSecond = { allowed: 50, planned: 44 }

/**
 * A client for announcements alone: every call once, and no waiting inside. What comes of a call is decided by the
 * queue.
 */
export function announcementRest(token: string, apiRoot: string | undefined): REST {
  return new REST({
    ...(apiRoot === undefined ? {} : { api: apiRoot }),
    retries: 0,
    timeout: patienceMs,
    globalRequestsPerSecond: requestsPerSecond.allowed,
    rejectOnRateLimit: () => true,
  }).setToken(token)
}
