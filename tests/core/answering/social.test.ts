import { describe, expect, test } from 'vitest'
import { createAssistant } from '../../../src/core/answering/assistant.ts'
import { plainText, type Reply } from '../../../src/core/answering/reply.ts'
import type { Language } from '../../../src/knowledge/language.ts'
import { aPack, anEntry, anEvent } from '../../support/entries.ts'

const questions = { kk: [], ru: [], en: ['Hello world?', 'How do we recycle?'] }
const garden = anEvent('garden', '2026-05-01')
const assistant = createAssistant(
  aPack(
    [
      { ...garden, title: { kk: 'Бақ', ru: 'Сад', en: 'Garden' } },
      anEntry({ id: 'recycling', title: { en: 'Recycling' }, questions }),
      anEntry({
        id: 'gap',
        type: 'gap',
        title: { en: 'jokes' },
        questions: { kk: [], ru: [], en: ['tell me a joke'] },
      }),
    ],
    { subject: 'garden' },
  ),
  'kk',
)

const noon = new Date('2026-04-20T07:00:00Z')

function ask(text: string, language?: Language, session?: string, now = noon): Reply {
  return assistant.ask({ text, language, session, now }).reply
}

describe('small talk', () => {
  test('is answered in the language chosen', () => {
    expect(ask('спасибо', 'en')).toMatchObject({ status: 'social', language: 'en', rule: 'social' })
  })

  test.for([
    ['hi', 'en'],
    ['ку', 'ru'],
    ['сәлем', 'kk'],
    ['👍', 'kk'],
  ] as const)('%s is answered in %s where no language was chosen', ([text, language]) => {
    expect(ask(text)).toMatchObject({ status: 'social', language })
  })

  test.for([
    ['kk', 'Бақ'],
    ['ru', 'Сад'],
    ['en', 'Garden'],
  ] as const)('names in %s what the pack is about', ([language, subject]) => {
    expect(plainText(ask('тест', language))).toContain(subject)
  })

  test.for([
    { at: '2026-04-20T03:00:00Z', text: 'Good morning!' },
    { at: '2026-04-20T09:00:00Z', text: 'Good afternoon!' },
    { at: '2026-04-20T15:00:00Z', text: 'Good evening!' },
    { at: '2026-04-20T20:00:00Z', text: 'Hello!' },
  ])('greets by the hour of the venue, whoever greeted by the hour: $text', ({ at, text }) => {
    expect(plainText(ask('good morning', 'en', undefined, new Date(at)))).toContain(text)
    expect(plainText(ask('hello', 'en', undefined, new Date(at)))).toContain('Hello!')
  })

  test.for([
    ['unsubscribe', { do: 'unsubscribe' }],
    ['stop', { do: 'unsubscribe' }],
    ['subscribe', { do: 'subscribe' }],
    ['change the language', { do: 'languages' }],
    ['calendar', { do: 'calendar' }],
    ['menu', { do: 'topics' }],
    ['help', { do: 'topics' }],
    ['I want to talk to a human', { do: 'topics' }],
  ] as const)('%s leads to what does it', ([text, act]) => expect(ask(text, 'en').act).toEqual(act))

  test('leads nowhere where words are enough', () => expect(ask('thanks', 'en').act).toBeUndefined())

  test.for([
    ['english please', 'en'],
    ['по-русски', 'ru'],
    ['қазақша сөйле', 'kk'],
    ['орысша айтшы', 'ru'],
  ] as const)('%s is answered in %s, with the button that goes on so', ([text, language]) => {
    expect(ask(text, language === 'en' ? 'kk' : 'en')).toMatchObject({ language, act: { do: 'speak', language } })
  })

  test('is a question where the pack teaches that very phrase', () => {
    expect(ask('Hello world', 'en')).toMatchObject({ status: 'answered', entries: ['recycling'] })
  })

  test('stays small talk where only a gap has that phrase', () => {
    expect(ask('tell me a joke', 'en').status).toBe('social')
  })

  test.for(['hey, when is the garden?', 'thanks, and when is the garden?'])('%s is a question', (text) => {
    expect(ask(text, 'en')).toMatchObject({ status: 'answered', entries: ['garden'] })
  })

  test('does not end what was spoken of', () => {
    ask('When is the garden?', 'en', 'one')
    ask('who are you', 'en', 'one')
    expect(ask('and when?', 'en', 'one').entries).toEqual(['garden'])
  })
})

describe('“repeat”', () => {
  test('says the last answer again', () => {
    const said = ask('When is the garden?', 'en', 'two')
    expect(ask('say that again please', 'en', 'two')).toEqual({ ...said, rule: 'repeat' })
    expect(ask('repeat', 'en', 'two')).toMatchObject({ lines: said.lines })
  })

  test('says it in the language spoken now', () => {
    ask('When is the garden?', 'en', 'three')
    expect(plainText(ask('повтори', 'ru', 'three'))).toContain('1 мая 2026 года')
  })

  test('says so where nothing was said', () => expect(ask('repeat', 'en', 'four').status).toBe('social'))
})

test('“more” offers what lay near the last answer', () => {
  ask('How do we recycle the garden?', 'en', 'five')
  const { status, suggestions } = ask('tell me more', 'en', 'five')
  expect(status).toBe('social')
  expect(suggestions.length).toBeGreaterThan(0)
})

test('a gap that has words of its own says them', () => {
  const gap = anEntry({
    id: 'gap',
    type: 'gap',
    title: { en: 'parking' },
    text: { en: 'There is no word on cars here.' },
    questions: { kk: [], ru: [], en: ['where can I park', 'is there any parking', 'car park'] },
  })
  const cars = createAssistant(aPack([anEvent('garden', '2026-05-01'), gap]))
  const { reply } = cars.ask({ text: 'is there any parking', language: 'en', now: noon })
  expect(reply.lines[0]!.text).toBe('There is no word on cars here.')
})
