import { z } from 'zod'
import { asLanguage } from '../../knowledge/language.ts'
import type { Localised } from '../../knowledge/pack.ts'
import { UnreadableFile } from '../programme/unreadable-file.ts'
import type { Link, Programme } from '../programme/programme.ts'
import { programmeOfTalks, type Talk } from './schedule.ts'

/** Exports leave out what is empty, or say null; both are undefined. */
const optional = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? undefined)
/** Ids are numbers in frab and texts in pretalx. */
const key = z.union([z.string(), z.number()]).transform(String)
/** pretalx' API has texts by language, its schedule has them plain. */
const words = z.union([z.string(), z.record(z.string(), z.string().nullish())])

const person = z.looseObject({
  code: optional(key),
  guid: optional(key),
  id: optional(key),
  name: optional(z.string()),
  public_name: optional(z.string()),
  full_public_name: optional(z.string()),
  biography: optional(z.string()),
})

const link = z.looseObject({ url: optional(z.string()), title: optional(z.string()) })

const event = z.looseObject({
  code: optional(key),
  guid: optional(key),
  id: optional(key),
  title: words,
  subtitle: optional(z.string()),
  abstract: optional(words),
  description: optional(words),
  date: optional(z.string()),
  start: z.string(),
  duration: optional(key),
  room: optional(z.string()),
  track: optional(words),
  type: optional(words),
  language: optional(z.string()),
  persons: optional(z.array(person)),
  links: optional(z.array(link)),
  attachments: optional(z.array(link)),
  url: optional(z.string()),
})

const room = z.looseObject({ name: z.string(), description: optional(z.string()) })

/** Some list rooms by their names alone. */
const roomName = z.string().transform((name) => ({ name, description: undefined }))

const day = z.looseObject({ date: z.string(), rooms: z.record(z.string(), z.array(event)) })

const conference = z.looseObject({
  title: optional(z.string()),
  time_zone_name: optional(z.string()),
  rooms: optional(z.union([z.array(z.union([room, roomName])), z.literal(false)])),
  days: z.array(day).min(1, 'no day in it; export the schedule once it is released'),
})

const file = z.looseObject({ schedule: z.looseObject({ conference }) })

/** Whether a JSON file says that it is a schedule of pretalx or frab. */
export function isSchedule(content: unknown): boolean {
  const schedule = (content as { schedule?: { conference?: unknown } } | null)?.schedule
  return schedule?.conference !== undefined
}

/**
 * The schedule of pretalx and frab in JSON (https://c3voc.de/schedule/schema.json). Throws an UnreadableFile that names
 * what is not as it should be.
 */
export function readScheduleJson(content: unknown): Programme {
  const result = file.safeParse(content)
  if (!result.success) {
    const [issue] = result.error.issues as [z.core.$ZodIssue]
    throw new UnreadableFile(`no schedule of pretalx or frab (${issue.message}); export it anew`, issue.path.join('.'))
  }
  const { conference } = result.data.schedule
  const talks = conference.days.flatMap(({ date, rooms }) =>
    Object.entries(rooms).flatMap(([room, events]) => events.map((event) => talkOf(event, date, room))),
  )
  return programmeOfTalks(
    {
      title: conference.title,
      timeZone: conference.time_zone_name,
      rooms: conference.rooms === false ? [] : (conference.rooms ?? []),
    },
    talks,
  )
}

type Event = z.output<typeof event>

function talkOf(event: Event, day: string, room: string): Talk {
  const title = wordsOf(event.title)
  return {
    key: event.code ?? event.guid ?? event.id ?? `${day} ${event.start} ${room}`,
    title,
    subtitle: event.subtitle,
    abstract: event.abstract === undefined ? undefined : wordsOf(event.abstract),
    description: event.description === undefined ? undefined : wordsOf(event.description),
    date: event.date,
    day: day.slice(0, 10),
    start: event.start,
    duration: event.duration,
    room: event.room ?? room,
    track: plain(event.track),
    kind: plain(event.type),
    spoken: event.language,
    speakers: (event.persons ?? []).flatMap(({ code, guid, id, name, public_name, full_public_name, biography }) => {
      const called = (name ?? public_name ?? full_public_name ?? '').trim()
      return called === '' ? [] : [{ key: code ?? guid ?? id ?? called, name: called, biography }]
    }),
    links: [...(event.links ?? []), ...(event.attachments ?? [])].flatMap(linkOf),
    url: event.url,
  }
}

function linkOf({ url, title }: z.output<typeof link>): Link[] {
  return url !== undefined && /^https?:\/\//.test(url) ? [{ url, ...(title?.trim() && { label: title.trim() }) }] : []
}

/** Texts in languages that the product speaks; of others, the first stands for itself. */
function wordsOf(value: z.output<typeof words>): string | Localised {
  if (typeof value === 'string') return value
  const known = Object.entries(value).filter(([code, text]) => asLanguage(code) !== undefined && text)
  if (known.length > 0) return Object.fromEntries(known) as Localised
  return Object.values(value).find((text) => text) ?? ''
}

function plain(value: z.output<typeof words> | undefined): string | undefined {
  if (value === undefined) return undefined
  const known = wordsOf(value)
  return typeof known === 'string' ? known : (known.en ?? known.ru ?? known.kk)
}
