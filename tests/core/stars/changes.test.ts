import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import type { Entry, Pack } from '../../../src/knowledge/pack.ts'
import { readMarkup } from '../../../src/core/mailing/read-markup.ts'
import { changeBetween } from '../../../src/core/stars/change.ts'
import { noticeOfChange } from '../../../src/core/stars/notice.ts'
import { snapshotOf, writeSnapshot } from '../../../src/core/stars/snapshot.ts'
import type { StarChange } from '../../../src/core/stars/star.ts'
import { tellOfChanges } from '../../../src/core/stars/tell-of-changes.ts'
import { jointPack } from '../../../src/knowledge/joint-pack.ts'
import { aPack, anEntry, anEvent } from '../../support/entries.ts'

const now = new Date('2026-06-09T09:00:00Z')
const log = pino({ level: 'silent' })
const none = { kk: [], ru: [], en: [] }

function aHall(id: string, kk: string, ru: string, en: string): Pack['places'] {
  return new Map([
    [
      id,
      { id, name: { kk, ru, en }, short: {}, names: none, note: {}, venue: { floor: {}, directions: {}, address: {} } },
    ],
  ])
}

const places = new Map([...aHall('a', 'А залы', 'Зал А', 'Hall A'), ...aHall('b', 'Б залы', 'Зал Б', 'Hall B')])

function anOpening(changes: Partial<Entry> = {}): Entry {
  return anEntry({
    ...anEvent('opening', '2026-06-10'),
    title: { kk: 'Ашылу', ru: 'Открытие', en: 'Opening' },
    slots: [{ from: '2026-06-10T10:00', to: '2026-06-10T10:45' }],
    place: 'a',
    ...changes,
  })
}

const pack = (entry: Entry, changes: Partial<Pack> = {}): Pack => aPack([entry], { places, ...changes })
const seen = (entry: Entry) => snapshotOf(entry, pack(entry))
const moved = { slots: [{ from: '2026-06-10T11:30', to: '2026-06-10T12:15' }], place: 'b' }

describe('what became of something', () => {
  test.for<{ from?: Partial<Entry>; to: Partial<Entry>; change: string | undefined }>([
    { to: {}, change: undefined },
    { to: { title: { en: 'Grand opening' } }, change: undefined },
    { to: { status: 'full' }, change: undefined },
    { to: { slots: [{ from: '2026-06-10T11:30', to: '2026-06-10T12:15' }] }, change: 'moved' },
    { to: { slots: [{ from: '2026-06-10T10:00', to: '2026-06-10T11:45' }] }, change: 'moved' },
    { to: { slots: [] }, change: 'moved' },
    { to: { place: 'b' }, change: 'room' },
    { to: { ...moved, status: 'cancelled' }, change: 'cancelled' },
    { to: { status: 'postponed' }, change: 'postponed' },
    { from: { status: 'cancelled' }, to: {}, change: 'back' },
    { from: { status: 'postponed' }, to: { status: 'cancelled' }, change: 'cancelled' },
    { from: { status: 'cancelled' }, to: { status: 'cancelled', place: 'b' }, change: undefined },
  ])('from $from to $to is $change', ({ from = {}, to, change }) => {
    expect(changeBetween(seen(anOpening(from)), seen(anOpening(to)))).toBe(change)
  })
})

describe('the notice', () => {
  const told = (from: Partial<Entry>, to: Partial<Entry>, at = now) =>
    noticeOfChange('opening', seen(anOpening(from)), seen(anOpening(to)), at)

  test.for([
    { language: 'en', title: 'Moved: Opening', body: 'Wed 10 Jun: from 10:00–10:45, Hall A to 11:30–12:15, Hall B.' },
    {
      language: 'ru',
      title: 'Перенесено: Открытие',
      body: 'ср, 10 июн.: было 10:00–10:45, Зал А, стало 11:30–12:15, Зал Б.',
    },
    {
      language: 'kk',
      title: 'Уақыты өзгерді: Ашылу',
      body: '10 мау., ср: бұрын 10:00–10:45, А залы, енді 11:30–12:15, Б залы.',
    },
  ] as const)('says old and new in $language', ({ language, title, body }) => {
    const { content } = told({}, moved)!
    expect([content.title[language], content.body[language]]).toEqual([title, body])
  })

  test.for([
    {
      to: { slots: [{ from: '2026-06-11T09:00' }] },
      title: 'Moved',
      body: 'From Wed 10 Jun, 10:00–10:45, Hall A\nto Thu 11 Jun, 09:00, Hall A.',
    },
    { to: { place: 'b' }, title: 'Another room', body: 'Wed 10 Jun: from 10:00–10:45, Hall A to 10:00–10:45, Hall B.' },
    {
      to: { status: 'cancelled' as const },
      title: 'Cancelled',
      body: 'It was to be: Wed 10 Jun, 10:00–10:45, Hall A.',
    },
  ])('of $title says $body', ({ to, title, body }) => {
    const { content } = told({}, to)!
    expect([content.title.en, content.body.en]).toEqual([`${title}: Opening`, body])
  })

  test('says when what was cancelled is, after all', () => {
    const { content } = told({ status: 'cancelled' }, {})!
    expect([content.title.en, content.body.en]).toEqual([
      'It takes place after all: Opening',
      'Wed 10 Jun, 10:00–10:45, Hall A',
    ])
  })

  test('shows names letter for letter, whatever Markdown makes of them', () => {
    const halls = aHall('a', '*A_1_*', '*A_1_*', '*A_1_*')
    const before = snapshotOf(anOpening(), pack(anOpening(), { places: halls }))
    const { content } = noticeOfChange('opening', before, seen(anOpening({ place: 'b' })), now)!
    expect(JSON.stringify(readMarkup(content.body.en!))).toContain('*A_1_* to')
  })

  test.for([
    { when: 'it is to be tomorrow', at: now, quietHours: 'wait' },
    { when: 'it is to be soon', at: new Date('2026-06-10T01:00:00Z'), quietHours: 'ignore' },
  ])('wakes people if $when: $quietHours', ({ at, quietHours }) => {
    expect(told({}, moved, at)!.policy).toMatchObject({ quietHours, late: 'drop', tell: 'nobody' })
  })

  test('is none once all of it is over', () => {
    expect(told({}, moved, new Date('2026-06-10T08:00:00Z'))).toBeUndefined()
  })
})

