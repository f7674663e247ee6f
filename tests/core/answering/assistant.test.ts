import { describe, expect, test } from 'vitest'
import { openBulletin } from '../../support/bulletin.ts'
import { plainText, type Reply } from '../../../src/core/answering/reply.ts'
import { createAssistant } from '../../../src/core/answering/assistant.ts'
import type { Language } from '../../../src/knowledge/language.ts'
import { loadPack } from '../../../src/knowledge/load.ts'
import { aDirectory } from '../../support/packs.ts'

const assistant = openBulletin()
const now = new Date('2026-11-24T12:00:00+05:00')

function ask(text: string, language?: Language, session?: string, at = now): Reply {
  return assistant.ask({ text, language, session, now: at }).reply
}

describe('an answer', () => {
  test.for([
    { text: 'When is the summit?', language: 'en', first: '22–24 April 2026, Astana, Kazakhstan' },
    { text: 'Саммит қашан өтеді?', language: 'kk', first: '2026 жылғы 22–24 сәуір, Астана, Қазақстан' },
    { text: 'Где была вторая консультация?', language: 'ru', first: '5 апреля 2025 года, Самарканд, Узбекистан' },
  ] as const)('to $text begins with the fact', ({ text, language, first }) => {
    expect(ask(text, language).lines[0]).toEqual({ kind: 'fact', text: first })
  })

  test('says where it stands', () => {
    expect(ask('Where was the third consultation?', 'en').lines.at(-1)).toEqual({
      kind: 'source',
      text: 'Bulletin, §11.3',
    })
  })

  test.for([
    { at: '2026-04-01T12:00:00Z', says: 'Starts in 21 days.' },
    { at: '2026-04-23T12:00:00Z', says: 'It is on now: day 2 of 3.' },
    // 24 April has already ended at the venue, five hours east of Greenwich, and not yet in Greenwich.
    { at: '2026-04-24T20:00:00Z', says: 'Ended yesterday.' },
  ])('speaks of the summit at $at as what $says', ({ at, says }) => {
    expect(plainText(ask('When is the summit?', 'en', undefined, new Date(at)))).toContain(says)
  })

  test('is in the language chosen, whatever language was typed', () => {
    expect(plainText(ask('When is the summit?', 'kk'))).toContain('сәуір')
    expect(ask('Когда саммит?').language).toBe('ru')
  })

  test.for([
    { text: 'Is UNICEF a partner?', says: 'Yes.' },
    { text: 'Is IOM a partner?', says: 'No.' },
    { text: 'Was the third consultation in Ashgabat?', says: 'Yes.' },
    { text: 'Was the third consultation in Bonn?', says: 'No.' },
    { text: 'Was there a consultation in Kyrgyzstan?', says: 'No.' },
    { text: 'Was the sixth consultation in Aktau?', says: 'No.' },
    { text: 'Were there 3 consultations in Kazakhstan?', says: 'No.' },
    { text: 'Is the summit from 20 to 30 April 2026?', says: 'No.' },
    { text: 'Is the IAEA a partner?', says: 'No.' },
    { text: 'Is Google a partner?', says: 'No.' },
  ])('to $text begins with $says', ({ text, says }) =>
    expect(ask(text, 'en').lines[0]?.text).toMatch(new RegExp(`^${says}`)),
  )

  test.for([
    'Is the Joint Declaration already adopted by the Heads of State?',
    'Is UNICEF not a partner?',
    'What happened before May 2025?',
  ])('to %s says neither yes nor no', (text) => expect(ask(text, 'en').lines[0]?.text).not.toMatch(/^(Yes|No)[.,]/))

  test.for([
    { text: 'Which consultations were held in Kazakhstan?', entries: ['consultation-1', 'aktau-meeting'] },
    { text: 'What happened in May 2025?', entries: ['consultation-3', 'consultation-4'] },
    { text: 'What happened on 15 November 2025?', entries: ['cop30-migration'] },
  ])('to $text lists what fits', ({ text, entries }) => expect(ask(text, 'en').entries).toEqual(entries))

  test('counts', () => expect(ask('How many themes are there?', 'en').lines[0]?.text).toMatch(/: 8$/))
})

