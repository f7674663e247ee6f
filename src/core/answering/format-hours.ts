import type { Language } from '../../knowledge/language.ts'
import { minutesBetween, type Moment } from '../../knowledge/moments.ts'
import type { Slot } from '../../knowledge/pack.ts'
import { say } from '../i18n.ts'
import { formatDayOfWeek, formatSpan } from './format-dates.ts'

/** "11:30–12:15", "11:30". */
export function formatHours({ from, to }: Slot): string {
  return to === undefined ? clockOf(from) : `${clockOf(from)}–${clockOf(to)}`
}

/** "Wednesday, 10 June 2026, 11:30–12:15". */
export function formatSlot(slot: Slot, language: Language): string {
  return `${formatDayOfWeek(dayOf(slot), language)}, ${formatHours(slot)}`
}

/**
 * All slots in one line where that can be: one of them, or the same hours on each of several days ("10–12 June 2026,
 * 11:00–11:30, 15:15–15:45"). Undefined for slots that have to be listed.
 */
export function formatSlots(slots: readonly Slot[], language: Language): string | undefined {
  const [first] = slots
  if (!first) return undefined
  const byDay = Map.groupBy(slots, dayOf)
  const hours = new Set([...byDay.values()].map((some) => some.map(formatHours).join(', ')))
  if (hours.size > 1) return undefined
  const days = [...byDay.keys()]
  if (days.length === 1) return `${formatDayOfWeek(days[0]!, language)}, ${[...hours][0]}`
  return `${formatSpan({ from: days[0]!, to: days.at(-1)!, precision: 'day' }, language)}, ${[...hours][0]}`
}

export function dayOf({ from }: Pick<Slot, 'from'>): string {
  return from.slice(0, 10)
}

export function clockOf(moment: Moment): string {
  return moment.slice(11)
}

/** "2 hours 15 minutes". */
export function formatSpanOfTime(from: Moment, to: Moment, language: Language): string {
  const minutes = Math.max(0, minutesBetween(from, to))
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const parts = [
    ...(hours > 0 ? [say(language, 'hours.hours', { count: hours })] : []),
    ...(rest > 0 || hours === 0 ? [say(language, 'hours.minutes', { count: rest })] : []),
  ]
  return parts.join(' ')
}
