import { describe, expect, test } from 'vitest'
import { aboutPage, feedbackPage, helpPage, organizersHelpPage, privacyPage } from '../../../src/core/desk/about.ts'
import { afterAnswer, answerPage } from '../../../src/core/desk/answer-page.ts'
import type { ButtonSpace } from '../../../src/core/desk/button-space.ts'
import { calendarFor, calendarOf, type CalendarGiven } from '../../../src/core/desk/calendar-file.ts'
import { publishedEventOf } from '../../../src/core/desk/published-event.ts'
import { relatedPage } from '../../../src/core/desk/related.ts'
import { subscribedPage } from '../../../src/core/desk/subscribed-page.ts'
import { backToTopics, chaptersPage, topicsPage } from '../../../src/core/desk/topics.ts'
import { languagePage, mainEntries, switchPage, welcomePage } from '../../../src/core/desk/welcome.ts'
import type { Reply } from '../../../src/core/answering/reply.ts'
import type { StoredSubscription } from '../../../src/core/mailing/destination.ts'
import type { Attachment, Button, Page } from '../../../src/core/pages/page.ts'
import type { Visitor } from '../../../src/core/pages/visitor.ts'
import { aPack, anEntry, anEvent } from '../../support/entries.ts'

const now = new Date('2026-04-20T07:00:00Z')

function texts({ lines }: Page): string[] {
  return lines.map(({ text }) => text)
}

/** What each line of the privacy page is. */
function kindsOfPrivacy(alsoKept?: Visitor['alsoKept']): string[] {
  return privacyPage('en', alsoKept).lines.map(({ kind }) => kind)
}

/** What buttons do, in their rows; of the more common ones with what. */
function deeds({ buttons }: Pick<Page, 'buttons'>): string[][] {
  return buttons.map((row) => row.map(deed))
}

function deed(button: Button): string {
  switch (button.do) {
    case 'speak':
      return `speak ${button.language} to ${button.to}`
    case 'browse':
      return `browse ${button.chapter ?? '*'} ${button.page}`
    case 'receive':
      return `receive ${button.languages.join('+')}`
    case 'show':
    case 'open':
      return `${button.do} ${button.entry}`
    case 'calendar':
      return button.which === undefined ? 'calendar' : `calendar ${button.which}`
    default:
      return button.do
  }
}

/** An answer about the summit. */
function aReply(changes: Partial<Reply> = {}): Reply {
  return {
    status: 'answered',
    language: 'en',
    lines: [{ kind: 'fact', text: 'From 22 to 24 April' }],
    entries: ['summit'],
    suggestions: [],
    confidence: 1,
    ranked: [],
    rule: 'best-entry',
    ...changes,
  }
}

/** A person who gets announcements. */
function aSubscription(changes: Partial<StoredSubscription> = {}): StoredSubscription {
  return { id: 1, platform: 'telegram', kind: 'person', chat: '1', hint: 'ru', standing: 'active', ...changes }
}

