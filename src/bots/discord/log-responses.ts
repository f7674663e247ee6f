import { RESTEvents, type REST } from 'discord.js'
import type { Logger } from 'pino'
import { clockFault } from '../../operation/clock.ts'

/** Logs what Discord's answers tell an operator: each 429, and once that our clock is wrong. */
export function logResponses(rest: REST, log: Logger): void {
  let clockIsToldOf = false
  rest.on(RESTEvents.Response, ({ method, route }, { status, headers }) => {
    if (status === 429) {
      const facts = {
        method,
        route,
        seconds: Number(headers.get('retry-after')),
        scope: headers.get('x-ratelimit-scope'),
      }
      log.warn({ platform: 'discord', ...facts }, 'asked to wait')
    }
    const fault = clockIsToldOf ? undefined : clockFault('Discord', headers.get('date'), Date.now())
    if (fault === undefined) return
    clockIsToldOf = true
    log.warn({ platform: 'discord', reason: fault }, 'the clock is wrong')
  })
}
