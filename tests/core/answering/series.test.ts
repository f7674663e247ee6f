import { describe, expect, test } from 'vitest'
import { openBulletin } from '../../support/bulletin.ts'
import { createAssistant, type Assistant } from '../../../src/core/answering/assistant.ts'
import type { Reply } from '../../../src/core/answering/reply.ts'
import type { Language } from '../../../src/knowledge/language.ts'
import { loadPack } from '../../../src/knowledge/load.ts'
import { aDirectory } from '../../support/packs.ts'

const now = new Date('2026-04-20T09:00:00+05:00')

const expoFiles = {
  'expo.yaml': `
- {id: expo, type: event, title: Expo 2024, dates: "2024-07-08/2024-07-10"}
- {id: hall, title: Hall 3, text: Hall 3 holds the exhibition of students.}
- {id: report, title: Report 12/7, text: Report 12/7 is about rivers.}
- {id: congress, type: event, title: Sixth Congress of Gardeners, dates: "2024-07-09"}
`,
  'pack.yaml': 'language: en\nsubject: expo\n',
}

const bulletinAssistant = openBulletin()
let expoAssistant: Assistant | undefined
const assistants = {
  expo: () => (expoAssistant ??= createAssistant(loadPack(aDirectory(expoFiles)))),
  bulletin: () => bulletinAssistant,
}

function ask(text: string, language: Language, of: keyof typeof assistants = 'bulletin'): Reply {
  return assistants[of]().ask({ text, language, now }).reply
}

describe('another number of a known series', () => {
  test.for([
    ['en', 'COP31', 'The bulletin speaks of COP30 and COP17, not of COP31.'],
    ['en', 'where is COP 31 held?', 'The bulletin speaks of COP30 and COP17, not of COP31.'],
    ['ru', 'когда COP29', 'В бюллетене есть COP30 и COP17; про «COP29» там ничего нет.'],
    ['kk', 'COP31 қайда өтеді', 'Бюллетеньде COP30 және COP17 бар, ал «COP31» туралы мәлімет жоқ.'],
    ['en', 'when was UNEA 6', 'The bulletin speaks of UNEA-7 and UNEA-8, not of UNEA-6.'],
    ['en', 'SB61', 'The bulletin speaks of SB62, not of SB61.'],
    ['en', 'resolution 78/148', 'The bulletin speaks of resolution 78/147, not of resolution 78/148.'],
    ['ru', 'РЭС 2025', 'В бюллетене есть РЭС 2026; про «РЭС 2025» там ничего нет.'],
  ] as const)('is denied in %s by name: %s', ([language, text, says]) => {
    const { status, lines } = ask(text, language)
    expect({ status, says: lines[0]!.text }).toEqual({ status: 'unknown', says })
  })

  test.for([
    ['ru', 'Седьмая консультативная встреча'],
    ['en', 'Seventh Consultative Meeting'],
    ['kk', 'Жетінші консультативтік кездесу'],
    ['ru', 'шестая сессия UNEA'],
    ['en', 'sixth session of UNEA'],
    ['kk', 'ЮНЕА алтыншы сессиясы'],
    ['ru', 'Региональный экологический саммит 2025 когда?'],
    ['en', 'when is the summit 2027'],
    ['kk', '2025 жылғы саммит қашан'],
    ['kk', '78/148 қарар'],
    ['ru', 'КС-29 где была'],
    ['en', 'Twelfth Summit of the Organization of Turkic States'],
    ['en', 'theme nine'],
    ['ru', 'тема 12'],
    ['kk', 'тоғызыншы тақырып'],
    ['en', 'consultation 7'],
  ] as const)('is answered in %s by no neighbour: %s', ([language, text]) => {
    const { status, rule } = ask(text, language)
    expect({ status, rule }).toEqual({
      status: 'unknown',
      rule: expect.stringMatching(/^(other|beyond)-number/) as string,
    })
  })

  test('has the known ones as suggestions', () => {
    expect(ask('COP31', 'en').suggestions.map(({ id }) => id)).toEqual(expect.arrayContaining(['cop30', 'cop17']))
  })

  test.for([
    'Expo 2025',
    'when is Expo 2025',
    'Hall 4',
    'where is hall 12',
    'report 12/8',
    'Seventh Congress of Gardeners',
  ])('of any pack is denied too: %s', (text) => expect(ask(text, 'en', 'expo').rule).toBe('other-number'))
})

describe('a number that the pack speaks of', () => {
  test.for([
    ['en', 'COP30', 'cop30'],
    ['ru', 'шестая консультативная встреча', 'joint-statement-2024'],
    ['en', 'when was the 6th Consultative Meeting?', 'joint-statement-2024'],
    ['kk', 'үшінші консультация', 'consultation-3'],
    ['en', 'theme six', 'theme-6'],
    ['ru', 'тема 5', 'theme-5'],
    ['ru', 'РЭС 2026', 'summit'],
  ] as const)('is answered in %s: %s', ([language, text, entry]) =>
    expect(ask(text, language).entries).toEqual([entry]),
  )

  test.for([
    ['en', 'when will UNEA-8 be held and in which city'],
    ['ru', 'когда ЮНЕА-8'],
    ['kk', 'ЮНЕА-8 қай қалада өтеді?'],
  ] as const)('and of which nothing else is known is not told as its neighbour in %s: %s', ([language, text]) => {
    const { status, suggestions } = ask(text, language)
    expect({ status, first: suggestions[0]?.id }).toEqual({ status: 'unknown', first: 'unea-8-resolution' })
  })

  test.for([
    ['en', 'Is UNEP one of the partners?'],
    ['en', 'I missed the very first meeting in Almaty'],
    ['kk', 'саммитке 5000 делегат күтілді ме'],
    ['en', 'what happened in 2025'],
  ] as const)('or that counts is no number of a series in %s: %s', ([language, text]) =>
    expect(ask(text, language).rule).not.toBe('other-number'),
  )
})
