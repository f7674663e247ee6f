import { answerEntry } from '../../src/core/answering/answer.ts'
import { plainText } from '../../src/core/answering/reply.ts'
import { openKnowledgeBase } from '../../src/core/knowledge-base/knowledge-base.ts'
import { languages, type Language } from '../../src/knowledge/language.ts'
import type { Entry, Pack } from '../../src/knowledge/pack.ts'
import { filesIn, holds, readCases } from '../../tests/evaluation/cases.ts'
import { candidatesFor } from './candidates.ts'
import type { Sample } from './samples.ts'

/** Any day after the event will do. */
const now = new Date('2026-11-24T09:00:00+05:00')

/** What says that a yes or a no is right, and nothing of which entry is. */
const verdict = /^(Yes|No|Да|Нет|Иә|Жоқ)$/

/**
 * What speaks for the entries of a pack in each question of `tests/evaluation/hands` that stands alone. Right is every
 * entry whose whole answer holds what is expected.
 */
export function* samplesOfHands(pack: Pack): Generator<Sample> {
  const knowledge = openKnowledgeBase(pack)
  const told = new Map(
    languages.map((language) => [
      language,
      new Map(
        knowledge.pack.entries.map((entry) => [entry, plainText(answerEntry(entry, { language, now }, knowledge))]),
      ),
    ]),
  )
  for (const { turns, social, expect, language, writer } of readCases(filesIn('hands'))) {
    const [typed, ...others] = turns
    if (others.length > 0 || social) continue
    const expected = expect.filter((one) => !verdict.test(one))
    const isRight = (entry: Entry): boolean =>
      expect.length === 0 ? entry.type === 'gap' : entry.type !== 'gap' && holds(textOf(entry, language), expected)
    if (expect.length > 0 && !knowledge.pack.entries.some(isRight)) continue
    const candidates = candidatesFor(typed!, knowledge, isRight)
    if (candidates) yield { writer, pack: 'hands', kind: expect.length > 0 ? 'answerable' : 'contrast', candidates }
  }

  function textOf(entry: Entry, language: Language): string {
    return told.get(language)!.get(entry)!
  }
}
