import { describe, expect, test } from 'vitest'
import { plainText, type Reply } from '../../../src/core/answering/reply.ts'
import { namesOfProgrammeRules } from '../../support/programme-rules.ts'
import { openConference } from '../../support/conference.ts'

const assistant = openConference()

type Case = {
  readonly rule: string
  readonly asked: readonly string[]
  /** The day of June 2026 and the hour at the venue. */
  readonly at?: string
  readonly language?: 'kk' | 'ru' | 'en'
  readonly says: RegExp
}

/** The second day, in the middle of the morning. */
const morning = '11T11:40'

function ask({ asked, at = morning, language = 'en' }: Case): Reply {
  const session = asked.join('|')
  const now = new Date(`2026-06-${at}:00+05:00`)
  return asked.map((text) => assistant.ask({ text, session, language, now }).reply).at(-1)!
}

const cases: readonly Case[] = [
  // What is on, and what is next.
  {
    rule: 'programme',
    asked: ['what is on now?'],
    says: /^On now:\n• 10:30–12:30 Hands-on Rust \[Full[^]*• 11:30–12:15 Fair/,
  },
  {
    rule: 'programme',
    asked: ['что сейчас идёт?'],
    language: 'ru',
    says: /^Сейчас идёт:\n• 10:30–12:30 Hands-on Rust/,
  },
  {
    rule: 'programme',
    asked: ['қазір не болып жатыр?'],
    language: 'kk',
    says: /^Қазір өтіп жатыр:\n• 10:30–12:30 Hands-on/,
  },
  { rule: 'programme', asked: ['what is on now in Hall B?'], says: /^On now:\n• 11:30–12:15 Indexes[^\n]*$/ },
  { rule: 'programme', asked: ["what's next in hall b"], says: /^Next:\n• 13:30–14:15 Open Data of Almaty[^\n]*$/ },
  {
    rule: 'programme',
    asked: ['что дальше в зале Б?'],
    language: 'ru',
    says: /^Далее:\n• 13:30–14:15 Открытые данные/,
  },
  { rule: 'programme', asked: ['what is on now?'], at: '10T09:00', says: /^On now:\n• 08:00–18:00 Registration desk/ },
  { rule: 'programme', asked: ['what is on now?'], at: '13T09:00', says: /^Nothing is on at the moment\.$/ },
  {
    rule: 'programme',
    asked: ['what is on now?'],
    at: '09T09:00',
    says: /^Nothing is on at the moment\. Next:\n• 08:00/,
  },
  // By day and hour.
  {
    rule: 'programme',
    asked: ['what is happening this afternoon?'],
    says: /^Thursday, 11 June 2026: \d+\n• 12:30–13:30 Lunch/,
  },
  {
    rule: 'programme',
    asked: ['what is on after five?'],
    at: '10T12:00',
    says: /^Wednesday[^\n]*: 2\n• 17:00[^]*19:00/,
  },
  {
    rule: 'programme',
    asked: ['что будет после пяти?'],
    at: '10T12:00',
    language: 'ru',
    says: /: 2\n• 17:00[^]*19:00/,
  },
  {
    rule: 'programme',
    asked: ['сағат бестен кейін не болады?'],
    at: '10T12:00',
    language: 'kk',
    says: /: 2\n• 17:00[^]*19:00/,
  },
  {
    rule: 'programme',
    asked: ['talks at 14:00 on 12 June'],
    says: /^Friday, 12 June 2026: 3\n• 13:30–14:15 The Great/,
  },
  {
    rule: 'programme',
    asked: ['доклады в пятницу после 15:00'],
    language: 'ru',
    says: /^12 июня 2026 года, пятница: 4\n/,
  },
  { rule: 'programme', asked: ["what's on Saturday?"], says: /^The programme has nothing like that\.$/ },
  { rule: 'programme', asked: ['programme of Friday'], says: /^Friday[^\n]*: 22\n(?:• [^\n]*\n){12}… and 10 more/ },
  { rule: 'programme', asked: ['what is on day 3?'], says: /^Friday, 12 June 2026: 22/ },
  { rule: 'programme-more', asked: ['programme of Friday', 'more'], says: /^(?:• [^\n]*\n?){10}$/ },
  { rule: 'programme-more', asked: ['программа пятницы', 'ещё'], language: 'ru', says: /^(?:• [^\n]*\n?){10}$/ },
  // By room, kind, track and language.
  { rule: 'programme', asked: ['What talks are in the Great Hall on Wednesday?'], says: /^Wednesday[^\n]*: 7\n/ },
  {
    rule: 'programme',
    asked: ['which keynotes are on Friday'],
    says: /^Friday[^\n]*09:30–10:15, Great Hall[^]*Who Owns/,
  },
  { rule: 'programme', asked: ['is there a workshop on Thursday?'], says: /^Yes\. Thursday, 11 June 2026: 2/ },
  { rule: 'programme', asked: ['data track talks'], says: /^On the programme: 9/ },
  { rule: 'programme', asked: ['какие доклады на русском?'], language: 'ru', says: /^В программе: 4/ },
  { rule: 'programme', asked: ['when is yoga'], says: /^On the programme: 2\n• Thu[^]*• Fri/ },
  // Titles.
  {
    rule: 'session-title',
    asked: ['When does the opening session start?'],
    says: /^Wednesday, 10 June 2026, 09:30–10:15, Great/,
  },
  { rule: 'session-title', asked: ['Where the Water Goes'], says: /^Wednesday, 10 June 2026, 14:30–15:15, Hall C/ },
  {
    rule: 'session-title',
    asked: ['who speaks at Postgres at Altitude?'],
    says: /^Speaking: Marat Zhunusov \(Steppe Cloud\)/,
  },
  {
    rule: 'session-title',
    asked: ['when is WebAssembly Beyond the Web?'],
    says: /^Cancelled\. The speaker is ill\.\nThursday/,
  },
  { rule: 'session-title', asked: ['is Graphs Without Fear on Friday?'], says: /Moved from Hall C\.[^]*Hall B/ },
  { rule: 'session-title', asked: ['git for beginners'], says: /^There are several[^\n]*\n• Thu[^]*• Wed/ },
  {
    rule: 'session-title',
    asked: ['во сколько обед?'],
    language: 'ru',
    says: /^10–12 июня 2026 года, 12:30–13:30, Холл/,
  },
  { rule: 'session-title', asked: ['how long is the opening session?'], says: /^45 minutes\n/ },
  { rule: 'session-title', asked: ['is the opening session over?'], says: /^Yes\. It is over\./ },
  {
    rule: 'session-title',
    asked: ['how do I get to the Opening Session?'],
    says: /Great Hall[^]*Straight ahead from the entrance/,
  },
  { rule: 'session-title', asked: ['phone of the hotel'], says: /^Phone: \+7 727 000 00 17\n/ },
  { rule: 'session-title', asked: ['сколько стоят билеты?'], language: 'ru', says: /^деловой: 90\s000 KZT\n/ },
  {
    rule: 'session-title',
    asked: ['e-mail for the invitation letter'],
    says: /^E-mail: visa@steppe-software\.example/,
  },
  {
    rule: 'namesakes',
    asked: ['when is that git workshop for beginers?'],
    says: /^There are several[^\n]*\n• Thu[^]*• Wed/,
  },
  { rule: 'first-session', asked: ['what time does the conference start?'], says: /^Wednesday, 10 June 2026, 09:30/ },
  { rule: 'first-session', asked: ['во сколько начинается конференция?'], language: 'ru', says: /среда, 09:30–10:15/ },
  { rule: 'first-session', asked: ['at what time does the conference end?'], says: /^Friday, 12 June 2026, 17:30/ },
  // Places.
  {
    rule: 'place-card',
    asked: ['как добраться до площадки?'],
    language: 'ru',
    says: /^Центр «Меридиан»[^]*автобус 17/,
  },
  { rule: 'place-card', asked: ['where is hall c'], says: /^Hall C, 1st floor, Meridian Centre[^]*to the right/ },
  { rule: 'place-card', asked: ['как пройти в зал Б?'], language: 'ru', says: /^Зал Б, второй этаж[^]*налево/ },
  { rule: 'place-card', asked: ['how do I get to the venue?'], says: /^Meridian Centre[^]*bus 17/ },
  {
    rule: 'place-card',
    asked: ['where is the Rooftop Terrace?'],
    says: /Rooftop Terrace\n• 19:00–22:30 Welcome Party/,
  },
  // Persons, in any script and case.
  {
    rule: 'speaker',
    asked: ['when does Satpayeva speak?'],
    says: /^Aigerim Satpayeva on the programme: 2\n• Wed[^]*• Fri/,
  },
  { rule: 'speaker', asked: ['когда выступает Воронцова?'], language: 'ru', says: /^Елена Воронцова в программе: 2/ },
  { rule: 'speaker', asked: ['доклады Воронцовой'], language: 'ru', says: /^Елена Воронцова в программе: 2/ },
  {
    rule: 'speaker',
    asked: ['Бекмуратованың баяндамасы қашан?'],
    language: 'kk',
    says: /^Сауле Бекмуратова|^Saule Bekmuratova/,
  },
  {
    rule: 'speaker',
    asked: ["when is Ingrid Solberg's keynote?"],
    says: /^Wednesday, 10 June 2026, 10:15–11:00[^]*Slow Software/,
  },
  { rule: 'speaker', asked: ['what talks does Okafor give on Friday?'], says: /^Friday[^]*Who Owns the Commons/ },
  { rule: 'speaker', asked: ['who is John Park?'], says: /^John Park\nOpen Grid\n• 14:30–15:15 Open Source/ },
  {
    rule: 'speaker-others',
    asked: ['A Compiler in an Afternoon', 'what else does she give?'],
    says: /Types for Humans/,
  },
  // Of two with one title neither is then.
  {
    rule: 'session-title',
    asked: ['Is Morning Yoga on Wednesday?'],
    says: /^Wednesday[^\n]*: the programme has nothing/,
  },
  { rule: 'session-title', asked: ['Git for Beginners at 08:00'], says: /^The programme has nothing like that/ },
  {
    rule: 'speaker-others',
    asked: ['Postgres at Altitude', 'what else does he give?'],
    says: /^Marat Zhunusov: nothing else/,
  },
]

describe('a programme with hours', () => {
  test('has a case above for each of its rules', () => {
    const asked = new Set(cases.map(({ rule }) => rule))
    expect(namesOfProgrammeRules.filter((name) => !asked.has(name))).toEqual([])
  })

  test.for(cases)('answers $asked by the rule $rule', (one) => {
    const reply = ask(one)
    expect(plainText(reply)).toMatch(one.says)
    expect(reply.rule).toBe(one.rule)
  })

  test.for([{ asked: ['where do I park?'] }, { asked: ['what is the capital of France?'] }])(
    'answers $asked with no session',
    ({ asked }) => {
      const reply = ask({ asked, rule: '', says: /./ })
      expect(reply.status).not.toBe('answered')
      expect(reply.entries).toEqual([])
    },
  )

  test.for([
    { asked: ['is the dinner included?'] },
    { asked: ['is the dinner included in the ticket?'] },
    { asked: ['is the keynote on Friday cancelled?'] },
    { asked: ['is lunch free?'] },
    { asked: ['is the opening session in Hall B?'] },
  ])('does not say yes to $asked', ({ asked }) => {
    expect(plainText(ask({ asked, rule: '', says: /./ }))).not.toMatch(/^Yes/)
  })

  test('says of a text in which language alone it is', () => {
    const reply = ask({ asked: ['Love Letters to Legacy Code'], language: 'ru', rule: '', says: /./ })
    expect(plainText(reply)).toContain('Только на этом языке – английский:\nHow to change')
  })

  test('says that a price or a promise is over', () => {
    const at = '11T11:40'
    expect(plainText(ask({ asked: ['refunds'], at, rule: '', says: /./ }))).toMatch(/^This was so until 31 May 2026\./)
    expect(plainText(ask({ asked: ['tickets'], at, rule: '', says: /./ }))).toContain(
      'This price was until 30 April 2026',
    )
  })

  test('says how long it is until a session of today', () => {
    const reply = ask({ asked: ['when is Trust Is a Supply Chain?'], rule: '', says: /./ })
    expect(plainText(reply)).toContain('Starts in 1 hour 50 minutes.')
  })
})
