import { createHash } from 'node:crypto'
import { ownId } from '../../knowledge/joint-pack.ts'
import { languages, type Language } from '../../knowledge/language.ts'
import { wordsIn, type Entry, type Localised, type Pack } from '../../knowledge/pack.ts'
import { whenAndWhere } from '../answering/facts.ts'
import { clockOf, formatSlot } from '../answering/format-hours.ts'
import { placeAt, placesAround } from '../../knowledge/places.ts'
import { isDated } from '../answering/occurrences.ts'
import { say } from '../i18n.ts'
import type { KeyedMailing } from '../mailing/mailing.ts'
import { writeMarkup } from '../mailing/markdown.ts'
import type { Policy } from '../mailing/policy.ts'
import { instantOf, midnight } from '../time/venue.ts'

/** The source may know an event's day and no hour: then it counts as beginning in the morning. */
const morning = { hour: 9 }

/** Before what has hours: enough to walk to another hall. */
const leadMinutes = 15

/**
 * Its readers have asked for it, so it may sound at any hour; what it reminds of does not wait, and nobody looks
 * after it.
 */
const policy: Policy = {
  quietHours: 'ignore',
  late: 'drop',
  sound: 'loud',
  tell: 'nobody',
  trouble: 'hold',
  priority: 'routine',
}

type Planned = {
  readonly lead: string
  readonly at: Date
  /** "Tomorrow" is said on the day before, and what has begun is reminded of no more. */
  readonly notAfter: Date
  readonly title: (language: Language, title: string) => string
  readonly body: (language: Language) => string
}

/**
 * What is left to remind of an entry: a quarter of an hour before each time that it has; where only its day is known, a
 * day and an hour before its morning. None for what has begun, does not take place or has no day. Another moment, name
 * or room makes another reminder. Each key begins with the ids of the pack and of the entry in it.
 */
export function remindersOf(entry: Entry, pack: Pack, now: Date): KeyedMailing[] {
  return plannedFor(entry, pack)
    .filter(({ at }) => at > now)
    .map(({ lead, at, notAfter, title, body }) => {
      const content = {
        title: inAll((language) => title(language, wordsIn(entry.title, language) ?? entry.id)),
        body: inAll((language) => writeMarkup(body(language))),
        about: entry.id,
      }
      const said = createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 12)
      return {
        key: `${pack.id} ${ownId(entry.id)} ${lead} ${at.toISOString()} ${said}`,
        mailing: {
          origin: 'reminder',
          askedFor: true,
          policy,
          content,
          fallback: undefined,
          startAt: at,
          notAfter,
          author: 'jauap',
        },
      }
    })
}

function plannedFor(entry: Entry, pack: Pack): Planned[] {
  if (!isDated(entry) || entry.status === 'cancelled' || entry.status === 'postponed') return []
  return entry.slots.length > 0 ? beforeHours(entry, pack) : beforeDays(entry, pack)
}

function beforeHours(entry: Entry, pack: Pack): Planned[] {
  return entry.slots.map((slot) => {
    const begins = instantOf(slot.from, pack.timeZone)
    const [room] = placesAround(placeAt(slot, entry) ?? '', pack)
    return {
      lead: 'soon',
      at: new Date(begins.getTime() - leadMinutes * 60_000),
      notAfter: begins,
      title: (language, title) => say(language, 'reminder.soon', { title, time: clockOf(slot.from) }),
      body: (language) => [formatSlot(slot, language), room && wordsIn(room.name, language)].filter(Boolean).join(', '),
    }
  })
}

function beforeDays(entry: Entry, pack: Pack): Planned[] {
  const { from } = entry.dates!
  const { timeZone } = pack
  const begins = new Date(
    Temporal.PlainDate.from(from).toZonedDateTime({ timeZone, plainTime: morning }).epochMilliseconds,
  )
  const body = (language: Language): string => whenAndWhere(entry, pack, language)
  const planned = (lead: 'day' | 'hour', hours: number, notAfter: Date): Planned => ({
    lead,
    at: new Date(begins.getTime() - hours * 3_600_000),
    notAfter,
    title: (language, title) => say(language, `reminder.${lead}`, { title }),
    body,
  })
  return [planned('day', 24, midnight(from, 0, timeZone)), planned('hour', 1, begins)]
}

function inAll(text: (language: Language) => string): Localised {
  return Object.fromEntries(languages.map((language) => [language, text(language)]))
}
