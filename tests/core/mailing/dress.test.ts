import { expect, test } from 'vitest'
import { policyOf } from '../../../src/core/announcements/announcement.ts'
import { copyFor, type Copy } from '../../../src/core/mailing/copy.ts'
import { createDresser } from '../../../src/core/mailing/dress.ts'
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

test('a reader whose language is missing is told why, in that language', () => {
  const mailing = { content: { title: { ru: 'Зал' }, body: { ru: 'B' } }, fallback: 'ru' } as const
  const copy = copyFor(mailing, ['kk'], 'Asia/Almaty')
  expect(copy).toMatchObject({
    reader: 'kk',
    sections: [{ language: 'ru', note: 'Бұл хабарландырудың қазақша мәтіні жоқ.' }],
  })
  expect(copyFor(mailing, ['ru'], 'Asia/Almaty').sections[0]!.note).toBeUndefined()
  expect(copyFor(mailing, ['kk', 'ru'], 'Asia/Almaty').sections).toMatchObject([{ note: undefined }])
})

test('a copy is dressed once for all who read the same, and anew once the venue has another time', () => {
  let timeZone = 'Asia/Almaty'
  let dressed = 0
  const dress = ({ sections }: Copy): string[] => {
    dressed++
    return sections.map(({ note }) => String(note))
  }
  const dresser = createDresser({ dress }, () => timeZone)
  const inEnglish = { languages: ['en'] } as const
  expect(dresser.dressed(corrected, inEnglish)[0]).toContain('14:00')
  expect(dresser.dressed(corrected, inEnglish)[0]).toContain('14:00')
  expect(dressed).toBe(1)
  timeZone = 'Europe/Berlin'
  expect(dresser.dressed(corrected, inEnglish)[0]).toContain('11:00')
})