describe('a dialogue', () => {
  test('understands what "and where?" refers to', () => {
    ask('When was the third consultation?', 'en', 'a')
    expect(ask('and where?', 'en', 'a').entries).toEqual(['consultation-3'])
  })

  test('passes from the third to the second', () => {
    ask('Үшінші консультация қашан өтті?', 'kk', 'b')
    expect(ask('ал екіншісі ше?', 'kk', 'b').entries).toEqual(['consultation-2'])
  })

  test.for([
    ['en', 'tell me about the first consultation', 'what about 3?', 'consultation-3'],
    ['en', 'second theme', 'and what about 5?', 'theme-5'],
    ['ru', 'вторая тема', 'а в 5?', 'theme-5'],
  ] as const)(
    'takes a bare number for one of the same, and not for an hour (%s: %s, %s)',
    ([language, first, ...rest]) => {
      const [second, entry] = rest
      ask(first, language, `n ${second}`)
      expect(ask(second, language, `n ${second}`).entries).toEqual([entry])
    },
  )

  test.for([
    ['kk', 'ЮНИСЕФ серіктес пе?', 'тақырыптар'],
    ['ru', 'кто партнёры', 'темы'],
    ['en', 'partners', 'topics'],
  ] as const)(
    'takes a bare word that a list has nothing of for a question of its own (%s)',
    ([language, first, second]) => {
      ask(first, language, `g ${language}`)
      expect(ask(second, language, `g ${language}`).entries).toEqual(['themes'])
    },
  )

  test('reads mark-up as nothing, not as words on another keyboard', () =>
    expect(ask('<b>', 'en').status).not.toBe('answered'))

  test('forgets after ten minutes', () => {
    ask('When was the third consultation?', 'en', 'c')
    const later = new Date(now.getTime() + 10 * 60_000 + 1)
    expect(ask('and where?', 'en', 'c', later).entries).toEqual(['summit'])
  })

  test('keeps sessions apart', () => {
    ask('When was the third consultation?', 'en', 'd')
    expect(ask('and where?', 'en', 'e').entries).toEqual(['summit'])
  })

  test('is forgotten on demand', () => {
    ask('When was the third consultation?', 'en', 'f')
    assistant.forget('f')
    expect(ask('and where?', 'en', 'f').entries).toEqual(['summit'])
  })
})

describe('a question typed otherwise', () => {
  test.for([
    ['rjulf cfvvbn', 'summit'],
    ['цруку шы еру ыгььше', 'summit'],
    ['sammit qashan ötedi', 'summit'],
    ['kogda sammit', 'summit'],
    ['ушинши консультация кайда отти', 'consultation-3'],
    ['екинши консультация', 'consultation-2'],
    ['thrid consultaton', 'consultation-3'],
  ] as const)('%s is about %s', ([text, entry]) => expect(ask(text).entries).toEqual([entry]))
})

describe('bad input', () => {
  test.for([
    { what: 'nothing', text: '' },
    { what: 'spaces', text: ' \t\n\u00a0\u2003' },
    { what: 'control characters', text: '\u0000\u0001\u0007\u001b[31m' },
    { what: 'lone surrogates', text: '\ud800\udc00\ud800' },
    { what: 'a flood of signs', text: '§'.repeat(400) },
    { what: 'right-to-left marks', text: '\u202e\u2066\u200f' },
    { what: '__proto__', text: '__proto__ constructor toString hasOwnProperty' },
    { what: 'HTML', text: '<script>alert(1)</script><b>x</b>' },
    { what: 'Markdown', text: '**[x](javascript:alert(1))** `y` ||z||' },
    { what: 'mentions', text: '@everyone <@123> <@&456> @here' },
    { what: 'SQL', text: "'; DROP TABLE people; --" },
    { what: 'placeholders', text: '{{name}} $t(verdict.yes) {{count}}' },
    { what: 'one letter', text: 'q' },
    { what: 'long words', text: `${'ы'.repeat(900)} ${'z'.repeat(90)}` },
    { what: 'many numbers', text: '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20' },
  ])('such as $what gets an unsure reply that does not repeat it', ({ text }) => {
    const reply = ask(text, 'en')
    expect(reply.status).toMatch(/^(unknown|clarify)$/)
    expect(plainText(reply)).not.toMatch(/[<>*|`]|javascript|@everyone|DROP|\{\{/)
  })

  test('of a megabyte is refused before it costs anything', () => {
    const text = 'саммит қашан '.repeat(80_000)
    const start = performance.now()
    const reply = ask(text, 'en')
    // To read it would take many seconds; to refuse it takes less than one, however slow the machine.
    expect(performance.now() - start).toBeLessThan(1000)
    expect(plainText(reply)).toContain('too long')
  })
})

describe('a plain pack', () => {
  test('is searched on its text alone', () => {
    const directory = aDirectory({
      'passages.jsonl': [
        { id: 'lunch', title: 'Lunch', text: 'Lunch is served from noon in the northern hall.' },
        { id: 'parking', title: 'Parking', text: 'Cars are left behind the stadium; a bus goes every ten minutes.' },
        { id: 'badges', title: 'Badges', text: 'Badges are handed out at the entrance from eight o’clock.' },
      ]
        .map((entry) => JSON.stringify(entry))
        .join('\n'),
    })
    const { reply } = createAssistant(loadPack(directory)).ask({ text: 'where can I leave my car?', now })
    expect(reply.ranked[0]).toBe('parking')
  })
})
