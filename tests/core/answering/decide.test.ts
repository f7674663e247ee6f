import { describe, expect, test } from 'vitest'
import { namesOfProgrammeRules } from '../../support/programme-rules.ts'
import { createAssistant } from '../../../src/core/answering/assistant.ts'
import { decide, rules } from '../../../src/core/answering/decide.ts'
import { plainText, type Reply } from '../../../src/core/answering/reply.ts'
import { findingsOf } from '../../../src/core/answering/rule.ts'
import { openKnowledgeBase } from '../../../src/core/knowledge-base/knowledge-base.ts'
import { rank } from '../../../src/core/search/ranking.ts'
import { readQuestion } from '../../../src/core/understanding/question.ts'
import { aFair } from '../../support/fair.ts'
import { salonAndMaps } from '../../support/salon.ts'

const fair = aFair({ entries: [...aFair().entries, ...salonAndMaps] })
const assistant = createAssistant(fair)
const now = new Date('2026-05-01T12:00:00Z')

/** The reply to the last of these questions, asked one after the other. */
function ask(...questions: readonly string[]): Reply {
  const session = questions.join('|')
  return questions.map((text) => assistant.ask({ text, session, language: 'en', now }).reply).at(-1)!
}

function placeOf(id: string): number {
  return fair.entries.findIndex((entry) => entry.id === id)
}

type Case = { readonly rule: string; readonly asked: readonly string[]; readonly says: RegExp }

