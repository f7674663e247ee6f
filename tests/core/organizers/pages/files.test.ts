import { expect, test } from 'vitest'
import { measureTelegram } from '../../../../src/bots/telegram/copy.ts'
import { typeOf } from '../../../../src/core/announcements/file.ts'
import type { Kind } from '../../../../src/core/mailing/destination.ts'
import { apartFor } from '../../../../src/core/organizers/pages/files.ts'
import { anAnnouncement } from '../../../support/shown.ts'

const measures = [measureTelegram('Asia/Almaty', () => 'Summit')]

/** Two pictures, and a text that leaves no room below them for the line by which people stop announcements. */
const content = {
  title: { en: 'Hall' },
  body: { en: 'x'.repeat(1010) },
  attachments: ['a.jpg', 'b.jpg'].map((name, at) => ({ id: String(at), name, type: typeOf(name), size: 3 })),
}

function shareOf(kind: Kind) {
  return { platform: 'telegram', kind, languages: ['en'], count: 1 } as const
}

test.for([
  { readers: ['channel'], messages: [] },
  { readers: ['person'], messages: [2] },
  { readers: ['channel', 'person'], messages: [2] },
] as const)('in how many messages $readers get files is measured as they get them', ({ readers, messages }) => {
  const apart = apartFor(anAnnouncement({ content }), readers.map(shareOf), measures)
  expect(apart.map((length) => length.messages)).toEqual(messages)
})
