import { languages, type Language } from '../../knowledge/language.ts'
import type { Moment } from '../../knowledge/moments.ts'
import { wordsIn, type Localised } from '../../knowledge/pack.ts'
import { formatSpan, formatWeekday } from '../answering/format-dates.ts'
import { formatHours } from '../answering/format-hours.ts'
import { say } from '../i18n.ts'
import { writeMarkup } from '../mailing/markdown.ts'
import type { NewMailing } from '../mailing/mailing.ts'
import type { Policy } from '../mailing/policy.ts'
import { changeBetween, type Change } from './change.ts'
import { endOfTime, startOfTime } from './moments.ts'
import type { Snapshot, Time } from './snapshot.ts'

/** Its readers have asked to be told; what they would have to get up for may sound at night. */
const policy = { late: 'drop', sound: 'loud', tell: 'nobody', trouble: 'hold', priority: 'urgent' } as const

/** What begins within so many hours does not wait for the morning. */
const soonHours = 12

/**
 * What those are told who have marked an entry: what became of it, with the old and the new time and room. Undefined if
 * it does not concern them, or if all of it is over, before and after.
 */
export function noticeOfChange(entry: string, before: Snapshot, after: Snapshot, now: Date): NewMailing | undefined {
  const change = changeBetween(before, after)
  const ends = [
    ...before.times.map((time) => endOfTime(time, before)),
    ...after.times.map((time) => endOfTime(time, after)),
  ]
  const last = ends.toSorted((a, b) => b.getTime() - a.getTime())[0]
  if (change === undefined || (last && last <= now)) return undefined
  const starts = [
    ...before.times.map((time) => startOfTime(time, before)),
    ...after.times.map((time) => startOfTime(time, after)),
  ]
  const isSoon = starts.some((start) => start > now && start.getTime() - now.getTime() < soonHours * 3_600_000)
  return {
    origin: 'programme',
    askedFor: true,
    policy: { ...policy, quietHours: isSoon ? 'ignore' : 'wait' } satisfies Policy,
    content: {
      title: inAll((language) => say(language, `change.${change}`, { title: wordsIn(after.title, language) ?? entry })),
      body: inAll((language) => writeMarkup(tell(change, before, after, language))),
      about: entry,
    },
    fallback: undefined,
    startAt: now,
    notAfter: last,
    author: 'jauap',
  }
}

function tell(change: Change, before: Snapshot, after: Snapshot, language: Language): string {
  if (change === 'cancelled' || change === 'postponed' || change === 'gone') {
    const was = timesText(before, language)
    return was === '' ? '' : say(language, 'change.was', { before: was })
  }
  if (change === 'back') return timesText(after, language)
  const day = commonDay(before, after)
  const [old, fresh] = [before, after].map((one) => timesText(one, language, day)) as [string, string]
  return day === undefined
    ? say(language, 'change.fromTo', { before: old, after: fresh })
    : say(language, 'change.onDay', { day: formatWeekday(day, language), before: old, after: fresh })
}

/** The day of both, if they have one time each on the same day; then hours tell them apart. */
function commonDay(before: Snapshot, after: Snapshot): string | undefined {
  const [one, ...others] = [...before.times, ...after.times]
  if (!one || others.length !== 1 || !hasHours(one.from) || !hasHours(others[0]!.from)) return undefined
  const day = one.from.slice(0, 10)
  return others[0]!.from.startsWith(day) ? day : undefined
}

function timesText({ times }: Snapshot, language: Language, said?: string): string {
  return times.map((time) => timeText(time, language, said)).join('; ')
}

/** "Wed, 10 June, 10:00–10:45, Great Hall"; without the day where it is said already. */
function timeText({ from, to, room }: Time, language: Language, said: string | undefined): string {
  const day = from.slice(0, 10)
  const when = hasHours(from)
    ? [
        ...(said === undefined ? [formatWeekday(day, language)] : []),
        formatHours(to === undefined ? { from } : { from, to }),
      ]
    : [formatSpan({ from, to: to ?? from, precision: 'day' }, language)]
  const where = room && wordsIn(room, language)
  return [...when, ...(where === undefined ? [] : [where])].join(', ')
}

function hasHours(moment: Moment): boolean {
  return moment.length > 10
}

function inAll(text: (language: Language) => string): Localised {
  return Object.fromEntries(languages.map((language) => [language, text(language)]))
}
