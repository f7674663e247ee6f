import { describe, expect, test } from 'vitest'
import { openBulletin } from '../../support/bulletin.ts'
import { createAssistant, type Assistant } from '../../../src/core/answering/assistant.ts'
import type { Reply } from '../../../src/core/answering/reply.ts'
import type { Language } from '../../../src/knowledge/language.ts'
import { loadPack } from '../../../src/knowledge/load.ts'
import { aDirectory } from '../../support/packs.ts'

const now = new Date('2026-04-20T09:00:00+05:00')

const councilFiles = {
  'council.yaml': `
- id: session
  type: event
  title: {kk: "Кеңес отырысы", ru: "Заседание совета", en: "Council session"}
  dates: "2026-03-01"
  says:
    - about: who
      kk: "Отырысқа мүшелер қатысты, төрағалық еткен – Айгүл."
      ru: "В заседании участвовали члены совета, председательствовала Айгуль."
      en: "The members took part; Aigul chaired the session."
`,
  'pack.yaml': 'languages: [kk, ru, en]\nsubject: session\n',
}

const bulletinAssistant = openBulletin()
let councilAssistant: Assistant | undefined
const assistants = {
  council: () => (councilAssistant ??= createAssistant(loadPack(aDirectory(councilFiles)))),
  bulletin: () => bulletinAssistant,
}

function ask(text: string, language: Language, of: keyof typeof assistants = 'bulletin'): Reply {
  return assistants[of]().ask({ text, language, now }).reply
}

describe('who did what', () => {
  test.for([
    ['en', 'who chaired the first consultation', 'who chaired it', 'consultation-1'],
    ['ru', 'кто председательствовал на первой консультации', 'кто председательствовал', 'consultation-1'],
    ['kk', 'бірінші консультацияға кім төрағалық етті', 'кім төрағалық еткені', 'consultation-1'],
    ['en', 'who signed the joint declaration', 'who signed it', 'joint-declaration'],
    ['ru', 'кто подписал совместную декларацию', 'кто подписал', 'joint-declaration'],
    ['kk', 'бірлескен декларацияға кім қол қойды', 'кім қол қойғаны', 'joint-declaration'],
    ['en', 'who spoke at COP30', 'who spoke', 'cop30'],
    ['kk', 'Найробидегі шараны кім өткізді', 'кім ұйымдастырғаны', 'nairobi-event'],
  ] as const)('that the entry lacks is declined by name in %s, with the entry one tap away: %s', (asked) => {
    const [language, text, says, entry] = asked
    const { status, lines, suggestions } = ask(text, language)
    expect({ status, first: suggestions[0]?.id, text: lines[0]!.text }).toEqual({
      status: 'unknown',
      first: entry,
      text: expect.stringContaining(says) as string,
    })
  })

  test.for([
    ['en', 'who proposed the summit', 'initiative'],
    ['ru', 'кто выступил с инициативой саммита', 'initiative'],
    ['kk', 'саммит бастамасын кім көтерді', 'initiative'],
    ['en', 'who took part in the first consultation', 'consultation-1'],
    ['en', 'who organised the event on climate and health', 'cop30-health'],
  ] as const)('that the entry says is told in %s: %s', ([language, text, entry]) =>
    expect(ask(text, language).entries).toEqual([entry]),
  )

  test.for([
    ['en', 'who chaired the session'],
    ['ru', 'кто председательствовал на заседании совета'],
    ['kk', 'кеңес отырысына кім төрағалық етті'],
  ] as const)('is found in any pack that says it, in %s: %s', ([language, text]) =>
    expect(ask(text, language, 'council').status).toBe('answered'),
  )

  test.for([
    ['en', 'who signed at the council session'],
    ['ru', 'кто выступал на заседании совета'],
    ['kk', 'кеңес отырысында кім сөйледі'],
  ] as const)('is missed in any pack that does not, in %s: %s', ([language, text]) =>
    expect(ask(text, language, 'council').status).toBe('unknown'),
  )
})
