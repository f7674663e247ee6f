import type { Logger } from 'pino'

/** Announcements start, and answers count days, by the clock; so much does no harm. */
const mostSecondsOff = 30

/** How wrong the clock of this machine is by that of a server (HTTP's `Date`); undefined if it is right, or unknown. */
export function clockFault(platform: string, date: string | null | undefined, now: number): string | undefined {
  const seconds = Math.round((now - Date.parse(date ?? '')) / 1000)
  if (!(Math.abs(seconds) > mostSecondsOff)) return undefined
  const way = seconds > 0 ? 'ahead of' : 'behind'
  return `the clock of this machine is ${Math.abs(seconds)} s ${way} that of ${platform}; set it, best by NTP`
}

const patienceMs = 10_000

/** Asks a server for its time, and warns if ours is another. Never rejects: who can't be asked is not believed. */
export async function checkClock(
  platform: string,
  address: string,
  { log, stopping }: { readonly log: Logger; readonly stopping: AbortSignal },
): Promise<void> {
  const signal = AbortSignal.any([stopping, AbortSignal.timeout(patienceMs)])
  const asked = fetch(address, { method: 'HEAD', redirect: 'manual', signal })
  const date = await asked.then(({ headers }) => headers.get('date')).catch(() => null)
  const fault = clockFault(platform, date, Date.now())
  if (fault !== undefined) log.warn({ platform, reason: fault }, 'the clock is wrong')
}
