import { describe, expect, test } from 'vitest'
import { policyOf, type Audience } from '../../../../src/core/announcements/announcement.ts'
import { announcementPage } from '../../../../src/core/organizers/pages/announcement.ts'
import { askPage } from '../../../../src/core/organizers/pages/ask.ts'
import { audiencePage, withTick } from '../../../../src/core/organizers/pages/audience-choice.ts'
import { boardPage } from '../../../../src/core/organizers/pages/board.ts'
import { confirmPage } from '../../../../src/core/organizers/pages/confirm.ts'
import type { Measure } from '../../../../src/core/announcements/validate.ts'
import { lengthsPage } from '../../../../src/core/organizers/pages/lengths.ts'
import { stampOf } from '../../../../src/core/organizers/pages/stamp.ts'
import { afterNoon, anAnnouncement, aShown, buttonsOn, noon, textsOn } from '../../../support/shown.ts'

const clock = { timeZone: 'Asia/Almaty', now: noon }
const night = new Date('2026-04-20T20:00:00Z')

const grace = 'For 30 seconds after you confirm it can still be cancelled.'

/** What goes out, with how many read it. */
const outgoing = [
  'Қазақша: 0',
  'Зал ауысты',
  'B залы',
  'Русский: 2 (Telegram 2)',
  'Зал изменён',
  'Зал B',
  'English: 0',
  'Hall changed',
  'Hall B',
  'Қазақша, English: 1',
  'Routine: silent, waits from 22:00 to 07:00',
  'Comes to 3 destinations: Telegram 2, Discord 1',
]

function tick(before: Audience, value: string): Audience {
  return withTick(before, value, ['1'])
}

describe('the board', () => {
  test('names announcements by number, state and title, and leads to older ones if there are any', () => {
    const two = [
      anAnnouncement({ id: '8', state: 'sent' }),
      anAnnouncement({ id: '7', content: { title: {}, body: {} } }),
    ]
    const page = boardPage({ announcements: two, more: true, ...clock }, 'en')
    expect(textsOn(page)).toEqual(['Announcements', 'Choose one, or write a new one.'])
    expect(buttonsOn(page)).toEqual([
      ['＋ New announcement → new'],
      ['No. 8 · sent · Hall changed → open'],
      ['No. 7 · draft · … → open'],
      [expect.stringMatching(/→ board 7$/)],
      ['Topics → topics'],
    ])
    expect(buttonsOn(boardPage({ announcements: two, more: false, ...clock }, 'en'))).toHaveLength(4)
  })

  test('tells when what is scheduled starts, in the morning if it waits for that', () => {
    const routine = anAnnouncement({ state: 'scheduled', startAt: night })
    const urgent = { ...routine, policy: policyOf('urgent'), urgency: 'urgent' } as const
    const page = boardPage({ announcements: [routine, urgent], more: false, ...clock }, 'en')
    expect(page.buttons.slice(1, 3).map(([button]) => button!.label)).toEqual([
      'No. 1 · scheduled: 21 April, 7:00 · Hall changed',
      'No. 1 · scheduled: 21 April, 1:00 · Hall changed',
    ])
  })

  test('says that it is empty', () => {
    expect(textsOn(boardPage({ announcements: [], more: false, ...clock }, 'en'))).toEqual([
      'Announcements',
      'There are none yet.',
    ])
  })
})

