import { describe, expect, test } from 'vitest'
import { readMoment } from '../../src/knowledge/moments.ts'
import { packFrom } from '../../src/knowledge/load.ts'
import { packFromJson, packToJson } from '../../src/knowledge/pack-json.ts'
import type { Pack } from '../../src/knowledge/pack.ts'
import type { PackError } from '../../src/knowledge/fault.ts'
import { placesAround } from '../../src/knowledge/places.ts'

describe('readMoment', () => {
  test.for([
    { typed: '2026-06-10 09:30', read: { day: '2026-06-10', time: '09:30' } },
    { typed: '2026-06-10T09:30:00', read: { day: '2026-06-10', time: '09:30' } },
    { typed: '10.06.2026 9:30', read: { day: '2026-06-10', time: '09:30' } },
    { typed: '2026-06-10', read: { day: '2026-06-10' } },
    { typed: '9.30', read: { time: '09:30' } },
    { typed: '6:15 pm', read: { time: '18:15' } },
    { typed: '12:05 a.m.', read: { time: '00:05' } },
    { typed: '2026-06-10T23:30:00+02:00', read: { day: '2026-06-11', time: '02:30' } },
    { typed: '2026-06-10T20:00Z', read: { day: '2026-06-11', time: '01:00' } },
    { typed: '2026-02-30 09:30', read: undefined },
    { typed: '25:00', read: undefined },
    { typed: '13:00 pm', read: undefined },
    { typed: 'morning', read: undefined },
  ])('reads $typed', ({ typed, read }) => expect(readMoment(typed, 'Asia/Almaty')).toEqual(read))
})

