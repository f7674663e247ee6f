import { describe, expect, test } from 'vitest'
import { createAssistant } from '../../../src/core/answering/assistant.ts'
import type { Language } from '../../../src/knowledge/language.ts'
import { aPack, anEntry } from '../../support/entries.ts'

type Said = Readonly<Record<string, readonly [title: string, text: string]>>

const said: Readonly<Record<Language, Said>> = {
  en: {
    lunch: ['Lunch', 'Lunch is served at noon in the northern hall.'],
    taxi: ['Taxi', 'A taxi from the airport costs 5000 tenge.'],
    wifi: ['Wi-Fi', 'The network is called Guest and needs no password.'],
    hotel: ['Hotel check-in', 'Check-in at the hotel starts at 17:30.'],
  },
  ru: {
    lunch: ['Обед', 'Обед подают в полдень в северном зале.'],
    taxi: ['Такси', 'Такси из аэропорта стоит 5000 тенге.'],
    sponsor: ['Спонсорам', 'Чтобы стать спонсором, напишите организаторам.'],
    hotel: ['Заселение в отель', 'Заселение в отель начинается в 17:30.'],
  },
  kk: {
    lunch: ['Түскі ас', 'Түскі ас солтүстік залда беріледі.'],
    taxi: ['Такси', 'Әуежайдан такси 5000 теңге тұрады.'],
    parking: ['Тұрақ', 'Көлік тұрағы қонақүйдің артында.'],
    hotel: ['Қонақүйге орналасу', 'Қонақүйге орналасу 17:30-да басталады.'],
  },
}

const asked: { language: Language; question: string; entry: string; example: string }[] = [
  { language: 'en', question: 'when is hotel check-in', entry: 'hotel', example: 'when is lunch' },
  { language: 'en', question: 'how much is a taxi', entry: 'taxi', example: 'when is lunch' },
  { language: 'ru', question: 'когда заселение в отель', entry: 'hotel', example: 'когда обед' },
  { language: 'ru', question: 'как стать спонсором', entry: 'sponsor', example: 'где обед' },
  { language: 'ru', question: 'сколько стоит такси', entry: 'taxi', example: 'сколько стоит обед' },
  { language: 'kk', question: 'қонақүйге орналасу қашан', entry: 'hotel', example: 'түскі ас қашан' },
  { language: 'kk', question: 'такси қанша тұрады', entry: 'taxi', example: 'түскі ас қайда' },
]

function ask(language: Language, question: string, examples: readonly string[], contrast: readonly string[] = []) {
  const entries = Object.entries(said[language]).map(([id, [title, text]]) =>
    anEntry({
      id,
      title: { [language]: title },
      text: { [language]: text },
      says: [],
      questions: { kk: [], ru: [], en: [], [language]: id === 'lunch' ? examples : [] },
      contrast: { kk: [], ru: [], en: [], [language]: id === 'lunch' ? contrast : [] },
    }),
  )
  const assistant = createAssistant(aPack(entries, { languages: [language] }))
  return assistant.ask({ text: question, language, session: 's', now: new Date('2026-04-20T09:00:00Z') }).reply
}

describe('one example question in a plain pack', () => {
  test.for(asked)('does not spoil "$question"', ({ language, question, entry, example }) => {
    expect(ask(language, question, []).entries).toEqual([entry])
    const taught = ask(language, question, [example])
    expect(taught).toMatchObject({ status: 'answered', entries: [entry] })
  })

  test.for(asked)('is answered itself: "$example"', ({ language, example }) => {
    expect(ask(language, example, [example])).toMatchObject({ status: 'answered', entries: ['lunch'] })
  })
})

describe('a contrast question', () => {
  const examples = ['when is lunch', 'where do we eat', 'what time is lunch served']

  test('makes the bot less sure of what it resembles', () => {
    const question = 'who cooks the lunch'
    const tempted = ask('en', question, examples)
    const warned = ask('en', question, examples, ['who cooks lunch', 'who is the cook', 'who made this lunch'])
    expect(warned.status).not.toBe('answered')
    expect(warned.confidence).toBeLessThan(tempted.confidence)
  })

  test('leaves what the entry answers as it was', () => {
    const reply = ask('en', 'when is lunch served', examples, ['who cooks lunch', 'who is the cook'])
    expect(reply).toMatchObject({ status: 'answered', entries: ['lunch'] })
  })
})