/** What each rule is for, and the beginning of what it answers. */
const cases: readonly Case[] = [
  { rule: 'repeat', asked: ['the second talk', 'say that again'], says: /^13 May 2025/ },
  { rule: 'repeat', asked: ['вторая лекция', 'повтори'], says: /^13 May 2025/ },
  { rule: 'repeat', asked: ['екінші дәріс', 'қайтала'], says: /^13 May 2025/ },
  { rule: 'social', asked: ['hello'], says: /^Hello!/ },
  { rule: 'social', asked: ['привет'], says: /^Hello!/ },
  { rule: 'social', asked: ['сәлем'], says: /^Hello!/ },
  { rule: 'timing', asked: ['is the fair over?'], says: /^Yes\. Ended 7 days ago/ },
  { rule: 'timing', asked: ['сколько длится ярмарка?'], says: /^3 days\n22–24 April 2026/ },
  { rule: 'timing', asked: ['жәрмеңке неше күнге созылады?'], says: /^3 days\n22–24 April 2026/ },
  { rule: 'nth-day', asked: ['the second day of the fair'], says: /^Day 2: Thursday, 23 April 2026/ },
  { rule: 'nth-day', asked: ['второй день ярмарки'], says: /^Day 2: Thursday, 23 April 2026/ },
  { rule: 'nth-day', asked: ['жәрмеңкенің екінші күні'], says: /^Day 2: Thursday, 23 April 2026/ },
  { rule: 'nth-day', asked: ['the fifth day of the fair'], says: /^3 days\n/ },
  { rule: 'relative-day', asked: ['what is on tomorrow?'], says: /^For 2 May 2026 the bulletin lists nothing/ },
  { rule: 'relative-day', asked: ['что будет завтра?'], says: /^For 2 May 2026 the bulletin lists nothing/ },
  { rule: 'relative-day', asked: ['ертең не болады?'], says: /^For 2 May 2026 the bulletin lists nothing/ },
  { rule: 'series-member/lacks-when', asked: ['when is Salon-14?'], says: /does not say when this is: Salon-14/ },
  { rule: 'other-number', asked: ['Salon-13'], says: /^The bulletin speaks of Salon-12.*, not of Salon-13/ },
  { rule: 'other-number', asked: ['салон-13'], says: /^The bulletin speaks of Салон-12, not of Салон-13/ },
  { rule: 'numbered-member', asked: ['the second talk'], says: /^13 May 2025/ },
  { rule: 'numbered-member', asked: ['вторая лекция'], says: /^13 May 2025/ },
  { rule: 'numbered-member', asked: ['екінші дәріс'], says: /^13 May 2025/ },
  { rule: 'numbered-member', asked: ['is talk 2 in Bonn?'], says: /^Yes\. 13 May 2025/ },
  { rule: 'beyond-numbers', asked: ['is there a sixth talk?'], says: /^No\. Talks: 3/ },
  { rule: 'beyond-numbers', asked: ['есть ли шестая лекция?'], says: /^No\. Talks: 3/ },
  { rule: 'beyond-numbers', asked: ['алтыншы дәріс бар ма?'], says: /^No\. Talks: 3/ },
  { rule: 'beyond-numbers', asked: ['what is the sixth talk about?'], says: /numbers.* 1 to 3|1–3/ },
  { rule: 'named-list', asked: ['talks in 2019'], says: /^The bulletin names none such/ },
  { rule: 'named-list', asked: ['how many talks?'], says: /^Talks: 3/ },
  { rule: 'named-list', asked: ['сколько лекций?'], says: /^Talks: 3/ },
  { rule: 'named-list', asked: ['неше дәріс?'], says: /^Talks: 3/ },
  { rule: 'named-list', asked: ['how many talks in Astana?'], says: /^Found in the bulletin: 2/ },
  { rule: 'named-list', asked: ['were there 4 talks?'], says: /^No\. Talks: 3/ },
  { rule: 'named-list', asked: ['were there 3 talks?'], says: /^Yes\. Talks: 3/ },
  { rule: 'named-list', asked: ['is UNICEF a partner?'], says: /^Yes, UNICEF is on the list/ },
  { rule: 'named-list', asked: ['ОБСЕ партнёр?'], says: /^No, OSCE/ },
  { rule: 'named-list', asked: ['ЕҚЫҰ серіктес пе?'], says: /^No, OSCE/ },
  { rule: 'offered-option', asked: ['price', '1'], says: / for a fee\.|^Tickets are sold/ },
  { rule: 'sibling', asked: ['the third talk', 'and the second?'], says: /^13 May 2025/ },
  { rule: 'sibling', asked: ['the second talk', 'and the next?'], says: /^20 May 2025/ },
  { rule: 'sibling', asked: ['вторая лекция', 'а предыдущая?'], says: /^10 March 2025/ },
  { rule: 'sibling', asked: ['вторая лекция', 'а следующая?'], says: /^20 May 2025/ },
  { rule: 'sibling', asked: ['екінші дәріс', 'келесісі ше?'], says: /^20 May 2025/ },
  {
    rule: 'confirm-last',
    asked: ['tickets', 'and the southern gate?'],
    says: /^Tickets are sold at the southern gate/,
  },
  { rule: 'confirm-last', asked: ['the second talk', 'was it in Astana?'], says: /^No\. 13 May 2025/ },
  { rule: 'confirm-last', asked: ['вторая лекция', 'она была в Бонне?'], says: /^Yes\. 13 May 2025/ },
  { rule: 'confirm-last', asked: ['екінші дәріс', 'ол Боннда болды ма?'], says: /^Yes\. 13 May 2025/ },
  { rule: 'last-entry', asked: ['the second talk', 'and where?'], says: /^13 May 2025/ },
  { rule: 'last-entry', asked: ['вторая лекция', 'где?'], says: /^13 May 2025/ },
  { rule: 'last-entry', asked: ['екінші дәріс', 'қайда?'], says: /^13 May 2025/ },
  { rule: 'pack-subject', asked: ['when and where?'], says: /^22–24 April 2026/ },
  { rule: 'pack-subject', asked: ['когда и где?'], says: /^22–24 April 2026/ },
  { rule: 'pack-subject', asked: ['қашан және қайда?'], says: /^22–24 April 2026/ },
  { rule: 'unnamed-participant', asked: ['is OSCE coming?'], says: /^The bulletin does not say whether OSCE/ },
  { rule: 'events', asked: ['what happened in May 2025?'], says: /^Found in the bulletin: 2/ },
  { rule: 'events', asked: ['что было в мае 2025?'], says: /^Found in the bulletin: 2/ },
  { rule: 'events', asked: ['was anything in Bonn in 2026?'], says: /^The bulletin names no event there or then/ },
  { rule: 'organisation', asked: ['what is UNICEF?'], says: /^UNICEF\n.*Partners/ },
  { rule: 'organisation', asked: ['что такое ЮНИСЕФ?'], says: /^UNICEF\n.*Partners/ },
  { rule: 'organisation', asked: ['ЮНИСЕФ деген не?'], says: /^UNICEF\n.*Partners/ },
  { rule: 'other-edition', asked: ['when is the next fair?'], says: /^The bulletin does not say/ },
  { rule: 'other-edition', asked: ['где была предыдущая ярмарка?'], says: /^The bulletin does not say/ },
  { rule: 'other-edition', asked: ['келесі жәрмеңке қашан?'], says: /^The bulletin does not say/ },
  { rule: 'subject-data', asked: ['when is the fair?'], says: /^22–24 April 2026/ },
  { rule: 'subject-data', asked: ['когда ярмарка?'], says: /^22–24 April 2026/ },
  { rule: 'subject-data', asked: ['жәрмеңке қашан?'], says: /^22–24 April 2026/ },
  { rule: 'subject-data', asked: ['does the fair last three days?'], says: /^Yes\. 22–24 April 2026/ },
  { rule: 'subject-data', asked: ['длится ли ярмарка четыре дня?'], says: /^No\. 22–24 April 2026/ },
  { rule: 'subject-data', asked: ['жәрмеңке үш күнге созыла ма?'], says: /^Yes\. 22–24 April 2026/ },
  { rule: 'subject-data', asked: ['the fair itself is in Bonn, isn’t it?'], says: /^No\. 22–24 April 2026/ },
  { rule: 'subject-data', asked: ['is the fair in Bonn?'], says: /^No\. 22–24 April 2026/ },
  { rule: 'named-gap', asked: ['is there parking at the reading hall?'], says: /does not say: parking/ },
  { rule: 'nothing-found', asked: ['zxqv wvut'], says: /^The bulletin does not say\.$/ },
  { rule: 'felt', asked: ['you stupid rusty tin can'], says: /^I/ },
  { rule: 'likest-talk', asked: ['hang on, somebody is at the door'], says: /^No harm done/ },
  { rule: 'likest-talk', asked: ['ау, есть тут кто живой?'], says: /^Yes, go ahead/ },
  { rule: 'likest-talk', asked: ['байқаусызда басып кетіппін ғой'], says: /^No harm done/ },
  { rule: 'best-gap', asked: ['may I bring my dog'], says: /does not say: dogs/ },
  { rule: 'unsure', asked: ['what is OSCE?'], says: /^The bulletin does not say\./ },
  { rule: 'clarify', asked: ['price'], says: /^What exactly/ },
  { rule: 'pointing', asked: ['the second talk', 'when did they let dogs in there?'], says: /^13 May 2025/ },
  { rule: 'named-deed/lacks-signed', asked: ['who signed the declaration?'], says: /does not say who signed it/ },
  { rule: 'named-deed/lacks-signed', asked: ['кто подписал декларацию?'], says: /does not say who signed it/ },
  { rule: 'named-deed/lacks-signed', asked: ['декларацияға кім қол қойды?'], says: /does not say who signed it/ },
  { rule: 'part-on-day', asked: ['что было на салоне-12 2 октября?'], says: /^2 October 2025/ },
  { rule: 'best-entry', asked: ['where are tickets sold'], says: /^Tickets are sold at the southern gate/ },
  { rule: 'best-entry/lacks-outcome', asked: ['was the declaration adopted?'], says: /no information on the outcome/ },
  {
    rule: 'best-entry/lacks-city',
    asked: ['in which city is the reading hall?'],
    says: /does not say in which city this is: Reading hall/,
  },
  { rule: 'best-entry/lacks-number', asked: ['how many tickets?'], says: /does not say how many: Tickets/ },
  { rule: 'best-entry/lacks-who', asked: ['who sells tickets?'], says: /does not say who takes part: Tickets/ },
  {
    rule: 'best-entry/lacks-when',
    asked: ['when is the reading hall open?'],
    says: /does not say when this is: Reading hall/,
  },
  {
    rule: 'numbered-member/lacks-number',
    asked: ['how many people came to the second talk?'],
    says: /does not say how many: Paper and ink/,
  },
]