describe('a session', () => {
  test('has hours, a room and people, whatever they are typed as', () => {
    const pack = packOf(
      `- { id: jane-doe, type: person, title: Jane Doe, affiliation: ACME }
- id: opening
  name: Opening
  start: 2026-06-10 09:30
  end: 10:15
  location: Hall A
  speaker: [jane-doe, John Smith]
  url: https://example.org/opening`,
    )
    expect(entryIn(pack, 'opening')).toMatchObject({
      type: 'event',
      title: { en: 'Opening' },
      dates: { from: '2026-06-10', to: '2026-06-10', precision: 'day' },
      slots: [{ from: '2026-06-10T09:30', to: '2026-06-10T10:15', place: 'room:hall-a' }],
      place: 'room:hall-a',
      speakers: ['jane-doe', 'person:john-smith'],
      people: ['jane-doe', 'person:john-smith'],
      details: { links: [{ url: 'https://example.org/opening', label: {} }] },
    })
    expect(entryIn(pack, 'person:john-smith')).toMatchObject({ type: 'person', title: { en: 'John Smith' } })
    expect(pack.places.get('room:hall-a')?.name).toEqual({ en: 'Hall A' })
  })

  test.for([
    { what: 'a duration', keys: 'start: 2026-06-10 23:30, duration: 45', slots: ['2026-06-10T23:30 2026-06-11T00:15'] },
    {
      what: 'an end after midnight',
      keys: 'start: 2026-06-10 22:00, end: 01:00',
      slots: ['2026-06-10T22:00 2026-06-11T01:00'],
    },
    {
      what: 'parts, in the order of time',
      keys: 'slots: [{ start: 2026-06-11 09:00, end: 10:00 }, { start: 2026-06-10 14:00 }]',
      slots: ['2026-06-10T14:00 ', '2026-06-11T09:00 2026-06-11T10:00'],
    },
    {
      what: 'hours of each of its days',
      keys: 'daily: "13:00-14:00", dates: 2026-06-10/2026-06-11',
      slots: ['2026-06-10T13:00 2026-06-10T14:00', '2026-06-11T13:00 2026-06-11T14:00'],
    },
    {
      what: 'hours of each day from one to another',
      keys: 'daily: "08:00-09:00", from: 2026-06-10, to: 2026-06-11',
      slots: ['2026-06-10T08:00 2026-06-10T09:00', '2026-06-11T08:00 2026-06-11T09:00'],
    },
    {
      what: 'a time on each of its days',
      keys: 'start: "09:00", dates: 2026-06-10/2026-06-11',
      slots: ['2026-06-10T09:00 ', '2026-06-11T09:00 '],
    },
    { what: 'whole days', keys: 'start: 2026-06-10, end: 2026-06-12', slots: [] },
  ])('has $what', ({ keys, slots }) => {
    const { slots: read } = entryIn(packOf(`- { id: a, title: A, ${keys} }`), 'a')
    expect(read.map(({ from, to = '' }) => `${from} ${to}`)).toEqual(slots)
  })

  test('recurs on the days of the subject', () => {
    const pack = packOf(
      `- { id: fair, title: Fair, start: 2026-06-10, end: 2026-06-11 }
- { id: lunch, title: Lunch, daily: "13:00-14:00" }`,
      { 'pack.yaml': 'subject: fair' },
    )
    expect(entryIn(pack, 'lunch').slots).toHaveLength(2)
  })

  test('is told in the time of the venue', () => {
    const pack = packOf('- { id: a, title: A, start: "2026-06-10T09:30:00+02:00" }', {
      'pack.yaml': 'timeZone: Asia/Almaty',
    })
    expect(entryIn(pack, 'a').slots).toEqual([{ from: '2026-06-10T12:30' }])
  })

  test('keeps its practical facts', () => {
    const pack = packOf(`- id: dinner
  title: Dinner
  kind: party
  language: en
  track: Social
  links: [{ label: Menu, url: "https://example.org/menu" }]
  phone: "+7 7172 00 00 00"
  email: dinner@example.org
  price: [{ amount: 150, currency: EUR, tier: business, until: 2026-05-01 }, 80 EUR, €20, free, ask the desk]
  for: speakers only
  registration: at the desk
  capacity: 40
  validUntil: 2026-06-10
  status: sold out
  image: { url: "https://example.org/x.png", alt: A table }
  source: { url: "https://example.org", date: 2026-05-01 }
  topic: dinner`)
    expect(entryIn(pack, 'dinner')).toMatchObject({
      kind: 'party',
      validUntil: '2026-06-10T23:59',
      status: 'sold-out',
      topic: 'dinner',
      details: {
        spoken: ['en'],
        track: { en: 'Social' },
        links: [{ label: { en: 'Menu' } }],
        phones: ['+7 7172 00 00 00'],
        emails: ['dinner@example.org'],
        prices: [
          { amount: 150, currency: 'EUR', tier: { en: 'business' }, until: '2026-05-01' },
          { amount: 80, currency: 'EUR' },
          { amount: 20, currency: '€' },
          { amount: 0 },
          { text: { en: 'ask the desk' } },
        ],
        audience: { en: 'speakers only' },
        registration: { needed: true, text: { en: 'at the desk' } },
        capacity: 40,
        images: [{ alt: { en: 'A table' } }],
        source: { url: 'https://example.org', date: '2026-05-01' },
      },
    })
    expect(packFromJson(JSON.parse(JSON.stringify(packToJson(pack))))).toEqual(pack)
  })

  test('is in a room in a building in a city', () => {
    const pack = packOf('- { id: a, title: A, start: 2026-06-10 09:30, room: hall-a }', {
      'places.yaml': `- { id: hall-a, name: Hall A, within: centre, floor: 2nd floor, directions: Up the stairs }
- { id: centre, name: Centre, within: brno, map: "https://example.org/map" }
- { id: brno, name: Brno, country: czechia }
- { id: czechia, name: Czechia }`,
    })
    expect(placesAround('hall-a', pack).map(({ id }) => id)).toEqual(['hall-a', 'centre', 'brno', 'czechia'])
  })

  test.for([
    { fault: 'a misspelt key', yaml: '{ id: a, titel: x }', says: 'unknown key titel: did you mean title?' },
    { fault: 'two keys for one thing', yaml: '{ id: a, title: x, name: y }', says: 'name means the same as title' },
    { fault: 'a number for a text', yaml: '{ id: a, title: 2026 }', says: 'put it in quotes: "2026"' },
    { fault: 'a text for a list', yaml: '{ id: a, title: x, names: y }', says: 'write a list' },
    {
      fault: 'a time in dates',
      yaml: '{ id: a, title: x, dates: "2026-06-10T09:30" }',
      says: 'hours go into start and end',
    },
    {
      fault: 'an hour that is none',
      yaml: '{ id: a, title: x, start: 2026-06-10 29:30 }',
      says: 'write a day and a time',
    },
    { fault: 'a time without a day', yaml: '{ id: a, title: x, start: "09:30" }', says: 'on which day?' },
    {
      fault: 'an end before the start',
      yaml: '{ id: a, title: x, start: 2026-06-10 09:30, end: 2026-06-09 10:00 }',
      says: 'ends before it starts',
    },
    { fault: 'days without dates', yaml: '{ id: a, title: x, daily: "13:00-14:00" }', says: 'on which days?' },
    {
      fault: 'an id that nobody has',
      yaml: '{ id: a, title: x, speakers: [jane-doe] }',
      says: 'speakers names jane-doe',
    },
    {
      fault: 'a room that is not there',
      yaml: '{ id: a, title: x, start: 2026-06-10 09:30, room: hall-q }',
      says: 'add it to places.yaml',
    },
    { fault: 'an address of another kind', yaml: '{ id: a, title: x, url: "javascript:alert(1)" }', says: 'https://' },
    { fault: 'a status that is none', yaml: '{ id: a, title: x, status: gone }', says: 'write moved, cancelled' },
  ])('has $fault named with its remedy', ({ yaml, says }) => {
    expect(messagesOf(`- ${yaml}`).join('\n')).toContain(says)
  })

  test('has a place within itself named', () => {
    const places = '- { id: a, name: A, within: b }\n- { id: b, name: B, within: a }'
    expect(messagesOf('- { id: x, title: X }', { 'places.yaml': places }).join('\n')).toContain('is within itself')
  })
})

function packOf(entries: string, more: Readonly<Record<string, string>> = {}): Pack {
  const files = Object.entries({ 'entries.yaml': entries, ...more })
  return packFrom({ path: 'p', files: files.map(([name, source]) => ({ name, source })), faults: [] })
}

function entryIn(pack: Pack, id: string) {
  return pack.entries.find((entry) => entry.id === id)!
}

function messagesOf(entries: string, more: Readonly<Record<string, string>> = {}): string[] {
  try {
    packOf(entries, more)
    return []
  } catch (error) {
    return (error as PackError).faults.map(({ message }) => message)
  }
}
