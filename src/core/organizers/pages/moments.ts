import type { Language } from '../../../knowledge/language.ts'
import { say } from '../../i18n.ts'
import { soon } from '../../pages/turns-over.ts'
import { midnight, readMoment, venueDay } from '../../time/venue.ts'

/** A time that is offered as a button, with what the button carries. */
export type OfferedMoment = { readonly label: string; readonly value: string }

const hourMs = 60 * 60_000

/** As soon as it is confirmed, in an hour, this evening and tomorrow morning; none that has passed. */
export function offeredMoments(language: Language, now: Date, timeZone: string): OfferedMoment[] {
  const evening = readMoment(`${venueDay(now, timeZone)} 18:00`, timeZone)
  return [
    { label: say(language, 'organizers.soon'), value: soon },
    { label: say(language, 'organizers.hourFromNow'), value: `at-${stamped(new Date(now.getTime() + hourMs))}` },
    ...(evening && evening > now
      ? [{ label: say(language, 'organizers.todayAt', { time: '18:00' }), value: `at-${stamped(evening)}` }]
      : []),
    {
      label: say(language, 'organizers.tomorrowAt', { time: '9:00' }),
      value: `at-${stamped(new Date(midnight(venueDay(now, timeZone), 1, timeZone).getTime() + 9 * hourMs))}`,
    },
  ]
}

/** Minutes since 1970: the moment stays what the button said, whenever it is pressed. */
function stamped(moment: Date): string {
  return String(Math.round(moment.getTime() / 60_000))
}

/** The moment of a button; undefined for as soon as it is confirmed. */
export function momentOf(value: string): Date | undefined {
  const [, minutes] = /^at-(\d{1,9})$/.exec(value) ?? []
  return minutes === undefined ? undefined : new Date(Number(minutes) * 60_000)
}
