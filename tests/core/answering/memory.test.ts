import { describe, expect, test } from 'vitest'
import { plainText } from '../../../src/core/answering/reply.ts'
import type { Language } from '../../../src/knowledge/language.ts'
import { openBulletin } from '../../support/bulletin.ts'

const assistant = openBulletin()
const now = new Date('2026-04-20T04:00:00Z')

/** What is said to the last of these, asked one after the other. */
function said(language: Language, ...questions: readonly string[]): string {
  const session = questions.join('|')
  return questions.map((text) => plainText(assistant.ask({ text, language, session, now }).reply)).at(-1)!
}

const before: Readonly<Record<Language, readonly string[]>> = {
  en: ['When is the summit?', 'theme 5'],
  ru: ['Когда саммит?', 'тема 5'],
  kk: ['Саммит қашан?', '5 тақырып'],
}

const alone: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'what is the aim',
    'what are the results',
    'how many topics',
    'who are the partners',
    'how many delegates',
    'what is the slogan',
    'venue',
    'is there a dress code',
    'hotel',
    'third consultation',
    'when is COP30',
    'is unicef a partner',
  ],
  ru: [
    'какая цель',
    'какие результаты',
    'какие темы',
    'сколько тем',
    'кто партнёры',
    'сколько делегатов',
    'кто придумал',
    'место проведения',
    'нужна ли виза',
    'парковка',
    'третья консультация',
    'юнисеф партнёр?',
  ],
  kk: [
    'мақсаты не',
    'нәтижесі қандай',
    'неше тақырып бар',
    'серіктестер кім',
    'қанша делегат',
    'кім ұсынды',
    'ұраны қандай',
    'өтетін орны',
    'виза керек пе',
    'қонақүй',
    'үшінші консультация',
    'юнисеф серіктес пе',
  ],
}

const languages = ['en', 'ru', 'kk'] as const

describe('a question that stands alone', () => {
  test.for(languages.flatMap((language) => before[language].map((first) => ({ language, first }))))(
    'is answered after "$first" as if it were asked alone',
    ({ language, first }) => {
      for (const question of alone[language]) expect(said(language, first, question)).toBe(said(language, question))
    },
  )
})

describe('a question that points back', () => {
  test.for([
    { language: 'en', asked: ['Tell me about the fourth consultation', 'and the next one?'], says: /Bonn/ },
    { language: 'ru', asked: ['расскажи про четвёртую консультацию', 'а следующая?'], says: /Бонн/ },
    { language: 'kk', asked: ['төртінші консультация туралы айтшы', 'ал келесісі ше?'], says: /Бонн/ },
    { language: 'en', asked: ['what was at COP30 on 15 November?', 'and on the 19th?'], says: /^19 November 2025/ },
    { language: 'ru', asked: ['что было на COP30 15 ноября?', 'а 19-го?'], says: /^19 ноября 2025/ },
    { language: 'kk', asked: ['COP30-да 15 қарашада не болды?', 'ал 18-інде ше?'], says: /18 қараша/ },
    { language: 'en', asked: ['what happened in Nairobi?', 'what did Kazakhstan propose there?'], says: /resolution/ },
    { language: 'ru', asked: ['про что была конференция в Душанбе', 'в какие дни она шла'], says: /29–31 мая/ },
    { language: 'kk', asked: ['Душанбедегі конференция туралы айтшы', 'ол қай күндері өтті'], says: /29–31 мамыр/ },
  ] as const)('is about what was told: $asked.1', ({ language, asked, says }) =>
    expect(said(language, ...asked)).toMatch(says),
  )
})
