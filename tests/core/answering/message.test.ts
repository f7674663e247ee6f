import { describe, expect, test } from 'vitest'
import { createAssistant } from '../../../src/core/answering/assistant.ts'
import { plainText, type Reply } from '../../../src/core/answering/reply.ts'
import { aFair } from '../../support/fair.ts'

const assistant = createAssistant(aFair())
const now = new Date('2026-04-01T12:00:00Z')

function ask(text: string): Reply {
  return assistant.ask({ text, language: 'en', now }).reply
}

describe('a message', () => {
  test.for([
    'Hello! I am a journalist from Almaty, when is the fair?',
    'Good morning. My name is Ana and I teach in Bonn. When is the fair? Thanks a lot!',
    'Здравствуйте, я журналист из Алматы, когда ярмарка?',
    'Добрый день! Мы с детьми едем из Бонна. Подскажите, когда ярмарка? Заранее спасибо',
    'Сәлеметсіз бе, мен журналистпін, жәрмеңке қашан?',
    'Сәлем! Біз Астанаға келеміз. Жәрмеңке қашан? Рақмет',
    'one more question: when is the fair?',
  ])('is answered by its question, not by its introduction: %s', (text) =>
    expect(plainText(ask(text))).toMatch(/^22–24 April 2026, Astana/),
  )

  test.for([
    'When is the fair? How many talks are there?',
    'Когда ярмарка? Сколько лекций?',
    'Жәрмеңке қашан? Неше дәріс бар?',
    '1. when is the fair 2. how many talks',
    'when is the fair and how many talks are there',
    'когда ярмарка и сколько лекций',
    'жәрмеңке қашан және неше дәріс бар',
  ])('with two questions gets two short answers: %s', (text) => {
    const { status, entries, lines } = ask(text)
    expect({ status, entries }).toEqual({ status: 'answered', entries: ['fair', 'talks'] })
    expect(lines.map((line) => line.text)).toEqual([
      expect.stringMatching(/^22–24 April 2026/),
      expect.stringMatching(/Book fair/),
      expect.stringMatching(/^Talks: 3/),
    ])
  })

  test('with more than three questions offers what is left', () => {
    const { entries, rule } = ask('When is the fair? How many talks? Is UNICEF a partner? What is talk 2 about?')
    expect(entries).toHaveLength(3)
    expect(rule).toMatch(/^several\/subject-data\+named-list\+named-list$/)
  })

  test.for([
    { text: 'When and where is the fair?', entries: ['fair'] },
    { text: 'Когда и где ярмарка?', entries: ['fair'] },
    { text: 'Жәрмеңке қашан және қайда?', entries: ['fair'] },
    { text: 'I heard of the second talk. When was it?', entries: ['talk-2'] },
    { text: 'Слышал про вторую лекцию. Когда она была?', entries: ['talk-2'] },
    { text: 'Екінші дәріс туралы естідім. Ол қашан болды?', entries: ['talk-2'] },
  ])('that is one question stays one: $text', ({ text, entries }) => expect(ask(text).entries).toEqual(entries))

  test.for([
    'I was at the second talk with my son. He slept. When was it?',
    'Мы с сыном ходили на вторую лекцию. Он спал. Когда она была?',
    'Баламмен екінші дәріске бардық. Ол ұйықтап кетті. Ол қашан болды?',
  ])('may ask about what it tells of: %s', (text) => expect(ask(text).entries).toEqual(['talk-2']))

  test.for([
    'Somebody lost a red umbrella near the river. On what days was that meeting?',
    'У реки потеряли красный зонт. В какие дни была та встреча?',
  ])('that tells of what nobody knows is not answered by what the pack is about: %s', (text) =>
    expect(ask(text).entries).toEqual([]),
  )

  test.for(['My friend lives in Bonn. talk 2', 'Мой друг живёт в Бонне. лекция 2', 'Досым Боннда тұрады. 2-дәріс'])(
    'may ask without a question mark or word: %s',
    (text) => expect(ask(text).entries).toEqual(['talk-2']),
  )

  test.for([
    'I am from Almaty. Tell me a joke',
    'Я из Алматы. Расскажи анекдот',
    'Мен Алматыданмын. Әзіл айтып бер',
    'Hello! I am from Almaty.',
  ])('that only talks is answered as talk: %s', (text) => expect(ask(text).status).toBe('social'))
})
