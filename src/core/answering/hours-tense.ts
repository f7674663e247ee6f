import type { Language } from '../../knowledge/language.ts'
import { minutesBetween, momentIn, type Moment } from '../../knowledge/moments.ts'
import type { Entry, Pack } from '../../knowledge/pack.ts'
import { say } from '../i18n.ts'
import { clockOf, formatSpanOfTime } from './format-hours.ts'
import { endOf, slotMeant } from './occurrences.ts'

/** Further away, days say more than hours. */
const soonMinutes = 12 * 60

/**
 * Where now stands to what has hours: "It is on now, until 12:15." Undefined for what is days away, or has no hours.
 */
export function sayHoursTense(entry: Entry, now: Date, pack: Pack, language: Language): string | undefined {
  const moment: Moment = momentIn(pack.timeZone, now)
  const slot = slotMeant(entry, moment)
  if (!slot) return undefined
  if (moment < slot.from) {
    if (minutesBetween(moment, slot.from) > soonMinutes) return undefined
    return say(language, 'hours.soon', { span: formatSpanOfTime(moment, slot.from, language) })
  }
  if (moment < endOf(slot)) {
    return slot.to === undefined ? say(language, 'hours.onOpen') : say(language, 'hours.on', { time: clockOf(slot.to) })
  }
  return moment.slice(0, 10) === slot.from.slice(0, 10) ? say(language, 'hours.over') : undefined
}
