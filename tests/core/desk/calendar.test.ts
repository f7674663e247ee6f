import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { describe, expect, test } from 'vitest'
import type { Pack } from '../../../src/knowledge/pack.ts'
import { datedEntries, writeCalendar } from '../../../src/core/desk/calendar.ts'
import { googleCalendarLink } from '../../../src/core/desk/google-calendar.ts'
import { isDated } from '../../../src/core/answering/occurrences.ts'
import { openBulletin } from '../../support/bulletin.ts'
import { openConference } from '../../support/conference.ts'
import { aPack, anEntry, anEvent } from '../../support/entries.ts'

const now = new Date('2026-04-01T09:00:00Z')

/** Titles and ids in which everything stands that a calendar could stumble over. */
const traps = aPack(
  [
    anEntry({
      ...anEvent('talk', '2026-06-10'),
      title: { ru: `Запятая, точка; черта \\ и «ёлочки» 🙂 ${'очень длинное название '.repeat(9)}` },
      text: { ru: 'Первая строка\nвторая: BEGIN:VEVENT' },
      slots: [{ from: '2026-06-10T23:30', to: '2026-06-11T00:30' }, { from: '2026-06-11T09:00' }],
    }),
    anEntry({ ...anEvent('talk.2', '2026-06-10'), title: { en: 'tab\tbell\u0007end' } }),
    anEntry({ ...anEvent('gala', '2026-06-10', '2026-06-12'), status: 'cancelled' }),
  ],
  { title: { ru: 'Пак с, запятой; и \\ чертой' }, languages: ['ru'], modified: Date.UTC(2026, 2, 1) },
)

const packs: readonly { readonly name: string; readonly pack: Pack }[] = [
  { name: 'the bulletin', pack: openBulletin().pack },
  { name: 'the conference', pack: openConference().pack },
  { name: 'traps', pack: traps },
]

type Read = { readonly uid: string; readonly title: string; readonly start: number; readonly end: number }

/** What ical.js reads of a calendar, strictly. */
function readStrictly(calendar: string): Read[] {
  const component = new ICAL.Component(ICAL.parse(calendar) as unknown[])
  return component.getAllSubcomponents('vevent').map((one) => {
    const { uid, summary: title, startDate, endDate } = new ICAL.Event(one, { strictExceptions: true })
    return { uid, title, start: timeOf(startDate), end: timeOf(endDate) }
  })
}

function timeOf(time: ICAL.Time): number {
  return time.isDate ? Date.UTC(time.year, time.month - 1, time.day) : time.toJSDate().getTime()
}

/** What node-ical reads of it, which shares no code with the other. */
function readAgain(calendar: string): Read[] {
  return Object.values(nodeIcal.sync.parseICS(calendar)).flatMap((one) => {
    if (one?.type !== 'VEVENT') return []
    const { uid, summary, start, end, datetype } = one
    const title = typeof summary === 'string' ? summary : summary.val
    return [{ uid, title, start: millisecondsOf(start, datetype), end: millisecondsOf(end!, datetype) }]
  })
}

function millisecondsOf(date: Date, type: string): number {
  return type === 'date' ? Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) : date.getTime()
}

function parametersOf(link: string | undefined): Record<string, string> {
  return Object.fromEntries(new URL(link!).searchParams)
}

describe.for(packs)('the calendar of $name', ({ pack }) => {
  const calendar = writeCalendar(datedEntries(pack), pack, pack.languages.at(-1)!, now)

  test('is read alike by two parsers, every time of every entry once', () => {
    const read = readStrictly(calendar)
    const times = pack.entries.filter(isDated).reduce((sum, { slots }) => sum + Math.max(slots.length, 1), 0)
    expect(read).toHaveLength(times)
    expect(new Set(read.map(({ uid }) => uid)).size).toBe(times)
    expect(readAgain(calendar).toSorted(byUid)).toEqual(read.toSorted(byUid))
    expect(read.filter(({ start, end }) => end <= start)).toEqual([])
  })

  test('obeys RFC 5545 in its lines: at most 75 octets, CRLF, no control characters', () => {
    expect(calendar.endsWith('END:VCALENDAR\r\n')).toBe(true)
    const lines = calendar.split('\r\n')
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
    // eslint-disable-next-line no-control-regex -- these are what must not be there
    expect(lines.filter((line) => /[\u0000-\u0008\u000a-\u001f\u007f]/.test(line))).toEqual([])
    const events = calendar.split('BEGIN:VEVENT').slice(1)
    for (const event of events) {
      for (const property of ['UID', 'DTSTAMP', 'SEQUENCE', 'LAST-MODIFIED', 'SUMMARY'])
        expect(event.match(new RegExp(`^${property}[:;]`, 'gm')) ?? [], property).toHaveLength(1)
      expect(event).toMatch(/DTSTAMP:\d{8}T\d{6}Z/)
    }
  })
})

test('texts come back letter for letter, but for what no calendar may hold', () => {
  const calendar = writeCalendar(traps.entries, traps, 'ru', now)
  expect(readStrictly(calendar).map(({ title }) => title)).toEqual([
    traps.entries[0]!.title.ru!,
    traps.entries[0]!.title.ru!,
    'tabbellend',
    'gala',
  ])
})

describe('the link to Google’s calendar', () => {
  const [talk, , gala] = traps.entries

  test('has the hours of what comes next in UTC, and the zone of the venue', () => {
    const at = { now: new Date('2026-06-10T20:00:00Z'), longest: 1900 }
    expect(parametersOf(googleCalendarLink(talk!, traps, 'ru', at))).toMatchObject({
      action: 'TEMPLATE',
      dates: '20260611T040000Z/20260611T044500Z',
      ctz: 'Asia/Almaty',
    })
  })

  test('has whole days, the end being the day after', () => {
    const link = googleCalendarLink(gala!, traps, 'en', { now, longest: 1900 })
    expect(parametersOf(link)).toMatchObject({ text: 'gala', dates: '20260610/20260613' })
  })

  test('is as long as an address may be, at the cost of the end of the title', () => {
    const link = googleCalendarLink(talk!, traps, 'ru', { now, longest: 512 })!
    expect(link.length).toBeLessThanOrEqual(512)
    expect(parametersOf(link).text).toMatch(/^Запятая, точка; черта/)
  })
})

function byUid(a: Read, b: Read): number {
  return a.uid < b.uid ? -1 : 1
}
