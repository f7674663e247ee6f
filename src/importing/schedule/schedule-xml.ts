import { UnreadableFile } from '../programme/unreadable-file.ts'
import type { Link, Programme } from '../programme/programme.ts'
import { programmeOfTalks, type Conference, type Talk } from './schedule.ts'
import { childrenOf, parseXml, textOf, type Element } from '../files/xml.ts'

/**
 * The schedule of frab and pretalx in XML (https://github.com/voc/schedule, validator/xsd): days, rooms in them, events
 * in these. Throws an UnreadableFile for another document.
 */
export function readScheduleXml(text: string): Programme {
  const schedule = parseXml(text)
  if (schedule.name !== 'schedule')
    throw new UnreadableFile(`its root is <${schedule.name}>, not <schedule>; export the schedule of pretalx or frab`)
  const talks = childrenOf(schedule, 'day').flatMap((day) =>
    childrenOf(day, 'room').flatMap((room) => childrenOf(room, 'event').flatMap((event) => talkOf(event, day, room))),
  )
  if (talks.length === 0) throw new UnreadableFile('it has no event in it; export the schedule once it is released')
  return programmeOfTalks(conferenceOf(schedule), talks)
}

function conferenceOf(schedule: Element): Conference {
  const conference = schedule.children.find(({ name }) => name === 'conference') ?? schedule
  return {
    title: textOf(conference, 'title'),
    timeZone: textOf(conference, 'time_zone_name'),
    dayChange: textOf(conference, 'day_change'),
    rooms: [],
  }
}

function talkOf(event: Element, day: Element, room: Element): Talk[] {
  const title = textOf(event, 'title')
  const start = textOf(event, 'start')
  const date = textOf(event, 'date')
  const key = event.attributes['code'] ?? event.attributes['guid'] ?? event.attributes['id']
  if (title === undefined || start === undefined || key === undefined) return []
  return [
    {
      key,
      title,
      subtitle: textOf(event, 'subtitle'),
      abstract: textOf(event, 'abstract'),
      description: textOf(event, 'description'),
      date,
      day: day.attributes['date'] ?? '',
      start,
      duration: textOf(event, 'duration'),
      room: textOf(event, 'room') ?? room.attributes['name'],
      track: textOf(event, 'track'),
      kind: textOf(event, 'type'),
      spoken: textOf(event, 'language'),
      speakers: speakersOf(event),
      links: linksOf(event),
      url: textOf(event, 'url'),
    },
  ]
}

/** pretalx gives people a `code` or `guid`, frab a number; without any their name must do. */
function speakersOf(event: Element): Talk['speakers'] {
  const alone = childrenOf(event, 'person').flatMap(({ text }) => text.split(','))
  const named = alone.flatMap((name) => (name.trim() === '' ? [] : [{ key: name.trim(), name: name.trim() }]))
  const listed = within(event, 'persons', 'person').flatMap((person) => {
    const name = (textOf(person, 'name') ?? textOf(person, 'public_name') ?? person.text).trim()
    const { code, guid, id } = person.attributes
    return name === '' ? [] : [{ key: code ?? guid ?? id ?? name, name, biography: textOf(person, 'biography') }]
  })
  return [...listed, ...named]
}

function linksOf(event: Element): Link[] {
  const all = [...within(event, 'links', 'link'), ...within(event, 'attachments', 'attachment')]
  return all.flatMap(({ attributes: { href = '' }, text }) =>
    /^https?:\/\//.test(href) ? [{ url: href, ...(text.trim() !== '' && { label: text.trim() }) }] : [],
  )
}

function within(event: Element, list: string, item: string): Element[] {
  return childrenOf(event, list).flatMap((one) => childrenOf(one, item))
}
