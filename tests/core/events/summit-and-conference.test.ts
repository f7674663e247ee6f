import { beforeAll, describe, expect, test } from 'vitest'
import type { Assistant } from '../../../src/core/answering/assistant.ts'
import type { Reply } from '../../../src/core/answering/reply.ts'
import { openSummitAndConference } from '../../support/events.ts'

const summit = 'res-2026'
const conference = 'steppe-software-days-2026'

let assistant: Assistant
beforeAll(async () => void (assistant = await openSummitAndConference()))

let sessions = 0
function aSession(): (text: string, now?: string) => Reply {
  const session = String(++sessions)
  return (text, now = '2026-04-10T09:00:00Z') => assistant.ask({ text, session, now: new Date(now) }).reply
}

describe('a question is answered by the event that knows', () => {
  test.for([
    ['when is the summit?', summit, '22–24 April 2026, Astana, Kazakhstan'],
    ['what is theme 5 about?', summit, 'Theme 5: Combating air pollution'],
    ['where was the third consultation?', summit, '13–15 May 2025, Ashgabat'],
    ['is UNICEF a partner?', summit, 'Yes, UNICEF'],
    ['how many participants are expected?', summit, 'about 1,500 delegates'],
    ['what happens in April 2026?', summit, '22–24 April 2026'],
    // The only word of a name may be that of something else.
    ['Which country will host the COP17 conference on biological diversity?', summit, 'October 2026, Armenia'],
    ['Как называлась конференция в Ашхабаде в мае 2025 года?', summit, 'конференции'],
    ['Nairobi', summit, '8–12 December 2025'],
    ['when is the conference?', conference, '10–12 June 2026, Meridian Centre'],
    ['when does Steppe Software Days start?', conference, 'Starts on Wednesday, 10 June 2026.'],
    ['what is the wifi password?', conference, 'tulpar2026'],
    ['where is hall B?', conference, 'Hall B, 1st floor'],
    ['when is lunch?', conference, '12:30–13:30'],
    ['what happens on 11 June?', conference, 'Thursday, 11 June 2026'],
    ['когда саммит?', summit, '22–24 апреля 2026 года'],
    ['кто партнёры?', summit, 'Международные партнёры: 23'],
    ['что было в Ашхабаде?', summit, '13–15 мая 2025 года'],
    ['РЭС 2026', summit, 'РЭС'],
    ['где проходит конференция?', conference, 'Центр «Меридиан»'],
    ['когда обед?', conference, '12:30–13:30'],
    ['какие доклады в среду?', conference, '10 июня 2026 года, среда'],
    ['Дни степного софта', conference, '10–12 июня 2026 года'],
    ['саммит қашан?', summit, '2026 жылғы 22–24 сәуір, Астана'],
    ['серіктестер кім?', summit, 'Халықаралық серіктестер: 23'],
    ['қанша тақырып бар?', summit, '8'],
    ['билет қанша тұрады?', conference, 'business: 90'],
  ] as const)('%s', ([text, pack, says]) => {
    const reply = aSession()(text)
    const told = reply.lines.map((line) => line.text)
    expect({ packs: reply.packs, status: reply.status }).toEqual({ packs: [pack], status: 'answered' })
    expect(told.join('\n')).toContain(says)
    expect(told.at(-1)).toMatch(pack === summit ? /^(?:RES|РЭС|ӨЭС) 2026(?: ·|$)/ : /^(?:Steppe|Дни степного)/)
    for (const id of [...reply.entries, ...reply.ranked]) expect(assistant.entry(id)?.id).toBe(id)
    expect(reply.entries.every((id) => id.startsWith(`${pack}/`))).toBe(true)
  })
})

describe('a question that each event answers', () => {
  test.for([
    { at: '2026-04-10', first: summit, second: conference },
    // The summit is over then.
    { at: '2026-05-10', first: conference, second: summit },
    // Both are: the latest goes first.
    { at: '2026-07-01', first: conference, second: summit },
  ])('is answered for each, on $at $first first', ({ at, first, second }) => {
    const { packs, lines, status, suggestions } = aSession()('When is it?', `${at}T09:00:00Z`)
    expect({ packs, status }).toEqual({ packs: [first, second], status: 'answered' })
    const ofSummit = 'RES 2026: 22–24 April 2026, Astana, Kazakhstan'
    const ofConference = 'Steppe Software Days 2026: 10–12 June 2026, Meridian Centre, Almaty, Kazakhstan'
    expect(lines.map(({ text }) => text)).toEqual(
      first === summit ? [ofSummit, ofConference] : [ofConference, ofSummit],
    )
    expect(suggestions.map(({ id }) => id.split('/')[0])).toEqual([first, second])
  })

  test('goes on with both', () => {
    const ask = aSession()
    ask('when is it?')
    expect(ask('and where?').packs).toEqual([summit, conference])
  })
})