describe('decide', () => {
  test.for(cases)('answers $asked by the rule $rule', ({ rule, asked, says }) => {
    const reply = ask(...asked)
    expect(reply.rule).toBe(rule)
    expect(plainText(reply)).toMatch(says)
  })

  test('has a case above for each of its rules', () => {
    // Of these, tests below, those of the programme and lacks-and-denials.test.ts speak.
    const held = new Set([
      'doer',
      'elsewhere',
      'events-then',
      'still-last',
      'tied-gap',
      'taught-phrase',
      ...namesOfProgrammeRules,
      ...cases.map(({ rule }) => rule.replace(/\/.*/, '')),
    ])
    expect(rules.map(({ name }) => name).filter((name) => !held.has(name))).toEqual([])
  })

  test('has no two rules of one name', () => {
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length)
  })

  test.for([
    ['what denies or compares is no filter of a list', 'talks not in Bonn', 'named-list'],
    ['of a number that the question counts with, no member is told', 'were there 3 talks?', 'numbered-member'],
    ['a list without dates is no answer to when', 'partners in 2025', 'named-list'],
    ['who denies or compares does not ask for events', 'not in May 2025', 'events'],
  ] as const)('%s', ([, text, rule]) => expect(ask(text).rule).not.toBe(rule))

  test.for([
    { lead: 0.05, rule: 'tied-gap' },
    { lead: 0.5, rule: 'best-entry' },
  ])('claims nothing where a gap fits as well: a lead of $lead', ({ lead, rule }) => {
    const knowledge = openKnowledgeBase(fair)
    const question = readQuestion('is my ticket welcome?', knowledge.reader, '2026-05-01')
    const [first] = rank(question, knowledge.index, fair, 1)
    const candidates = [
      { ...first!, entry: placeOf('tickets'), score: 3 },
      { ...first!, entry: placeOf('dogs'), score: 3 - lead },
    ]
    const turn = { knowledge, question, candidates, isAlone: false, language: 'en', now, context: undefined } as const
    expect(decide(turn)).toMatchObject({ rule })
    expect(findingsOf(turn).next?.entry.id).toBe('dogs')
  })

  test('takes one entry of several that were told for none that could be meant', () => {
    expect(ask('what happened in May 2025?', 'was it in Bonn?').rule).not.toBe('confirm-last')
  })
})