/** What a look changes, of one mark that was last seen like this. */
async function look(written: string, current: Pack): Promise<StarChange[]> {
  const changes: StarChange[] = []
  const stars = {
    seen: () => Promise.resolve([{ entry: 'opening', seen: written }]),
    renew(change: StarChange) {
      changes.push(change)
      return Promise.resolve(1)
    },
  }
  await tellOfChanges(current, { stars, now, log })
  return changes
}

describe('a look at what is marked', () => {
  test('tells of a change and puts reminders right', async () => {
    const [change, ...more] = await look(writeSnapshot(seen(anOpening())), pack(anOpening(moved)))
    expect(more).toEqual([])
    expect(change!.notice?.content.title.en).toBe('Moved: Opening')
    expect(change!.reminders.map(({ mailing }) => mailing.startAt.toISOString())).toEqual(['2026-06-10T06:15:00.000Z'])
  })

  test('tells of the others where one can’t be told of, and says so for another look', async () => {
    const [lunch, opening] = ['lunch', 'opening'].map((id) => ({ ...anOpening(moved), id }))
    const told: string[] = []
    const stars = {
      seen: () =>
        Promise.resolve(['lunch', 'opening'].map((entry) => ({ entry, seen: writeSnapshot(seen(anOpening())) }))),
      renew({ entry }: StarChange) {
        if (entry === 'lunch') return Promise.reject(new Error('too many'))
        told.push(entry)
        return Promise.resolve(1)
      },
    }
    const current = aPack([lunch!, opening!], { places })
    await expect(tellOfChanges(current, { stars, now, log })).rejects.toMatchObject({
      errors: [{ message: expect.stringContaining('lunch') as string, cause: { message: 'too many' } }],
    })
    expect(told).toEqual(['opening'])
  })

  test('renews in silence what concerns nobody, and what was not known', async () => {
    for (const written of [writeSnapshot(seen(anOpening({ title: { en: 'Old' } }))), ''])
      expect(await look(written, pack(anOpening()))).toMatchObject([{ notice: undefined }])
  })

  test('writes nothing where all is as it was, in whatever order the languages stand', async () => {
    const reordered = anOpening({ title: { en: 'Opening', kk: 'Ашылу', ru: 'Открытие' } })
    expect(await look(writeSnapshot(seen(anOpening())), pack(reordered))).toEqual([])
  })

  test('tells of the entry of one of several events by its own ids, and leads to it among all', async () => {
    const still = { ...pack(anOpening()), id: 'still' }
    const changes = await look(
      writeSnapshot(seen(anOpening())),
      jointPack([still, { ...pack(anOpening(moved)), id: 'other' }]),
    )
    expect(changes).toMatchObject([
      { pack: 'other', entry: 'opening', notice: { content: { about: 'other/opening' } } },
    ])
    expect(changes[0]!.reminders.map(({ key }) => key.split(' ').slice(0, 2))).toEqual([['other', 'opening']])
  })

  test('tells of what is no longer there once, by the name it had', async () => {
    const [change] = await look(writeSnapshot(seen(anOpening())), aPack([]))
    expect(change).toMatchObject({
      notice: { content: { title: { en: 'No longer in the programme: Opening' } } },
      reminders: [],
    })
    expect(await look(change!.to, aPack([]))).toEqual([])
    expect((await look(change!.to, pack(anOpening())))[0]!.notice?.content.title.en).toBe(
      'It takes place after all: Opening',
    )
  })
})
