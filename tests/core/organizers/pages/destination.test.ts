import { describe, expect, test } from 'vitest'
import type { StoredSubscription } from '../../../../src/core/mailing/destination.ts'
import { destinationPage } from '../../../../src/core/organizers/pages/destination.ts'
import { refusalPage, unknownPage } from '../../../../src/core/organizers/pages/refusal.ts'
import { anAnnouncement, buttonsOn, textsOn } from '../../../support/shown.ts'

function aChat(changes: Partial<StoredSubscription>): StoredSubscription {
  return {
    id: 7,
    platform: 'telegram',
    kind: 'channel',
    chat: '-1',
    title: 'News',
    hint: 'ru',
    standing: 'active',
    ...changes,
  }
}

describe('a chat', () => {
  test.for([
    {
      standing: 'waiting',
      says: '“News” wants to receive announcements. Allow it?',
      rows: [['Allow → approve', 'No → refuse']],
    },
    { standing: 'left', says: '“News” receives no announcements.', rows: [['Allow → approve']] },
    { standing: 'gone', says: '“News” receives no announcements.', rows: [] },
    {
      standing: 'active',
      says: '“News” receives announcements. Language: Русский.',
      rows: [
        ['Қазақша → languages kk', 'Русский → languages ru', 'English → languages en'],
        ['All languages in one post → languages kk-ru-en'],
        ['No → refuse'],
      ],
    },
  ] as const)('that is $standing is decided on by $rows', ({ standing, says, rows }) => {
    const page = destinationPage(aChat({ standing }), 'en')
    expect(textsOn(page)).toEqual([says])
    expect(buttonsOn(page)).toEqual(rows)
    expect(page.buttons.flat().every((button) => button.do === 'organize' && button.subject === '7')).toBe(true)
  })

  test('without a title goes by its id, with languages of its own by those', () => {
    const page = destinationPage(aChat({ title: undefined, languages: ['kk', 'en'] }), 'en')
    expect(textsOn(page)).toEqual(['“-1” receives announcements. Language: Қазақша, English.'])
  })
})

describe('a refusal', () => {
  test('says in which state the announcement is', () => {
    const page = refusalPage({ why: 'state', announcement: anAnnouncement({ state: 'sending' }) }, '1', 'en')
    expect(textsOn(page)).toEqual(["That can't be done with announcement 1 now: it is being sent."])
  })

  test('lists what stands in the way', () => {
    expect(textsOn(refusalPage({ why: 'problems', problems: ['One.', 'Two.'] }, '1', 'en'))).toEqual([
      "Announcement 1 can't be sent as it is:",
      'One.',
      'Two.',
    ])
  })

  test('says that there is no such announcement', () => {
    expect(textsOn(unknownPage('77', 'en'))).toEqual(['There is no announcement 77.'])
  })
})
