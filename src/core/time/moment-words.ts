import type { Language } from '../../knowledge/language.ts'
import { monthName, say } from '../i18n.ts'

/** "21 April, 9:00" by the clock of the venue; with the year, if it is another one than that of `now`. */
export function momentWords(moment: Date, timeZone: string, language: Language, now: Date = moment): string {
  const { year, month, day, hour, minute } = atVenue(moment, timeZone)
  const key = year === atVenue(now, timeZone).year ? 'date.moment' : 'date.momentOfYear'
  const time = `${hour}:${String(minute).padStart(2, '0')}`
  return say(language, key, { year, month: monthName(language, month, false), day, time })
}

/** "21 April", the day at the venue. */
export function dayWords(moment: Date, timeZone: string, language: Language): string {
  const { month, day } = atVenue(moment, timeZone)
  return say(language, 'date.dayOfMonth', { month: monthName(language, month, false), day })
}

function atVenue(moment: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone)
}
