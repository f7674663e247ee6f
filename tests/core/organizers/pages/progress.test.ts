import { describe, expect, test } from 'vitest'
import { announcementPage } from '../../../../src/core/organizers/pages/announcement.ts'
import { correctionPage, correctPage } from '../../../../src/core/organizers/pages/correct.ts'
import { paceWords } from '../../../../src/core/organizers/pages/pace.ts'
import { progressLines } from '../../../../src/core/organizers/pages/progress-lines.ts'
import { haltPage, recallPage } from '../../../../src/core/organizers/pages/stop.ts'
import type { State } from '../../../../src/core/mailing/mailing.ts'
import { afterNoon, anAnnouncement, aReport, aShown, buttonsOn, noon, textsOn } from '../../../support/shown.ts'

const figures = { total: 4, sent: 1, failed: 1, uncertain: 1, pending: 1, possiblyTwice: 0 }

describe('the pace', () => {
  test.for([
    { when: 'nothing is to be sent', report: {}, says: '0 of 0 (100 %)' },
    { when: 'nothing moves', report: { total: 3000, pending: 1800 }, says: '1200 of 3000 (40 %)' },
    {
      when: 'it has gone on for long',
      report: { total: 3000, pending: 1800, startedAt: afterNoon(-600) },
      sentLately: 580,
      says: '1200 of 3000 (40 %), 29 a second, about 2 min left',
    },
    {
      when: 'it began ten seconds ago',
      report: { total: 3000, pending: 2000, startedAt: afterNoon(-10) },
      sentLately: 1000,
      says: '1000 of 3000 (33 %), 100 a second, about 1 min left',
    },
    {
      when: 'it has just begun',
      report: { total: 3000, pending: 2999, startedAt: noon },
      sentLately: 1,
      says: '1 of 3000 (0 %), 1 a second, about 50 min left',
    },
    {
      when: 'nothing is left',
      report: { total: 3000, pending: 0, startedAt: afterNoon(-10) },
      sentLately: 1000,
      says: '3000 of 3000 (100 %)',
    },
  ])('is "$says" when $when', ({ report, sentLately = 0, says }) => {
    expect(paceWords(aShown({ report, sentLately }), 'en')).toBe(says)
  })
})

describe('how sending stands', () => {
  test('tells each platform and each set of languages, and what may be there twice', () => {
    const shown = aShown({
      announcement: { state: 'sent', startedAt: noon },
      report: {
        ...figures,
        possiblyTwice: 1,
        byPlatform: { telegram: { ...figures, total: 3 }, discord: { ...figures, total: 1 } },
        byLanguage: { 'kk+ru': figures },
      },
    })
    expect(textsOn({ lines: progressLines(shown, 'en') })).toEqual([
      'Delivered to 1 of 4, not reached: 1, unknown whether it arrived: 1, still to be sent: 1',
      'Possibly twice: 1',
      'Telegram: Delivered to 1 of 3, not reached: 1, unknown whether it arrived: 1, still to be sent: 1',
      'Discord: ✅ Delivered to all 1',
    ])
  })

  test('tells of waits that are worth it while it is being sent', () => {
    const holds = [
      { platform: 'telegram' as const, until: afterNoon(31), why: 'asked' as const },
      { platform: 'discord' as const, until: afterNoon(3600), why: 'trouble' as const },
      { platform: 'discord' as const, until: afterNoon(30), why: 'asked' as const },
    ]
    const says = (state: State): string[] =>
      textsOn({ lines: progressLines(aShown({ announcement: { state }, holds }), 'en') })
    expect(says('sending')).toEqual([
      '0 of 0 (100 %)',
      'Telegram asks to wait until 20 April, 12:00.',
      expect.stringMatching(/^Discord .*20 April, 13:00/),
      'Delivered to 0 of 0',
    ])
    expect(says('sent')).toHaveLength(1)
  })

  test.for([
    { pause: { why: 'asked' as const }, says: ['Paused by an organizer.'] },
    {
      pause: { why: 'trouble' as const, reason: 'Bad gateway', until: afterNoon(600) },
      says: ['Paused after a run of failures: Bad gateway', 'It goes on by itself on 20 April, 12:10'],
    },
    {
      pause: { why: 'late' as const },
      says: ['Its time has passed, and stale news is not sent without asking. Send it all the same?'],
    },
  ])('tells why it rests: $pause.why', ({ pause, says }) => {
    const lines = progressLines(aShown({ announcement: { state: 'paused', pause } }), 'en')
    expect(textsOn({ lines }).slice(0, -1)).toEqual(says.map((one) => expect.stringContaining(one) as string))
  })

  test.for([
    { reason: 'topicClosed: Bad Request: TOPIC_CLOSED', says: /^1: the topic is closed: reopen it.* try again$/ },
    { reason: 'publishRights: Missing Permissions', says: /^1: posted, not published to followers: the bot lacks/ },
    { reason: 'publishCalledOff: recalled', says: /^1: posted, not published to followers: called off before$/ },
    { reason: 'notPublished: why', says: /^1: posted, not published to followers: why$/ },
  ])('tells in words of $reason', ({ reason, says }) => {
    const report = { reasons: { [reason]: 1 } }
    const lines = progressLines(aShown({ announcement: { state: 'sent' }, report }), 'en')
    expect(textsOn({ lines }).at(-1)).toMatch(says)
  })

  test('tells the eight most frequent reasons, its own in words', () => {
    const rare = Array.from({ length: 8 }, (_, nth) => `reason ${nth}`)
    const reasons = { cancelled: 9, 'chat not found': 8, ...Object.fromEntries(rare.map((one) => [one, 1])) }
    const lines = progressLines(aShown({ announcement: { state: 'sent' }, report: { reasons } }), 'ru')
    expect(textsOn({ lines }).slice(1)).toEqual([
      expect.stringMatching(/^9: [а-я ,]+$/i),
      '8: chat not found',
      ...rare.slice(0, 6).map((one) => `1: ${one}`),
    ])
  })

  test('tells how far corrections and recalls are, and of copies that a recall may leave behind', () => {
    const correction = { pending: 1, done: 2, impossible: 3 }
    const recall = { pending: 1, done: 5, impossible: 0, removed: 2, replaced: 3 }
    const says = (possiblyTwice: number): string[] =>
      textsOn({
        lines: progressLines(
          aShown({ announcement: { state: 'recalled' }, report: { correction, recall, possiblyTwice } }),
          'en',
        ),
      })
    expect(says(0).slice(1)).toEqual([
      'Correction: 2 done, 1 pending, 3 impossible',
      'Recall: 2 removed, 3 replaced by a notice, 1 pending, 0 impossible',
    ])
    expect(says(2)).toHaveLength(5)
  })
})

