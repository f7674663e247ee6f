import { describe, expect, test } from 'vitest'
import { openConferenceAndOlympiad, openOlympiad } from '../../support/events.ts'

const now = new Date('2027-03-10T09:00:00Z')

describe('the olympiad of examples/', () => {
  const olympiad = openOlympiad()

  test.for([
    ['олимпиада қашан?', '2027 жылғы 18–19 наурыз, №15 лицей'],
    ['тіркеу сағат нешеде?', '08:00–08:45'],
    ['бірінші тур қашан?', '10:00–13:00'],
    ['екінші турда неше есеп бар?', 'Үш есеп'],
    ['апелляция қайда болады?', '210-кабинет'],
    ['түскі ас қашан?', '13:00–14:00, Асхана'],
    ['18 наурызда не болады?', '2027 жылғы 18 наурыз, бейсенбі'],
    ['марапаттауға ата-аналар келе ала ма?', 'Иә.'],
    ['нәтиже қашан шығады?', 'Нәтижелер'],
    ['кайда тунеймиз?', 'Жатақхана'],
  ] as const)('%s', ([text, says]) => {
    const { status, lines } = olympiad.ask({ text, now }).reply
    expect(status).toBe('answered')
    expect(
      lines
        .slice(0, 2)
        .map((line) => line.text)
        .join('\n'),
    ).toContain(says)
  })

  test('does not know what it does not say', () => {
    expect(olympiad.ask({ text: 'виза керек пе?', now }).reply.status).toBe('unknown')
  })
})

describe('events in different languages', () => {
  const both = openConferenceAndOlympiad()

  test('have all of them together', () => expect(both.pack.languages).toEqual(['en', 'ru', 'kk']))

  test('answer in the language of whoever asks, and tell what they lack in another', () => {
    const ofOlympiad = both.ask({ text: 'When is the olympiad?', language: 'en', now }).reply
    expect(ofOlympiad.lines[0]!.text).toContain('18–19 March 2027')
    expect(ofOlympiad.lines.map(({ text }) => text)).toContain('Only in Kazakh:')
    const ofConference = both.ask({ text: 'Steppe Software Days қашан?', language: 'kk', now }).reply
    expect(ofConference.lines[0]!.text).toContain('2026 жылғы 10–12 маусым')
    expect(ofConference.lines.map(({ text }) => text).join('\n')).toContain('Тек мына тілде – ағылшын тілі')
  })

  test('answer together in one language, whatever each takes the question for', () => {
    const { reply } = both.ask({ text: 'қашан басталады?', now })
    expect(reply.packs).toHaveLength(2)
    expect(reply.lines.map(({ text }) => text)).toEqual([
      'Тұлпар 2027: Басталатын күні – 2027 жылғы 18 наурыз, бейсенбі.',
      'Steppe Software Days 2026: Басталған күні – 2026 жылғы 10 маусым, сәрсенбі.',
    ])
  })
})