describe('what comes before the rules', () => {
  test.for([
    { rule: 'empty', text: ' \u200b ' },
    { rule: 'too-long', text: 'a'.repeat(1001) },
  ])('is named too: $rule', ({ rule, text }) => expect(ask(text).rule).toBe(rule))

  test('is named for an entry chosen by its button', () => {
    expect(assistant.choose('hall', { now })?.rule).toBe('chosen-entry')
  })

  test('is no greeting when the pack teaches those very words', () => {
    const { entries } = aFair()
    const taught = { kk: [], ru: [], en: ['help', 'help me'] }
    const teaching = aFair({
      entries: entries.map((entry) => (entry.id === 'hall' ? { ...entry, questions: taught } : entry)),
    })
    const { reply } = createAssistant(teaching).ask({ text: 'help me', language: 'en', now })
    expect(reply).toMatchObject({ rule: 'taught-phrase', entries: ['hall'] })
  })

  test('is no request for help when it points back at what was said', () => {
    expect(ask('the second talk', 'what do you know').rule).toBe('social')
    expect(ask('the second talk', 'what do you know about it').rule).toBe('last-entry')
  })
})

describe('a question that points back', () => {
  test('counts what was told last for likelier', () => {
    expect(ask('ticket', 'what does it cost?').ranked[0]).toBe('tickets')
    expect(ask('stands', 'what does it cost?').ranked[0]).toBe('stands')
  })
})