describe('the page of a draft', () => {
  test('tells all that is known of it, and offers all that can be changed', () => {
    const shown = aShown()
    const page = announcementPage(shown, 'en')
    expect(textsOn(page)).toEqual(['No. 1 · draft: Hall changed', ...outgoing, grace])
    expect(buttonsOn(page)).toEqual([
      [`Send to 3 → send ${stampOf(shown)}`],
      ['✎ Қазақша → write kk', '✎ Русский → write ru', '✎ English → write en'],
      ['Make it urgent → urgency', 'Time… → when'],
      ['Who gets it… → audience', 'File… → file'],
      ['Preview → preview', 'Copy → copy', 'Delete draft → discard'],
      ['‹ All announcements → board'],
    ])
  })

  test.for([
    { what: 'is urgent', announcement: { urgency: 'urgent' as const }, audience: aShown().audience },
    { what: 'comes to one alone', announcement: {}, audience: { ...aShown().audience, total: 1 } },
  ])('asks before it is sent if it $what: that can’t be taken back', ({ announcement, audience }) => {
    const [[send]] = buttonsOn(announcementPage(aShown({ announcement, audience }), 'en')) as [[string]]
    expect(send).toMatch(/^Send to \d… → confirm$/)
  })

  test('tells what is unusual of it', () => {
    const { content } = anAnnouncement()
    const page = announcementPage(
      aShown({
        announcement: {
          urgency: 'urgent',
          fallback: 'ru',
          sendAt: afterNoon(3600),
          audience: { platforms: ['discord'], kinds: ['group', 'channel'], languages: ['ru'] },
          content: {
            ...content,
            title: { ru: 'Зал изменён' },
            attachments: [{ id: 'x', name: 'plan.pdf', type: 'application/pdf', size: 3 }],
            callEveryone: true,
          },
        },
        audience: { total: 0, shares: [] },
        problems: ['Something is wrong.'],
      }),
      'en',
    )
    expect(textsOn(page)).toEqual([
      'No. 1 · draft: Зал изменён',
      'Қазақша: 0: they get it in Русский',
      'Русский: 0',
      'Зал изменён',
      'Зал B',
      'English: 0: they get it in Русский',
      'File: plan.pdf',
      'Urgent: with a sound, at once',
      expect.stringContaining('@everyone'),
      'Comes to 0 destinations',
      'Only for: groups, channels',
      'Only for: Русский',
      'Starts on 20 April, 13:00 local time.',
      'Something is wrong.',
    ])
    expect(buttonsOn(page).flat()).toEqual(
      expect.arrayContaining([
        'Make it routine → urgency',
        'Remove the file → unfile',
        'For the other languages… → fallback',
      ]),
    )
  })

  test.for([
    { when: 'something is wrong with it', problems: ['Something is wrong.'], audience: aShown().audience },
    { when: 'nobody would get it', problems: [], audience: { total: 0, shares: [] } },
  ])('does not offer to send it when $when', ({ problems, audience }) => {
    const page = announcementPage(aShown({ problems, audience }), 'en')
    expect(buttonsOn(page).flat().join()).not.toMatch(/confirm|→ send/)
  })

  test('can be limited: what is ticked is shown, and every tick can be taken away again', () => {
    const audience = ['platforms-discord', 'languages-kk', 'languages-ru'].reduce(tick, {})
    expect(audience).toEqual({ platforms: ['discord'], languages: ['kk', 'ru'] })
    expect(buttonsOn(audiencePage(aShown({ announcement: { audience } }), 'en')).slice(0, 3)).toEqual([
      ['Telegram → audience platforms-telegram', '✓ Discord → audience platforms-discord'],
      ['People → audience kinds-person', 'Groups → audience kinds-group', 'Channels → audience kinds-channel'],
      ['✓ Қазақша → audience languages-kk', '✓ Русский → audience languages-ru', 'English → audience languages-en'],
    ])
    expect(['platforms-discord', 'languages-en'].reduce(tick, audience)).toEqual({})
  })

  test('can be limited to topics: those that were ended can only be taken away', () => {
    const topics = [
      { id: '1', name: { kk: 'Көлік', en: 'Transport' }, ended: false },
      { id: '2', name: { en: 'Press' }, ended: true },
    ]
    const limited = aShown({ announcement: { audience: { topics: ['2'] } }, topics })
    expect(buttonsOn(audiencePage(limited, 'kk'))[3]).toEqual([
      'Көлік → audience topics-1',
      '✓ Press → audience topics-2',
    ])
    expect(withTick({ topics: ['2'] }, 'topics-1', ['1'])).toEqual({ topics: ['1'] })
    expect(withTick({ topics: ['1'] }, 'topics-1', ['1'])).toEqual({ topics: undefined })
    const page = audiencePage(aShown({ announcement: { audience: { topics: ['1'] } }, topics }), 'en')
    expect(textsOn(page).slice(1)).toEqual([
      'Comes to 3 destinations: Telegram 2, Discord 1',
      'Русский: 2 (Telegram 2)',
      'Қазақша, English: 1',
      'On: Transport (and to those who get everything)',
    ])
  })

  test('remarks on a text that looks like another language', () => {
    const page = announcementPage(aShown({ strange: [{ written: 'ru', looks: 'en' }] }), 'en')
    expect(textsOn(page)).toContain('Русский: the text looks like another language (English).')
  })

  test('of what was cancelled before it went out can be sent or deleted', () => {
    const page = announcementPage(aShown({ announcement: { state: 'cancelled' } }), 'en')
    expect(buttonsOn(page).flat()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Send to 3 → send/), 'Delete draft → discard']),
    )
  })
})

describe('the page of what is scheduled', () => {
  test.for([
    { when: 'its time has come', startAt: noon, now: noon, says: ['It starts now.'] },
    { when: 'its time has just gone by', startAt: noon, now: afterNoon(3), says: ['It starts now.'] },
    { when: 'it is a second away', startAt: afterNoon(1), now: noon, says: ['Starts in 1 second.'] },
    { when: 'it is a minute away', startAt: afterNoon(60), now: noon, says: ['Starts in 60 seconds.'] },
    { when: 'it is further away', startAt: afterNoon(61), now: noon, says: ['Starts on 20 April, 12:01 local time.'] },
    {
      when: 'it is night then',
      startAt: night,
      now: night,
      says: [
        'Starts on 21 April, 7:00 local time.',
        'It is routine and waits until the morning (22:00–07:00 are quiet hours).',
      ],
    },
  ])('tells when it starts if $when', ({ startAt, now, says }) => {
    const page = announcementPage(aShown({ announcement: { state: 'scheduled', startAt }, now }), 'en')
    expect(textsOn(page).slice(1, 1 + says.length)).toEqual(says)
    expect(textsOn(page)[1 + says.length]).toBe('Қазақша: 0')
    expect(buttonsOn(page)).toEqual([['Cancel → cancel', 'Preview → preview'], ['‹ All announcements → board']])
  })

  test('does not tell twice when it starts', () => {
    const startAt = afterNoon(3600)
    const page = announcementPage(aShown({ announcement: { state: 'scheduled', startAt, sendAt: startAt } }), 'en')
    expect(textsOn(page).filter((text) => text.includes('tarts'))).toHaveLength(1)
  })
})

