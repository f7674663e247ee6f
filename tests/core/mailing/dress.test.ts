import { describe, expect, test } from 'vitest'
import { policyOf } from '../../../src/core/announcements/announcement.ts'
import type { Content } from '../../../src/core/mailing/content.ts'
import type { Copy } from '../../../src/core/mailing/copy.ts'
import { createDresser } from '../../../src/core/mailing/dress.ts'
import { feetOf, type Addressed, type Reader } from '../../../src/core/mailing/foot.ts'
import type { Mailing } from '../../../src/core/mailing/mailing.ts'

const now = new Date('2026-04-22T09:00:00Z')

const corrected: Mailing = {
  id: '1',
  state: 'sending',
  policy: policyOf('routine'),
  content: { title: { en: 'Hall' }, body: { en: 'Now B' }, corrected: { en: { version: 2, at: now.toISOString() } } },
  version: 2,
  fallback: undefined,
  startAt: now,
  notAfter: undefined,
  pause: undefined,
  author: 'telegram:9',
  createdAt: now,
  startedAt: now,
  finishedAt: undefined,
}

/** A delivery as far as its copy depends on it. */
function aReader(changes: Partial<Reader> = {}): Addressed {
  const { platform, kind, languages, follows }: Reader = {
    platform: 'telegram',
    kind: 'person',
    languages: ['en'],
    follows: [],
    ...changes,
  }
  const destination = { id: 1, platform, kind, chat: '1', thread: '', route: undefined, publishes: false }
  return { destination, languages, follows }
}

const events = { kk: 'ӨЭС 2026', ru: 'РЭС 2026', en: 'RES 2026' }
const transport = { id: '1', name: { kk: 'Көлік', ru: 'Транспорт', en: 'Transport' } }
const press = { id: '2', name: { ru: 'Пресса', en: 'Press' } }
const inRussian = { title: { ru: 'Зал' }, body: { ru: 'B' } }

describe('the last line of a copy', () => {
  test.for<{ of?: Partial<Content>; reader: Partial<Reader>; says: string[] }>([
    {
      reader: {},
      says: ['From the organizers of RES 2026, since you subscribed · /unsubscribe', 'RES 2026 · /unsubscribe'],
    },
    {
      of: { topics: [transport, press] },
      reader: { languages: ['kk'], follows: ['1', '9'] },
      says: ['ӨЭС 2026 ұйымдастырушыларынан. Таңдаған тақырыбыңыз: Көлік · /unsubscribe', 'ӨЭС 2026 · /unsubscribe'],
    },
    {
      of: { topics: [transport, press] },
      reader: { languages: ['ru'], follows: ['1', '2'] },
      says: ['От организаторов: РЭС 2026. Ваши темы: Транспорт, Пресса · /unsubscribe', 'РЭС 2026 · /unsubscribe'],
    },
    {
      of: inRussian,
      reader: {},
      says: [
        'Only in Russian. From the organizers of RES 2026, since you subscribed · /unsubscribe',
        'Only in Russian. RES 2026 · /unsubscribe',
        'Only in Russian.',
      ],
    },
    {
      of: { title: { ru: 'Зал', en: 'Hall' }, body: {} },
      reader: { languages: ['kk'], kind: 'group' },
      says: ['Қазақша мәтіні жоқ. ӨЭС 2026 ұйымдастырушыларынан', 'Қазақша мәтіні жоқ.'],
    },
    {
      reader: { kind: 'channel', platform: 'discord', languages: ['kk', 'en'] },
      says: ['ӨЭС 2026 ұйымдастырушыларынан · From the organizers of RES 2026'],
    },
    { reader: { kind: 'channel' }, says: [] },
    { of: inRussian, reader: { kind: 'channel' }, says: ['Only in Russian.'] },
    { of: { about: 'summit' }, reader: {}, says: [] },
  ])('of $of for $reader is $says', ({ of = {}, reader, says }) => {
    const all = { title: { kk: 'Зал', ru: 'Зал', en: 'Hall' }, body: {}, ...of }
    const { destination, ...read } = aReader(reader)
    const feet = feetOf({ content: all, fallback: 'ru' }, { ...destination, ...read }, (one) => events[one])
    expect(feet.map(({ text }) => text)).toEqual(says)
    expect(feet.map((foot) => foot.saysHowToStop)).toEqual(says.map((text) => text.includes('/unsubscribe')))
  })
})

test('a copy is dressed once for all who read the same, and anew once the venue has another time', () => {
  let timeZone = 'Asia/Almaty'
  let dressed = 0
  const dress = ({ sections, feet }: Copy): string[] => {
    dressed++
    return sections.map(({ note }) => `${note} ${feet?.[0]?.text}`)
  }
  const dresser = createDresser({ dress }, { timeZone: () => timeZone, eventName: (one) => events[one] })
  const named = { ...corrected, content: { ...corrected.content, topics: [transport] } }
  expect(dresser.dressed(named, aReader())[0]).toMatch(/14:00.*subscribed/)
  expect(dresser.dressed(named, aReader({ follows: ['2'] }))[0]).toMatch(/14:00.*subscribed/)
  expect(dressed).toBe(1)
  expect(dresser.dressed(named, aReader({ follows: ['1'] }))[0]).toContain('Transport')
  expect(dressed).toBe(2)
  timeZone = 'Europe/Berlin'
  expect(dresser.dressed(named, aReader())[0]).toContain('11:00')
})
