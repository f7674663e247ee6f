import { quietUntil } from '../../src/core/mailing/schedule.ts'

const timeZone = 'Asia/Almaty'
const hour = 3_600_000
const now = Date.now()

/** By how much the clock is put on, so that tests that run at night at the venue need not wait for the morning. */
const ahead = Array.from({ length: 24 }, (_, hours) => hours * hour).find(
  (later) => !quietUntil(new Date(now + later), timeZone) && !quietUntil(new Date(now + later + hour), timeZone),
)!

/** The machine's clock, or by night one by which it is day. */
export function byDay(): Date {
  return new Date(Date.now() + ahead)
}
