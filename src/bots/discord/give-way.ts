import { RESTEvents, type REST } from 'discord.js'
import type { EvenPace } from './even-pace.ts'

/** What responds to an interaction does not count as a request (topics/rate-limits). */
const uncounted = /^\/(?:interactions|webhooks)\//

/** Deliveries leave room for what a client sends besides: replies to messages, and pages for organizers. */
export function giveWayTo(rest: REST, pace: Pick<EvenPace, 'giveWay'>): void {
  rest.on(RESTEvents.Response, ({ path }) => {
    if (!uncounted.test(path)) pace.giveWay()
  })
}
