import { describe, expect, test } from 'vitest'
import { createAssistant } from '../../../src/core/answering/assistant.ts'
import { plainText } from '../../../src/core/answering/reply.ts'
import { loadPack } from '../../../src/knowledge/load.ts'
import { languages } from '../../../src/knowledge/language.ts'
import { helpPage } from '../../../src/core/desk/about.ts'
import { welcomePage } from '../../../src/core/desk/welcome.ts'
import { openConference } from '../../support/conference.ts'
import { aDirectory } from '../../support/packs.ts'

const now = new Date('2026-06-11T11:40:00+05:00')
const files = { 'entries.yaml': '- { id: lunch, title: Lunch, text: Lunch is at noon. }\n' }

describe('a pack of another event', () => {
  test.for([
    { language: 'en', says: 'The programme of Steppe Software Days 2026 does not say.' },
    { language: 'ru', says: 'В программе «Дни степного софта 2026» об этом не сказано.' },
    { language: 'kk', says: '«Steppe Software Days 2026» бағдарламасында бұл туралы айтылмаған.' },
  ] as const)('is called by its own name: $says', ({ language, says }) => {
    const { reply } = openConference().ask({ text: 'zxqv wvut?', language, now })
    expect(plainText(reply).split('\n')[0]).toBe(says)
  })

  test.for(languages)('is never called a bulletin or a summit, in %s', (language) => {
    const assistant = openConference()
    const { pack } = assistant
    const asked = ['hello', 'help', 'who are you?', '', 'COP31', 'what is on in 2019?', 'is Google a partner?']
    const said = asked.map((text) => plainText(assistant.ask({ text, language, now }).reply))
    const pages = [
      welcomePage(pack, language, { languagesOf: 'person', now: new Date() }),
      helpPage(pack, language),
    ].map((page) => JSON.stringify(page))
    for (const text of [...said, ...pages]) expect(text).not.toMatch(/bulletin|summit|бюллетен|саммит/i)
  })

  test('of one language greets in it where nobody chose another', () => {
    const assistant = createAssistant(loadPack(aDirectory(files)))
    expect(plainText(assistant.ask({ text: '!', now }).reply)).toMatch(/^Please ask in words/)
  })

  test('says of itself what it is called', () => {
    const called = { ...files, 'pack.yaml': 'language: en\ncalled: { en: the booklet }\n' }
    const { reply } = createAssistant(loadPack(aDirectory(called))).ask({ text: 'zxqv wvut', now })
    expect(plainText(reply)).toMatch(/^The booklet does not say\./)
  })
})