describe('the first page', () => {
  const lists = [
    anEntry({ id: 'short', type: 'list', members: ['a'] }),
    anEntry({ id: 'long', type: 'list', members: ['a', 'b', 'c'] }),
    anEntry({ id: 'middle', type: 'list', members: ['a', 'b'] }),
  ]

  test('leads to the subject and the longest lists, by a question that fits a button', () => {
    const questions = { kk: [], ru: [], en: [`Would ${'x'.repeat(40)} fit?`, 'a fragment', 'When is it?'] }
    const summit = anEntry({ id: 'summit', questions })
    const page = welcomePage(aPack([...lists, anEntry({ id: 'other' }), summit], { subject: 'summit' }), 'en', {
      languagesOf: 'person',
      now,
    })
    expect(page.buttons.slice(0, 3)).toEqual([
      [{ label: 'When is it?', do: 'show', entry: 'summit' }],
      [{ label: 'long', do: 'show', entry: 'long' }],
      [{ label: 'middle', do: 'show', entry: 'middle' }],
    ])
    expect(deeds(page).slice(3)).toEqual([
      ['browse * 0'],
      ['speak kk to person', 'speak ru to person', 'speak en to person'],
    ])
    expect(texts(page)[0]).toContain('Meeting')
  })

  test('offers announcements where they can come, and languages to the group where it leads', () => {
    expect(deeds(welcomePage(aPack([]), 'en', { languagesOf: 'group', subscribable: true, now }))).toEqual([
      ['browse * 0'],
      ['subscribe'],
      ['speak kk to group', 'speak ru to group', 'speak en to group'],
    ])
  })

  test('of a pack without subject and lists leads to its first entries, not to gaps', () => {
    const entries = [anEntry({ id: 'gap', type: 'gap' }), ...['a', 'b', 'c', 'd'].map((id) => anEntry({ id }))]
    expect(mainEntries(aPack(entries)).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })
})

describe('the page of languages', () => {
  const toPerson = ['speak kk to person', 'speak ru to person', 'speak en to person']
  const toGroup = ['speak kk to group', 'speak ru to group', 'speak en to group']

  test.for([
    { of: [true, false] as const, says: [/^I answer in English/], rows: [toPerson, ['plain']] },
    { of: [false, true] as const, says: [/^In this group/], rows: [toGroup] },
    {
      of: [true, true] as const,
      says: [/^I answer in English/, /^For this server/],
      rows: [toPerson, toGroup, ['plain']],
    },
  ])('of person and group, $of, has $rows', ({ of: [person, group], says, rows }) => {
    const page = languagePage('en', person, group)
    expect(texts(page)).toEqual(says.map((one) => expect.stringMatching(one) as string))
    expect(deeds(page)).toEqual(rows)
  })

  test('offers the language that is written in that language, and to keep the other in the other', () => {
    const page = switchPage('ru', 'en')
    expect(page.language).toBe('ru')
    expect(page.buttons[0]!.map(({ label }) => label)).toEqual(['Русский', 'No, stay with English'])
    expect(deeds(page)).toEqual([['speak ru to person', 'speak en to person']])
  })
})

/** Where an event can be marked and kept. */
function space(changes: Partial<ButtonSpace>): ButtonSpace {
  return {
    ...narrow,
    own: () => ({ marked: false, reminds: false, remindable: true }),
    calendarLink: () => 'https://calendar.example/',
    ...changes,
  }
}

const narrow: ButtonSpace = { roomy: false, own: () => undefined, calendarLink: () => undefined }

describe('the answer to small talk', () => {
  const social = { status: 'social', entries: [], rule: 'social' } as const
  const deedsOf = (changes: Partial<Reply>, roomy = false): string[][] =>
    deeds(answerPage(aReply({ ...social, ...changes }), () => undefined, { ...narrow, roomy }))

  test.for([
    { act: { do: 'unsubscribe' }, button: 'unsubscribe' },
    { act: { do: 'subscribe' }, button: 'subscribe' },
    { act: { do: 'calendar' }, button: 'calendar' },
    { act: { do: 'mine' }, button: 'mine' },
    { act: { do: 'languages' }, button: 'languages' },
    { act: { do: 'topics' }, button: 'browse * 0' },
    { act: { do: 'speak', language: 'ru' }, button: 'speak ru to person' },
  ] as const)('has the button that does it: $button', ({ act, button }) => expect(deedsOf({ act })).toEqual([[button]]))

  test('has none where words are enough', () => expect(deedsOf({})).toEqual([]))

  test('offers languages once, however much room there is', () => {
    expect(deedsOf({ act: { do: 'languages' } }, true)).toEqual([['languages']])
    expect(deedsOf({ act: { do: 'topics' } }, true)).toEqual([['browse * 0'], ['languages']])
  })

  test('names the language in itself', () => {
    const reply = aReply({ ...social, language: 'kk', act: { do: 'speak', language: 'kk' } })
    expect(answerPage(reply, () => undefined).buttons[0]![0]!.label).toBe('Қазақша')
  })
})

describe('pages about the bot', () => {
  test('lead from help to the topics', () => {
    expect(texts(helpPage(aPack([]), 'en'))).toHaveLength(2)
    expect(deeds(helpPage(aPack([]), 'en'))).toEqual([['browse * 0']])
    expect(texts(organizersHelpPage(aPack([]), 'en')).at(-1)).toMatch(/\/announce.*\/feedback/)
  })

  test('tell everything that is stored', () => {
    expect(kindsOfPrivacy('messageNumbers')).toEqual(['fact', ...Array(6).fill('item'), 'text'])
    expect(kindsOfPrivacy('appLanguage')).toEqual(['fact', ...Array(5).fill('item'), 'text'])
    expect(texts(privacyPage('en', 'appLanguage'))[1]).toContain('that of your app')
    // Nothing is said of what is kept somewhere else alone.
    expect(texts(privacyPage('en', undefined)).join('\n')).not.toMatch(/your app|numbers of your messages/)
  })

  test.for(['kk', 'ru', 'en'] as const)('list it as one sentence in %s', (language) => {
    const items = privacyPage(language, 'messageNumbers').lines.filter(({ kind }) => kind === 'item')
    expect(items.map(({ text }) => text.at(-1))).toEqual([...items.slice(1).map(() => ';'), '.'])
  })

  test('name the source, its day, and six of the things that it does not say', () => {
    const gaps = Array.from({ length: 8 }, (_, nth) => anEntry({ id: `gap ${nth}`, type: 'gap' }))
    const page = aboutPage(aPack([...gaps, anEntry({ id: 'fact' })], { writtenBefore: '2026-04-22' }), 'en')
    expect(texts(page).slice(0, 3)).toEqual([
      'All answers come from one source. Leaflet: Meeting.',
      'It was written before 22 April 2026: what happened then or later it can’t know.',
      expect.stringContaining('without a language model') as string,
    ])
    expect(texts(page).slice(4)).toEqual([0, 1, 2, 3, 4, 5].map((nth) => `gap ${nth}`))
  })

  test('say nothing of a day or of gaps that the pack does not name', () => {
    expect(texts(aboutPage(aPack([]), 'en'))).toHaveLength(2)
  })

  test('list what people called wrong', () => {
    const common = { platform: 'telegram', person: '1', language: 'en', entry: 'summit', at: now } as const
    const page = feedbackPage(
      [
        { ...common, question: 'When?' },
        { ...common, question: undefined },
        { ...common, question: 'Who?', entry: 'gone' },
      ],
      aPack([anEntry({ id: 'summit', title: { kk: 'Саммит', ru: 'Саммит', en: 'The summit' } })]),
      'en',
    )
    expect(texts(page)).toEqual([
      'Answers that people called wrong, the latest first:',
      '20 April: When? → The summit',
      '20 April: (question not kept) → The summit',
      '20 April: Who? → gone',
    ])
    expect(texts(feedbackPage([], aPack([]), 'en'))).toEqual(['Nobody has called an answer wrong.'])
  })
})

describe('topics', () => {
  const titles = new Map([
    ['2', { en: 'Second' }],
    ['10', { en: 'Tenth' }],
  ])
  const entries = [
    ...Array.from({ length: 13 }, (_, nth) => anEntry({ id: `t${nth}`, section: `10.${nth}` })),
    anEntry({ id: 'two', section: '2.1' }),
    anEntry({ id: 'nowhere', section: '7.1' }),
    anEntry({ id: 'gap', type: 'gap', section: '2.2' }),
  ]
  const pack = aPack(entries, { sections: titles })

  test('stand in chapters, in their order, those of no chapter last', () => {
    const page = chaptersPage(pack, 'en', 0)
    expect(page.buttons.flat().map(({ label }) => label)).toEqual(['2. Second', '10. Tenth', 'Other topics'])
    expect(deeds(page)).toEqual([['open two'], ['browse 10 0'], ['open nowhere']])
    expect(deeds(topicsPage(pack, 'en', '2', 0))).toEqual([['open two'], ['browse * 0']])
    expect(deeds(topicsPage(pack, 'en', '', 0))).toEqual([['open nowhere'], ['browse * 0']])
  })

  test('stand twelve on a page; no page lies before the first or behind the last', () => {
    expect(deeds(topicsPage(pack, 'en', '10', 0)).slice(-2)).toEqual([['browse 10 1'], ['browse * 0']])
    expect(deeds(topicsPage(pack, 'en', '10', 1))).toEqual([['open t12'], ['browse 10 0'], ['browse * 0']])
    expect(topicsPage(pack, 'en', '10', 9)).toEqual(topicsPage(pack, 'en', '10', 1))
    expect(topicsPage(pack, 'en', '10', -1)).toEqual(topicsPage(pack, 'en', '10', 0))
  })

  test('of a chapter that is no more are the chapters', () => {
    expect(topicsPage(pack, 'en', '99', 0)).toEqual(chaptersPage(pack, 'en', 0))
  })

  test('are gone back to where they stand', () => {
    expect(deed(backToTopics(entries[12]!, pack, 'en'))).toBe('browse 10 1')
    expect(deed(backToTopics(entries[3]!, pack, 'en'))).toBe('browse 10 0')
    // A chapter of one topic was no page.
    expect(
      deed(
        backToTopics(
          entries.find(({ id }) => id === 'two')!,
          pack,
          'en',
        ),
      ),
    ).toBe('browse * 0')
  })

  test('of an only chapter need no choice of chapters', () => {
    const page = chaptersPage(aPack([anEntry({ id: 'a' })]), 'en', 0)
    expect(deeds(page)).toEqual([['open a']])
    expect(texts(page)[0]).toBe('Meeting')
  })
})

describe('what is related', () => {
  test('is what it is part of, then lists and neighbours, then what names the same; five at most, no gaps', () => {
    const second = anEntry({ id: 'second', ordinal: 2, organisations: ['UNEP'], within: 'whole', section: '3.2' })
    const entries = [
      anEntry({ id: 'stranger' }),
      anEntry({ id: 'gap', type: 'gap', organisations: ['UNEP'] }),
      anEntry({ id: 'shares', organisations: ['UNEP'] }),
      anEntry({ id: 'fourth', ordinal: 4 }),
      anEntry({ id: 'third', ordinal: 3 }),
      second,
      anEntry({ id: 'whole' }),
      anEntry({ id: 'list', type: 'list', members: ['second', 'third', 'fourth'] }),
      anEntry({ id: 'same chapter', section: '3.1' }),
    ]
    const page = relatedPage(second, aPack(entries), 'en')
    expect(texts(page)).toEqual(['Related: second'])
    expect(deeds(page).flat()).toEqual(['show whole', 'show list', 'show third', 'show fourth', 'show shares'])
  })

  test('may be nothing', () => {
    const alone = anEntry({ id: 'alone' })
    const page = relatedPage(alone, aPack([alone, anEntry({ id: 'other' })]), 'en')
    expect([texts(page), page.buttons]).toEqual([['No other topics related to: alone'], []])
  })
})

describe('under an answer', () => {
  const entries = new Map(
    [anEvent('summit', '2026-04-22', '2026-04-24'), anEntry({ id: 'aim' })].map((one) => [one.id, one]),
  )
  const entryOf = (id: string) => entries.get(id)
  test.for([
    { of: 'an event', reply: {}, rows: [['calendar'], ['share', 'report']] },
    { of: 'what has no day', reply: { entries: ['aim'] }, rows: [['share', 'report']] },
    { of: 'several entries', reply: { entries: ['summit', 'aim'] }, rows: [['report']] },
    { of: 'an entry that is no more', reply: { entries: ['gone'] }, rows: [['report']] },
    { of: 'nothing', reply: { entries: [] }, rows: [] },
  ])('about $of stand $rows', ({ reply, rows }) => {
    expect(deeds({ buttons: afterAnswer(aReply(reply), entryOf) })).toEqual(rows)
  })

  test('stands more where there is room', () => {
    expect(deeds(answerPage(aReply(), entryOf, space({ roomy: true })))).toEqual([
      ['star', 'remind'],
      ['calendar', 'link'],
      ['share', 'related', 'languages', 'report'],
    ])
  })

  test.for([
    { state: { marked: false, reminds: false, remindable: true }, row: ['☆ To my programme', '⏰ Remind me'] },
    { state: { marked: true, reminds: true, remindable: true }, row: ['★ In my programme ✓', '⏰ ✓'] },
    { state: { marked: true, reminds: false, remindable: true }, row: ['★ In my programme ✓', '⏰ Remind me'] },
    { state: { marked: false, reminds: false, remindable: false }, row: ['☆ To my programme'] },
  ])('the first row says how it stands in one’s own programme: $row', ({ state, row }) => {
    const { buttons } = answerPage(aReply(), entryOf, space({ own: () => state }))
    expect(buttons[0]!.map(({ label }) => label)).toEqual(row)
  })

  test('stands a share that names what it is about before the facts', () => {
    const lines = [{ kind: 'fact' as const, text: '22–24 April 2026, Astana' }]
    const { buttons } = answerPage(aReply({ lines }), entryOf)
    expect(buttons.flat()).toContainEqual(expect.objectContaining({ text: 'summit – 22–24 April 2026, Astana' }))
  })

  test('of the other kinds stand choices', () => {
    const reply = aReply({ status: 'clarify', suggestions: [{ id: 'aim', title: 'The aim' }] })
    expect(deeds(answerPage(reply, entryOf))).toEqual([['show aim']])
    expect(deeds(answerPage(reply, entryOf, space({ roomy: true })))).toEqual([['show aim'], ['languages']])
  })
})

function fileOf(given: CalendarGiven): Attachment {
  if (given.kind !== 'file') throw new Error('no file')
  return given.file
}

describe('dates to keep', () => {
  const pack = aPack([
    anEvent('summit', '2026-04-22', '2026-04-24'),
    anEvent('dinner', '2026-04-22'),
    anEntry({ id: 'aim' }),
  ])

  test.for([
    { id: undefined, name: 'small.ics', events: 2, subject: 'Meeting' },
    { id: 'dinner', name: 'dinner.ics', events: 1, subject: 'dinner' },
  ])('of $id are $events in $name', ({ id, name, events, subject }) => {
    const file = id === undefined ? fileOf(calendarFor(pack, 'en', now)) : calendarOf(id, pack, 'en', now)!
    expect(file.name).toBe(name)
    expect(file.content.match(/BEGIN:VEVENT/g)).toHaveLength(events)
    expect(texts(file.page)).toEqual([`${subject}: dates for your calendar (time zone Asia/Almaty).`])
  })

  test('have hours, a status, and numbers that rise with the pack', () => {
    const talk = anEntry({
      ...anEvent('talk', '2026-04-22'),
      title: { en: 'One, two; three\u0007' },
      slots: [{ from: '2026-04-22T09:30', to: '2026-04-22T10:15' }, { from: '2026-04-23T09:30' }],
      status: 'cancelled',
    })
    const modified = Date.UTC(2026, 3, 1)
    const written = (at: number): string =>
      calendarOf('talk', { ...aPack([talk]), title: { en: 'A, b; \\ c' }, modified: at }, 'en', now)!.content
    const content = written(modified)
    expect(content).toContain('DTSTART:20260422T043000Z\r\nDTEND:20260422T051500Z')
    expect(content).toContain('DTSTART:20260423T043000Z\r\nDTEND:20260423T051500Z')
    expect(content.match(/UID:.*/g)).toEqual(['UID:talk@small.jauap', 'UID:talk+2@small.jauap'])
    expect(content).toContain('STATUS:CANCELLED')
    expect(content).toContain('LAST-MODIFIED:20260401T000000Z')
    expect(content).toContain('SUMMARY:One\\, two\\; three\r\n')
    expect(content).toContain('NAME:A\\, b\\; \\\\ c\r\n')
    expect(content.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(sequenceOf(written(modified + 1000))).toBe(sequenceOf(content) + 1)
  })

  test('are those to come; what is past is there on request, and alone if there is nothing else', () => {
    const events = aPack([anEvent('kick-off', '2026-01-10'), anEvent('summit', '2026-04-22')])
    const file = fileOf(calendarFor(events, 'en', new Date('2026-04-01T09:00:00Z')))
    expect(file.content.match(/UID:.*/g)).toEqual(['UID:summit@small.jauap'])
    expect(deeds(file.page)).toEqual([['calendar all']])
    const over = calendarFor(events, 'en', new Date('2026-05-01T09:00:00Z'))
    if (over.kind !== 'message') throw new Error('a file of what is over')
    expect([texts(over.page), deeds(over.page)]).toEqual([['All dates have passed.'], [['calendar all']]])
  })

  test.for(['aim', 'no such entry'])('of %s are none', (id) => {
    expect(calendarOf(id, pack, 'en', now)).toBeUndefined()
  })
})

describe('the event that is published', () => {
  const summit = anEntry({
    ...anEvent('summit', '2026-04-22', '2026-04-24'),
    place: 'astana',
    says: [
      { about: 'what', text: { en: 'A meeting.' } },
      { about: 'who', text: { en: 'For all.', ru: 'Для всех.' } },
    ],
  })
  const none = { kk: [], ru: [], en: [] }
  const places = new Map([['astana', { id: 'astana', name: { en: 'Astana' }, short: {}, names: none, note: {} }]])

  test('goes from the first midnight at the venue to just before the last', () => {
    expect(publishedEventOf(aPack([summit], { subject: 'summit', places }), 'en', now)).toEqual({
      name: 'summit',
      description: 'A meeting.\nFor all.\n\nДля всех.',
      location: 'Astana',
      start: new Date('2026-04-21T19:00:00Z'),
      end: new Date('2026-04-24T18:59:00Z'),
    })
  })

  test('is where the subject is, as long as no place is named', () => {
    const nowhere = anEvent('summit', '2026-04-22')
    expect(publishedEventOf(aPack([nowhere], { subject: 'summit' }), 'en', now)?.location).toBe('Meeting')
  })

  test.for([
    { when: 'it is over', pack: aPack([summit], { subject: 'summit' }), at: new Date('2026-04-24T19:00:00Z') },
    { when: 'the pack has no subject', pack: aPack([summit]), at: now },
    { when: 'its days are not known', pack: aPack([anEntry({ id: 'summit' })], { subject: 'summit' }), at: now },
  ])('is none when $when', ({ pack, at }) => expect(publishedEventOf(pack, 'en', at)).toBeUndefined())
})

describe('the page after subscribing', () => {
  test('tells a person what comes, in which language, and how to end it', () => {
    const page = subscribedPage(aSubscription(), { topics: [] }, aPack([]), 'en')
    expect(texts(page)).toEqual([
      'You will get the organizers’ announcements here: Meeting.',
      'Language: English.',
      'To stop them: /unsubscribe',
    ])
    expect(deeds(page)).toEqual([['unsubscribe']])
  })

  test('has topics to tick, and says what was chosen and is no more', () => {
    const topics = [
      { id: '1', name: { en: 'Food' }, ended: false },
      { id: '2', name: { en: 'Coaches' }, before: { en: 'Buses' }, ended: false },
      { id: '3', name: { ru: 'Пресса' }, ended: true },
    ]
    const page = subscribedPage(aSubscription({ topics: ['2', '3'] }), { topics, unknown: ['cars'] }, aPack([]), 'en')
    expect(texts(page).slice(2, -1)).toEqual([
      'There is no such topic: cars.',
      'No longer a topic: Пресса.',
      'What is for everyone, and: Coaches (before: Buses).',
    ])
    expect(page.buttons.flat().map(({ label }) => label)).toEqual([
      'Everything',
      'Food',
      '✓ Coaches',
      'Stop announcements',
    ])
    const all = subscribedPage(aSubscription(), { topics }, aPack([]), 'en')
    expect(texts(all)[2]).toMatch(/^You get everything/)
    expect(all.buttons[0]![0]!.label).toBe('✓ Everything')
    const lost = subscribedPage(aSubscription({ topics: ['3'] }), { topics: topics.slice(2) }, aPack([]), 'en')
    expect(texts(lost).slice(2, -1)).toEqual(['No longer a topic: Пресса.', 'Only what is for everyone.'])
    expect(lost.buttons[0]![0]!.label).toBe('Everything')
  })

  test('lets a group choose its languages, which until then is the one that it was added in', () => {
    const page = subscribedPage(aSubscription({ kind: 'group' }), { topics: [] }, aPack([]), 'en')
    expect(texts(page)).toEqual([
      'The organizers’ announcements are posted here from now on: Meeting.',
      'Language: Русский.',
      'Administrators can choose the language, or stop them with /unsubscribe.',
    ])
    expect(deeds(page)).toEqual([['receive kk', 'receive ru', 'receive en'], ['receive kk+ru+en']])
    expect(page.buttons[0]!.map(({ label }) => label)).toEqual(['Қазақша', '✓ Русский', 'English'])
  })
})

function sequenceOf(calendar: string): number {
  return Number(/SEQUENCE:(\d+)/.exec(calendar)![1])
}
