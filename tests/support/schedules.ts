import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Reading } from '../../src/importing/programme/programme.ts'
import { readSource, type ReadContext } from '../../src/importing/read-source.ts'

/** A talk of a made-up schedule, as much of it as changes in tests. */
export type MadeTalk = {
  readonly code: string
  readonly title: string
  readonly abstract: string
  readonly day: string
  readonly start: string
  readonly minutes: number
  readonly room: string
  readonly speakers: readonly { readonly code: string; readonly name: string; readonly biography: string }[]
}

const subjects = [
  'Rivers',
  'Glaciers',
  'Soils',
  'Forests',
  'Cities',
  'Winds',
  'Birds',
  'Grain',
  'Salt',
  'Maps',
  'Rain',
  'Roots',
  'Dust',
]
const views = [
  'Measured',
  'Painted',
  'Remembered',
  'Rebuilt',
  'Forecast',
  'Counted',
  'Shared',
  'Mended',
  'Named',
  'Lost',
  'Taught',
  'Priced',
  'Drawn',
]
const first = [
  'Aruzhan',
  'Boris',
  'Clara',
  'Daniyar',
  'Elena',
  'Farid',
  'Greta',
  'Hiro',
  'Inna',
  'Jonas',
  'Kamila',
  'Lev',
  'Maria',
]
const last = [
  'Abenov',
  'Berg',
  'Costa',
  'Dmitrieva',
  'Ekberg',
  'Frolov',
  'Garcia',
  'Holm',
  'Iskakova',
  'Jansen',
  'Kim',
  'Larsen',
  'Moreau',
]
const rooms = ['Hall A', 'Hall B', 'Studio', 'Library', 'Garden Room']

/** As many talks as wished, each with a speaker of its own, on days from 2026-06-10 on, in five rooms. */
export function madeTalks(count: number): MadeTalk[] {
  return Array.from({ length: count }, (_, at) => {
    const slot = Math.floor(at / rooms.length)
    const again = at >= 169 ? ` ${Math.floor(at / 169)}` : ''
    const minute = 9 * 60 + (slot % 9) * 50
    const name = `${first[at % 13]} ${last[Math.floor(at / 13) % 13]}${again}`
    const title = `${subjects[at % 13]} ${views[Math.floor(at / 13) % 13]}${again}`
    return {
      code: `T${String(at).padStart(4, '0')}`,
      title,
      abstract: `All of ${title.toLowerCase()}, in *three* parts. See [the notes](https://example.org/${at}).`,
      day: new Date(Date.UTC(2026, 5, 10 + Math.floor(slot / 9))).toISOString().slice(0, 10),
      start: `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
      minutes: 45,
      room: rooms[at % rooms.length]!,
      speakers: [
        {
          code: `P${String(at).padStart(4, '0')}`,
          name,
          biography: `${name} works on ${subjects[at % 13]!.toLowerCase()}.`,
        },
      ],
    }
  })
}

/** The talks as pretalx exports its schedule in JSON (https://c3voc.de/schedule/schema.json). */
export function pretalxJson(talks: readonly MadeTalk[]): string {
  const days = [...new Set(talks.map(({ day }) => day))].toSorted()
  return JSON.stringify({
    $schema: 'https://c3voc.de/schedule/schema.json',
    schedule: {
      url: 'https://talks.example.org/made/schedule/',
      version: '1.0',
      base_url: 'https://talks.example.org',
      conference: {
        acronym: 'made',
        title: 'Made Conference 2026',
        start: days[0],
        end: days.at(-1),
        daysCount: days.length,
        timeslot_duration: '00:05',
        time_zone_name: 'Asia/Almaty',
        rooms: rooms.map((name) => ({ name, slug: name, description: null, capacity: 100 })),
        days: days.map((day, index) => ({
          index: index + 1,
          date: day,
          day_start: `${day}T04:00:00+05:00`,
          day_end: `${day}T23:59:00+05:00`,
          rooms: Object.fromEntries(
            rooms.map((room) => [
              room,
              talks.filter((talk) => talk.day === day && talk.room === room).map(pretalxTalk),
            ]),
          ),
        })),
      },
    },
  })
}

function pretalxTalk({ code, title, abstract, day, start, minutes, room, speakers }: MadeTalk): object {
  return {
    guid: `guid-${code}`,
    code,
    id: Number(code.slice(1)),
    logo: null,
    date: `${day}T${start}:00+05:00`,
    start,
    duration: `00:${minutes}`,
    room,
    slug: code,
    url: `https://talks.example.org/made/talk/${code}/`,
    title,
    subtitle: '',
    track: null,
    type: 'Talk',
    language: 'en',
    abstract,
    description: '',
    do_not_record: false,
    persons: speakers.map(({ code, name, biography }) => ({ code, name, public_name: name, avatar: null, biography })),
    links: [],
    attachments: [],
    answers: [],
  }
}

/** The talks as frab exports its schedule in XML (https://github.com/voc/schedule, validator/xsd). */
export function frabXml(talks: readonly MadeTalk[]): string {
  const days = [...new Set(talks.map(({ day }) => day))].toSorted()
  const event = ({ code, title, abstract, start, minutes, room, speakers }: MadeTalk): string => `
      <event id="${Number(code.slice(1))}" guid="guid-${code}">
        <start>${start}</start><duration>00:${minutes}</duration><room>${room}</room><slug>${code}</slug>
        <title>${title}</title><subtitle/><track>Main &amp; more</track><type>lecture</type><language>en</language>
        <abstract>&lt;p&gt;${abstract}&lt;/p&gt;</abstract><description/>
        <persons>${speakers.map(person).join('')}</persons>
        <links><link href="https://slides.example.org/${code}">Slides</link></links>
      </event>`
  const inDay = (day: string, index: number): string =>
    `<day index="${index + 1}" date="${day}">${rooms.map((room) => inRoom(day, room)).join('')}</day>`
  const inRoom = (day: string, room: string): string =>
    `<room name="${room}">${talks
      .filter((talk) => talk.day === day && talk.room === room)
      .map(event)
      .join('')}</room>`
  return `<?xml version="1.0" encoding="utf-8"?>
<schedule>
  <generator name="frab" version="0.7"/>
  <version>1</version>
  <conference>
    <title>Made Conference 2026</title><day_change>04:00:00</day_change><timeslot_duration>00:05</timeslot_duration>
  </conference>
  ${days.map(inDay).join('\n')}
</schedule>`
}

function person({ code, name }: MadeTalk['speakers'][number]): string {
  return `<person id="${Number(code.slice(1))}">${name}</person>`
}

/** A directory for files and packs, removed when the test ends. */
export function aWorkshop(): {
  path: (name: string) => string
  write: (name: string, content: string | Uint8Array) => string
} {
  const directory = mkdtempSync(join(tmpdir(), 'jauap-import-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  const path = (name: string): string => join(directory, name)
  return {
    path,
    write(name, content) {
      writeFileSync(path(name), content)
      return path(name)
    },
  }
}

/** Reads a file in this thread, which tests can wait for. */
export function readHere(path: string, context: ReadContext = {}): Promise<Reading> {
  return readSource({ name: basename(path), bytes: readFileSync(path) }, context)
}