describe('the question before sending', () => {
  const heldForNight = 'It is routine and waits until the morning (22:00–07:00 are quiet hours).'

  test('tells the exact number, by platform and by language', () => {
    const shown = aShown()
    const page = confirmPage(shown, 'en')
    expect(textsOn(page)).toEqual(['Send announcement 1? Destinations: 3', ...outgoing, grace])
    expect(buttonsOn(page)).toEqual([[`Yes, send to 3 → send ${stampOf(shown)}`], ['‹ Back → open']])
  })

  test.for([
    { when: 'by day', now: noon, says: [grace] },
    { when: 'at night', now: night, says: [heldForNight] },
    { when: 'urgently', now: night, urgency: 'urgent' as const, says: [] },
    { when: 'at a time to come', now: noon, sendAt: afterNoon(7200), says: ['Starts on 20 April, 14:00 local time.'] },
    { when: 'at a time that has passed', now: noon, sendAt: afterNoon(-60), says: [grace] },
    {
      when: 'at night to come',
      now: noon,
      sendAt: night,
      says: ['Starts on 21 April, 1:00 local time.', heldForNight],
    },
  ])('tells when it would go out $when', ({ now, sendAt, urgency = 'routine' as const, says }) => {
    expect(textsOn(confirmPage(aShown({ announcement: { sendAt, urgency }, now }), 'en')).slice(13)).toEqual(says)
  })

  test('leaves no time to think again where one person alone would read it', () => {
    const audience = { total: 1, shares: aShown().audience.shares.slice(0, 1) }
    expect(textsOn(confirmPage(aShown({ audience }), 'en'))).not.toContain(grace)
  })

  test('warns of a call to everyone', () => {
    const content = { ...anAnnouncement().content, callEveryone: true }
    expect(textsOn(confirmPage(aShown({ announcement: { content } }), 'en')).join()).toContain('@everyone')
  })
})

describe('what is asked for next', () => {
  test.for([
    { field: 'kk', says: 'Send the text in Қазақша. The first line is the title.' },
    { field: 'correct-ru', says: 'Send the corrected text in Русский. I will ask before anything is changed.' },
    { field: 'file', says: 'Send a picture or a file (up to 10 MB).' },
    { field: 'text', says: expect.stringContaining('in one language or in several') as string },
    { field: 'when', says: expect.stringContaining('tomorrow 9, 22.04 18:30') as string },
  ] as const)('is $field in these words', ({ field, says }) => {
    expect(textsOn(askPage('1', field, 'en', clock))).toEqual(['Announcement 1', says])
  })

  test('can be left for later; a time can also be none', () => {
    expect(buttonsOn(askPage('1', 'kk', 'en', clock))).toEqual([['Not now → open']])
    expect(buttonsOn(askPage('1', 'when', 'en', clock))).toEqual([
      ['As soon as confirmed → when soon'],
      ['In an hour → when at-29611200'],
      ['Today 18:00 → when at-29611500'],
      ['Tomorrow 9:00 → when at-29612400'],
      ['Not now → open'],
    ])
  })
})

const length = { platform: 'telegram', limit: 4096, messages: 1, sizes: [1] } as const

test('lengths are told by platform and language, with the file', () => {
  const content = {
    title: { kk: 'Зал', ru: 'Зал' },
    body: { kk: 'B', ru: 'B' },
    attachments: [{ id: 'x', name: 'plan.pdf', type: 'application/pdf', size: 3 }],
  }
  const measures: Measure[] = [
    (_one, languages) => ({ ...length, languages, units: languages[0] === 'kk' ? 5 : 6 }),
    (_one, languages) => ({ ...length, platform: 'discord', languages, units: 7, limit: 2000 }),
  ]
  const page = lengthsPage(anAnnouncement({ content }), { shares: [], measures }, 'en')
  expect(textsOn(page)).toEqual([
    'This is how announcement 1 looks.',
    'File: plan.pdf',
    'Telegram, Қазақша: 5 of 4096',
    'Telegram, Русский: 6 of 4096',
    'Discord, Қазақша: 7 of 2000',
    'Discord, Русский: 7 of 2000',
  ])
  expect(buttonsOn(page)).toEqual([['‹ Back → open']])
  // Where nobody reads it, nobody wants to know how long it may be.
  const shares = [{ platform: 'telegram', kind: 'person', languages: ['ru'], count: 1 }] as const
  const read = textsOn(lengthsPage(anAnnouncement({ content }), { shares, measures }, 'en'))
  expect(read.slice(2)).toEqual(['Telegram, Қазақша: 5 of 4096', 'Telegram, Русский: 6 of 4096'])
})
