import { allLanguages } from '../../languages/known/all.ts'
import { readMoment, venueDay } from './venue.ts'

/**
 * A moment to come as an organizer types it: everything that readMoment reads, and "9:00", "22.04 9:00", "tomorrow 9",
 * "завтра в 9", "ертең 9:30" at the venue, and "+1", "+0:30", "+2 h" from now. What has passed today is meant for
 * tomorrow, a day that has passed for next year. Undefined for what is none of these.
 */
export function readComingMoment(text: string, timeZone: string, now: Date): Date | undefined {
  const typed = text.trim().toLowerCase()
  const ahead = afterSpan(typed, now)
  if (ahead) return ahead
  const written = readMoment(typed.toUpperCase(), timeZone)
  if (written) return written
  const [, before = '', hours, minutes = '00'] = /^(.*?)(\d{1,2})(?:[:.](\d\d))?$/su.exec(typed) ?? []
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined
  const today = Temporal.PlainDate.from(venueDay(now, timeZone))
  const time = `${hours.padStart(2, '0')}:${minutes}`
  const at = (day: Temporal.PlainDate): Date | undefined => readMoment(`${day.toString()} ${time}`, timeZone)
  const day = dayNamed(before.trim(), today)
  if (!day) return undefined
  const moment = at(day.date)
  return !moment || moment > now || !day.next ? moment : at(day.next)
}

/** "+1", "+0:30", "+2 часа", "+30 мин": from now; without a unit, hours. */
function afterSpan(typed: string, now: Date): Date | undefined {
  const [, hours, minutes = '0', count, unit = ''] =
    /^\+\s*(?:(\d{1,2})(?::([0-5]\d))?|(\d{1,3})\s*(\p{L}+)\.?)$/u.exec(typed) ?? []
  const length = hours === undefined ? minutesOf.get(unit) : minutesIn.hour
  if (length === undefined) return undefined
  return new Date(now.getTime() + (Number(hours ?? count) * length + Number(minutes)) * 60_000)
}

const minutesIn = { minute: 1, hour: 60, day: 24 * 60 } as const

/** How long a unit is, by each way in which the languages write it behind a number. */
const minutesOf = new Map(
  allLanguages.flatMap(({ code }) =>
    (['minute', 'hour', 'day'] as const).flatMap((unit) =>
      (['narrow', 'short', 'long'] as const).flatMap((unitDisplay) => {
        const format = new Intl.NumberFormat(code, { style: 'unit', unit, unitDisplay })
        // Each plural form of the three languages stands behind one of these.
        return [1, 2, 5].flatMap((count) => {
          const written = format.formatToParts(count).find(({ type }) => type === 'unit')?.value
          return written === undefined ? [] : [[written.replace('.', ''), minutesIn[unit]] as const]
        })
      }),
    ),
  ),
)

type Day = { readonly date: Temporal.PlainDate; readonly next?: Temporal.PlainDate }

/** A day by its word, by day and month, or none for today; `next`: which is meant instead if that has passed. */
function dayNamed(words: string, today: Temporal.PlainDate): Day | undefined {
  if (words === '') return { date: today, next: today.add({ days: 1 }) }
  const [, day, month] = /^(\d{1,2})\.(\d{1,2})\.?\s*(?:\p{L}{1,2})?$/u.exec(words) ?? []
  if (day !== undefined) {
    try {
      const date = today.with({ day: Number(day), month: Number(month) }, { overflow: 'reject' })
      return { date, next: date.add({ years: 1 }) }
    } catch {
      return undefined
    }
  }
  const [first] = words.split(/[\s,]+/)
  for (const { calendar } of allLanguages)
    for (const [days, phrases] of calendar.relativeDays)
      if (days >= 0 && phrases.includes(first!)) return { date: today.add({ days }) }
  return undefined
}