describe('a message of several questions', () => {
  test('is answered by the event of each', () => {
    const { packs, lines, rule } = aSession()('When is the summit? And when is lunch at the conference?')
    expect({ packs, rule }).toEqual({ packs: [summit, conference], rule: 'several/subject-data+session-title' })
    expect(lines.filter(({ kind }) => kind === 'fact').map(({ text }) => text)).toEqual([
      'RES 2026: 22–24 April 2026, Astana, Kazakhstan',
      'Steppe Software Days 2026: 10–12 June 2026, 12:30–13:30, Lobby, ground floor',
    ])
  })

  test('is answered as ever where all are of one', () => {
    const { packs, lines } = aSession()('When is the summit? How many themes does it have?')
    expect(packs).toEqual([summit])
    expect(lines[0]!.text).toBe('22–24 April 2026, Astana, Kazakhstan')
  })
})

describe('what nobody says', () => {
  test('is said not to be known by the event that was named', () => {
    for (const [text, packs] of [
      ['is there parking at the summit?', [summit]],
      ['есть ли парковка на саммите?', [summit]],
      ['when is lunch at the summit?', [summit]],
      ['is there a car park at the conference?', [conference]],
    ] as const) {
      const reply = aSession()(text)
      expect({ text, status: reply.status, packs: reply.packs }).toEqual({ text, status: 'unknown', packs })
    }
  })

  test('is said for each where none was named, once with the name', () => {
    const { packs, lines } = aSession()('is there parking?')
    expect(packs).toEqual([summit, conference])
    expect(lines.slice(0, 2).map(({ text }) => text)).toEqual([
      'RES 2026: The bulletin does not say: parking.',
      'The programme of Steppe Software Days 2026 does not say: parking.',
    ])
  })
})

describe('a conversation', () => {
  test('stays with the event it is about, until another one is asked', () => {
    const ask = aSession()
    expect(ask('when is the conference?').packs).toEqual([conference])
    expect(ask('and where?')).toMatchObject({ packs: [conference], rule: 'last-entry' })
    expect(ask('and when was the third consultation?').packs).toEqual([summit])
    expect(ask('and the second?')).toMatchObject({ packs: [summit], rule: 'sibling' })
    expect(ask('when is lunch?').packs).toEqual([conference])
    expect(ask('say that again')).toMatchObject({ packs: [conference], rule: 'repeat' })
    expect(ask('when is it?').lines[0]!.text).toContain('12:30–13:30')
    expect(ask('and at the summit?').packs).toEqual([summit])
    expect(ask('is there parking?').packs).toEqual([summit])
  })

  test('speaks for all events where it is small talk', () => {
    const { status, packs, lines } = aSession()('hello')
    expect({ status, packs }).toEqual({ status: 'social', packs: undefined })
    expect(lines[0]!.text).toContain('“RES 2026, Steppe Software Days 2026”')
  })

  test('goes on from the message that is replied to, whatever was said since', () => {
    const [session, now] = ['replying', new Date('2026-04-10T09:00:00Z')]
    const about = assistant.ask({ text: 'when is lunch?', session, now }).reply.entries
    assistant.ask({ text: 'where was the third consultation?', session, now })
    const { reply } = assistant.ask({ text: 'and where?', session, about, now })
    expect(reply).toMatchObject({ packs: [conference], entries: about })
  })

  test('goes on from what was chosen by a button', () => {
    const ask = aSession()
    ask('where is hall B?')
    const session = String(sessions)
    const now = new Date('2026-04-10T09:00:00Z')
    expect(assistant.choose(`${summit}/consultation-3`, { language: 'en', session, now })?.packs).toEqual([summit])
    expect(ask('and when?').packs).toEqual([summit])
  })
})

test('an entry is found by the id that it had when its pack was alone', () => {
  expect(assistant.entry('consultation-3')?.id).toBe(`${summit}/consultation-3`)
  expect(assistant.choose('wifi', { now: new Date() })?.packs).toEqual([conference])
  expect(assistant.choose('nothing', { now: new Date() })).toBeUndefined()
})

test('names are completed from all events', () => {
  const begun = assistant.suggest('con', 'en', 6).map(({ id }) => id.split('/')[0])
  expect(new Set(begun)).toEqual(new Set([summit, conference]))
})