describe('what can be done', () => {
  const change = ['Correct → correct', 'Recall… → recall']
  const look = ['Preview → preview', 'List (CSV) → export', 'Copy → copy', 'Refresh → open']

  test.for([
    { state: 'sending', rows: [['Pause → pause', 'Stop the rest → halt'], change, ['Preview → preview']] },
    { state: 'paused', rows: [['Go on → resume', 'Stop the rest → halt'], change, ['Preview → preview']] },
    { state: 'sent', rows: [change, look] },
    { state: 'sent', report: { failed: 1 }, rows: [change, ['Try again → retry'], look] },
    {
      state: 'sent',
      report: { failed: 1, uncertain: 1 },
      rows: [change, ['Try again → retry', 'Send again where in doubt → repeat'], look],
    },
    { state: 'cancelled', report: { failed: 1 }, rows: [change, look] },
    { state: 'recalled', report: { failed: 1 }, rows: [look] },
  ] as const)('with what is $state, $report: $rows', ({ state, rows, ...given }) => {
    const report = 'report' in given ? given.report : {}
    const page = announcementPage(aShown({ announcement: { state, startedAt: noon }, report }), 'en')
    expect(buttonsOn(page)).toEqual([...rows, ['‹ All announcements → board']])
  })

  test('with what is late: to send it all the same, or not', () => {
    const page = announcementPage(aShown({ announcement: { state: 'paused', pause: { why: 'late' } } }), 'en')
    expect(buttonsOn(page)).toEqual([
      [expect.stringMatching(/→ resume$/), expect.stringMatching(/→ cancel$/)],
      ['Preview → preview'],
      ['‹ All announcements → board'],
    ])
  })
})

describe('questions before what can’t be undone', () => {
  test('tell what will not be sent', () => {
    const page = haltPage(aShown({ report: { pending: 2, total: 3 } }), 'en')
    expect(textsOn(page).join()).toContain('Not sent to 2 of 3')
    expect(buttonsOn(page)).toEqual([[expect.stringMatching(/→ cancel$/)], ['‹ Back → open']])
  })

  test('tell how many copies are recalled', () => {
    const page = recallPage(aShown({ report: { sent: 2, total: 3 } }), 'en')
    expect(textsOn(page)).toEqual(['Recall announcement 1? Sent to: 2'])
    expect(buttonsOn(page)).toEqual([['Yes, recall it → remove'], ['‹ Back → open']])
  })
})

describe('a correction', () => {
  test('is offered for each language that is written', () => {
    const content = { title: { kk: 'Зал', en: 'Hall' }, body: {} }
    const page = correctPage(anAnnouncement({ content }), 'en')
    expect(textsOn(page)).toEqual([
      'Announcement 1: what is to be corrected?',
      expect.stringContaining('in whichever language'),
    ])
    expect(buttonsOn(page)).toEqual([['✎ Қазақша → correct kk', '✎ English → correct en'], ['‹ Back → open']])
  })

  test('shows the new texts, and counts the copies that have one of them', () => {
    const byLanguage = Object.fromEntries(
      Object.entries({ ru: 1, 'kk+en': 10, en: 100, 'kk+ru+en': 1000 }).map(([codes, sent]) => [
        codes,
        { ...aReport(), sent },
      ]),
    )
    const texts = { title: { ru: 'Зал C', kk: 'C залы' }, body: { ru: 'Второй этаж', kk: '' } }
    const page = correctionPage(aShown({ report: { byLanguage } }), { texts, unfit: [], stamp: 'stamp' }, 'en')
    expect(textsOn(page)).toEqual([
      'Correct announcement 1 (Қазақша, Русский)? Sent to: 1011',
      'Қазақша',
      'C залы',
      '',
      'Русский',
      'Зал C',
      'Второй этаж',
    ])
    expect(buttonsOn(page)).toEqual([
      ['Correct and tell 1011 → correctNow tell-stamp'],
      ['Correct silently → correctNow stamp'],
      ['‹ Back → open'],
    ])
  })
})
