import type { Assistant } from '../../src/core/answering/assistant.ts'
import type { Case } from './cases.ts'
import { judgeAll, type Result } from './judge.ts'
import type { Kept } from './mutated.ts'

/** What people tell before they ask, and what has nothing to do with any question. */
const introductions: Readonly<Record<Case['language'], readonly string[]>> = {
  en: [
    'Hi! I am a journalist from Almaty and my editor is already asking.',
    'I live near the Aral Sea and my children study ecology at school.',
    'We are flying from Bonn to Astana next week with colleagues.',
    'My friend heard about the summit on the radio yesterday.',
  ],
  ru: [
    'Здравствуйте! Я журналист из Алматы, и редактор уже спрашивает.',
    'Я живу недалеко от Арала, и мои дети изучают в школе экологию.',
    'Мы с коллегами на следующей неделе летим из Бонна в Астану.',
    'Мой друг вчера услышал о саммите по радио.',
  ],
  kk: [
    'Сәлеметсіз бе! Мен Алматыдан келген журналистпін, редакторым сұрап жатыр.',
    'Мен Арал маңында тұрамын, балаларым мектепте экология оқиды.',
    'Біз әріптестермен келесі аптада Бонннан Астанаға ұшамыз.',
    'Досым кеше радиодан саммит туралы естіпті.',
  ],
}

/**
 * Asks again, behind each introduction, what was answered right or rightly refused. Dialogues are left out, and what is
 * typed in other letters: nobody changes the layout between two sentences.
 */
export function keptWhenIntroduced(results: readonly Result[], assistant: Assistant, now: Date): Kept[] {
  const settled = results.filter(
    ({ asked, outcome }) =>
      (outcome === 'correct' || outcome === 'refused') &&
      !asked.social &&
      asked.turns.length === 1 &&
      !inOtherLetters.has(asked.kind),
  )
  return [0, 1, 2, 3].map((at) => {
    const cases = settled.map(({ asked }): Case => {
      const introduction = introductions[asked.language][at]!
      return { ...asked, id: `${asked.id} introduced ${at}`, turns: [`${introduction} ${asked.turns[0]!}`] }
    })
    const lost = judgeAll(cases, assistant, now).filter(({ outcome }) => !['correct', 'refused'].includes(outcome))
    return { how: introductions.en[at]!.slice(0, 30), asked: cases.length, lost }
  })
}

const inOtherLetters = new Set(['layout', 'latin'])
