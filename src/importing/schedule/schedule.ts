import { languageFinder, inItsLanguage, type LanguageFinder } from '../programme/find-language.ts'
import { isCalendarDate } from '../../knowledge/dates.ts'
import type { Localised } from '../../knowledge/pack.ts'
import { UnreadableFile } from '../programme/unreadable-file.ts'
import type { Link, Person, Programme, Room, Session, Slot } from '../programme/programme.ts'
import { plusMinutes, readMinutes, readTimes, wallTime } from '../programme/when.ts'
import { plainText } from '../files/markup.ts'

/** One talk as pretalx and frab tell it, in JSON or XML alike. Texts may hold mark-up; times are those of the venue. */
export type Talk = {
  readonly key: string
  readonly title: string | Localised
  readonly subtitle?: string | undefined
  readonly abstract?: string | Localised | undefined
  readonly description?: string | Localised | undefined
  /** ISO 8601 with an offset, if the source tells it; else its day and time are enough. */
  readonly date?: string | undefined
  readonly day: string
  /** "09:30" */
  readonly start: string
  readonly duration?: string | undefined
  readonly room?: string | undefined
  readonly track?: string | undefined
  readonly kind?: string | undefined
  readonly spoken?: string | undefined
  readonly speakers: readonly { readonly key: string; readonly name: string; readonly biography?: string | undefined }[]
  readonly links: readonly Link[]
  readonly url?: string | undefined
}

/** What is said of the whole event. `dayChange`: the hour at which a day of the programme begins, "09:00". */
export type Conference = {
  readonly title?: string | undefined
  readonly timeZone?: string | undefined
  readonly dayChange?: string | undefined
  readonly rooms: readonly { readonly name: string; readonly description?: string | undefined }[]
}

/** The programme of a conference: a talk in several parts becomes one session with several slots. */
export function programmeOfTalks(conference: Conference, talks: readonly Talk[]): Programme {
  const find = languageFinder()
  const sessions = new Map<string, Session>()
  const people = new Map<string, Person>()
  const rooms = new Map<string, Room>()
  const addRoom = (name: string, more: Partial<Room> = {}): void =>
    void rooms.getOrInsertComputed(name, () => ({ key: name, name: inItsLanguage(name, find), links: [], ...more }))
  for (const { name, description } of conference.rooms)
    addRoom(name, { ...(description && { directions: inItsLanguage(plainText(description).text, find) }) })
  for (const talk of talks.filter(({ title }) => hasWords(title))) {
    const known = sessions.get(talk.key)
    const slot = slotOf(talk, conference)
    sessions.set(
      talk.key,
      known ? { ...known, slots: [...known.slots, slot] } : { ...sessionOf(talk, find), slots: [slot] },
    )
    if (talk.room !== undefined) addRoom(talk.room)
    for (const speaker of talk.speakers) people.getOrInsertComputed(speaker.key, () => personOf(speaker, find))
  }
  return {
    ...(conference.title && { title: inItsLanguage(conference.title, find) }),
    ...(conference.timeZone && { timeZone: conference.timeZone }),
    sessions: [...sessions.values()],
    people: [...people.values()],
    rooms: [...rooms.values()],
    facts: [],
  }
}

function sessionOf(talk: Talk, find: LanguageFinder): Omit<Session, 'slots'> {
  const title = localised(talk.title, find)
  // The abstract is what the programme shows of a talk; the description is for those who open its page.
  const body = [talk.abstract, talk.description].find((text) => text !== undefined && hasWords(text))
  const { text, links } = body === undefined ? { text: {}, links: [] } : plainWords(body, find)
  return {
    key: talk.key,
    title,
    text: withSubtitle(text, talk.subtitle, find),
    speakers: talk.speakers.map(({ key }) => key),
    ...(talk.track && { track: talk.track }),
    ...(talk.kind && { kind: talk.kind }),
    ...(talk.spoken && { spoken: talk.spoken }),
    links: [...talk.links, ...links],
    ...(talk.url && { url: talk.url }),
  }
}

/**
 * Talks at night belong to the programme of the day before: its own date says so, or the hour at which days change. The
 * start is always that of the venue, and the day the one in whose programme it stands, also where a date is in UTC.
 */
function slotOf({ key, date, day, start: typed, duration, room }: Talk, { dayChange }: Conference): Slot {
  const start = readTimes(typed)?.start
  if (start === undefined || !isCalendarDate(day))
    throw new UnreadableFile(`no time of a talk (${typed} on ${day}); correct it where it was exported`, `talk ${key}`)
  const nextDay = plusMinutes(`${day} 00:00`, 1440).slice(0, 10)
  const changes = readTimes(dayChange ?? '')?.start ?? '00:00'
  const atNight =
    (date !== undefined && wallTime(date) === `${nextDay} ${start}` && start < morning) ||
    (date === undefined && changes <= noon && start < changes)
  const begins = `${atNight ? nextDay : day} ${start}`
  const minutes = duration === undefined ? undefined : readMinutes(duration)
  return {
    start: begins,
    ...(minutes !== undefined && minutes > 0 && { end: plusMinutes(begins, minutes) }),
    ...(room !== undefined && { room }),
  }
}

/** Until then a night lasts; a day that changes later is a slip. */
const morning = '08:00'
const noon = '12:00'

function personOf({ key, name, biography }: Talk['speakers'][number], find: LanguageFinder): Person {
  const { text, links } = plainText(biography ?? '')
  return { key, name: inItsLanguage(name, find), text: inItsLanguage(text, find), links }
}

function hasWords(text: string | Localised): boolean {
  return typeof text === 'string' ? text.trim() !== '' : Object.keys(text).length > 0
}

/** A text in one language, or one that its source has in several. */
function localised(text: string | Localised, find: LanguageFinder): Localised {
  return typeof text === 'string' ? inItsLanguage(plainText(text).text, find) : text
}

function plainWords(text: string | Localised, find: LanguageFinder): { text: Localised; links: readonly Link[] } {
  if (typeof text === 'string') {
    const { text: words, links } = plainText(text)
    return { text: inItsLanguage(words, find), links }
  }
  const each = Object.entries(text).map(([language, words]) => [language, plainText(words)] as const)
  return {
    text: Object.fromEntries(each.map(([language, { text }]) => [language, text])),
    links: each.flatMap(([, { links }]) => links),
  }
}

function withSubtitle(text: Localised, subtitle: string | undefined, find: LanguageFinder): Localised {
  if (!subtitle?.trim()) return text
  const words = plainText(subtitle).text
  const [language] = Object.keys(text) as (keyof Localised)[]
  return language === undefined ? inItsLanguage(words, find) : { ...text, [language]: `${words}\n${text[language]}` }
}
