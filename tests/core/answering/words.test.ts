import { describe, expect, test } from 'vitest'
import { startsAnew } from '../../../src/core/answering/follow-up.ts'
import { tellList } from '../../../src/core/answering/lists.ts'
import { missingFacet } from '../../../src/core/answering/missing.ts'
import { asksOutcome } from '../../../src/core/answering/outcome.ts'
import { subjectOf } from '../../../src/core/answering/subject.ts'
import type { Turn } from '../../../src/core/answering/turn.ts'
import { openKnowledgeBase } from '../../../src/core/knowledge-base/knowledge-base.ts'
import { readQuestion, type Question } from '../../../src/core/understanding/question.ts'
import { readSpan } from '../../../src/knowledge/dates.ts'
import type { Entry } from '../../../src/knowledge/pack.ts'
import { anEntry } from '../../support/entries.ts'
import { aFair } from '../../support/fair.ts'

const knowledge = openKnowledgeBase(aFair())

function read(text: string): Question {
  return readQuestion(text, knowledge.reader, '2026-04-20')
}

function entry(id: string): Entry {
  return knowledge.entries.get(id)!
}

/** A turn in which `told` were the entries of the last answer. */
function turn(text: string, ...told: readonly string[]): Turn {
  const context = told.length === 0 ? undefined : { entries: told, options: [], at: 0 }
  return { knowledge, question: read(text), candidates: [], isAlone: false, language: 'en', now: new Date(0), context }
}

describe('subjectOf', () => {
  test.for([
    {
      of: 'none',
      texts: [
        'when and where',
        'когда и где это было',
        'ол қашан болды',
        'қайда болдыңыз',
        'what month?',
        'what happend?',
      ],
    },
    { of: 'filter', texts: ['in Bonn', 'в мае 2025', 'Астанада не болды', 'какие мероприятия в Бонне', 'мамырда'] },
    { of: 'subject', texts: ['when is the fair', 'где ярмарка', 'жәрмеңке қайда'] },
    { of: 'own', texts: ['the price', 'лекция о бумаге', 'дәріс туралы', 'the 11th fair'] },
  ] as const)('is "$of" for $texts', ({ of, texts }) => {
    expect(texts.map((text) => subjectOf(read(text), knowledge))).toEqual(texts.map(() => of))
  })

  test.for([
    { text: 'partners in Bonn', list: 'partners' },
    { text: 'лекции в Бонне', list: 'talks' },
    { text: 'Бонндағы дәрістер', list: 'talks' },
  ])('leaves the list of $list aside in "$text" when told to', ({ text, list }) => {
    expect(subjectOf(read(text), knowledge)).toBe('own')
    expect(subjectOf(read(text), knowledge, entry(list))).toBe('filter')
  })
})

describe('pointsBack', () => {
  test.for(['was it', 'где он был', 'что там', 'ол қайда'])('hears it in: %s', (text) =>
    expect(read(text).pointsBack).toBe(true),
  )

  test.for(['where is the fair', 'где ярмарка', 'жәрмеңке қайда'])('hears nothing of it in: %s', (text) =>
    expect(read(text).pointsBack).toBe(false),
  )
})

describe('asksOutcome', () => {
  test.for([
    'Was the declaration signed?',
    'Декларация принята ли?',
    'Подписали ли декларацию?',
    'Декларация қабылданды ма?',
    'Декларация бекітілген бе?',
  ])('hears what became of it in: %s', (text) => {
    expect(asksOutcome(read(text), entry('declaration'))).toBe(true)
    expect(asksOutcome(read(text), entry('hall'))).toBe(false)
  })

  test.for([
    'Is a declaration planned?',
    'Was a declaration expected?',
    'Ожидалось ли, что декларация принята?',
    'Декларация қабылданады деп күтілді ме?',
    'What is the declaration?',
  ])('hears only what was expected in: %s', (text) => expect(asksOutcome(read(text), entry('declaration'))).toBe(false))
})

describe('missingFacet', () => {
  const hall = entry('hall')
  const bare = anEntry({ id: 'bare', type: 'event', dates: readSpan('2025-05'), place: 'bonn' })

  test.for([
    { text: 'in which city is the hall?', lacks: 'city' },
    { text: 'в каком городе зал?', lacks: 'city' },
    { text: 'зал қай қалада?', lacks: 'city' },
    { text: 'how many lamps?', lacks: 'number' },
    { text: 'сколько ламп?', lacks: 'number' },
    { text: 'қанша шам?', lacks: 'number' },
    { text: 'who?', lacks: 'who' },
    { text: 'when?', lacks: 'when' },
    { text: 'where?', lacks: undefined },
    { text: 'зал қалай жұмыс істейді?', lacks: undefined },
  ] as const)('of a hall known by its country is $lacks for: $text', ({ text, lacks }) => {
    expect(missingFacet(hall, turn(text))).toBe(lacks)
  })

  test.for([
    { what: 'a city is known', entry: bare, text: 'in which city?' },
    { what: 'nothing at all is typed', entry: anEntry({ id: 'text', says: [] }), text: 'how many?' },
    { what: 'it is a list', entry: entry('talks'), text: 'how many?' },
    { what: 'a theme has no date', entry: anEntry({ id: 'theme', type: 'theme' }), text: 'when?' },
  ])('is none where $what', ({ entry, text }) => expect(missingFacet(entry, turn(text))).toBeUndefined())

  test('of an event without people is who', () => {
    expect(missingFacet(bare, turn('who?'))).toBe('who')
    expect(missingFacet({ ...bare, organisations: ['unicef'] }, turn('who?'))).toBeUndefined()
  })
})

describe('a list', () => {
  test.for([
    'on which list UNICEF belongs',
    'UNICEF входит в список',
    'ЮНИСЕФ тізімге кіреді',
    'в какой список числится UNICEF',
  ])('tells whether who is named is on it: %s', (text) => {
    expect(tellList(entry('partners'), turn(text)).lines[0]!.text).toMatch(/^Yes, UNICEF/)
  })

  test('that is complete denies what the source does not know at all', () => {
    expect(tellList(entry('partners'), turn('Is Wikipedia a partner?')).lines[0]!.text).toMatch(/^No, Wikipedia/)
    const open = { ...entry('partners'), closed: false }
    expect(tellList(open, turn('Is Wikipedia a partner?')).lines[0]!.text).toBe('Partners: 1')
  })

  test('that is not complete does not deny who is not on it', () => {
    const open = { ...entry('partners'), closed: false }
    expect(tellList(open, turn('is OSCE a partner?')).lines[0]!.text).toBe('Partners: 1')
  })

  test('is told whole to what denies or compares', () => {
    expect(tellList(entry('talks'), turn('which talks were not in Bonn?')).lines[0]!.text).toBe('Talks: 3')
  })
})

describe('startsAnew', () => {
  test.for(['topics', 'темы', 'тақырыптар'])('is true of a list that says nothing of: %s', (text) =>
    expect(startsAnew(turn(text, 'partners'))).toBe(true),
  )

  test('is true of "who" after a list without people, and false after one with them', () => {
    expect(startsAnew(turn('participants', 'talks'))).toBe(true)
    expect(startsAnew(turn('participants', 'partners'))).toBe(false)
  })

  test('is false of more than a word, and after anything but a list', () => {
    expect(startsAnew(turn('what topics', 'partners'))).toBe(false)
    expect(startsAnew(turn('topics', 'hall'))).toBe(false)
  })
})
