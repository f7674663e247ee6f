import { describe, expect, test } from 'vitest'
import { openKnowledgeBase } from '../../../src/core/knowledge-base/knowledge-base.ts'
import { checksOf } from '../../../src/core/search/agreement.ts'
import { readQuestion } from '../../../src/core/understanding/question.ts'
import { aFair } from '../../support/fair.ts'

const { reader, entries, pack } = openKnowledgeBase(aFair())

/** What the typed data of an entry say of the days that a question names. */
function daysOf(text: string, id: string): readonly boolean[] {
  const checks = checksOf(readQuestion(text, reader, '2026-04-20'), entries.get(id)!, pack)
  return checks.flatMap(({ property, holds }) => (property === 'date' ? [holds] : []))
}

describe('a day of the month by its number', () => {
  test.for([
    ['Is the fair on the 23rd, too?', 'fair', [true]],
    ['is it on the 25th, too, right?', 'fair', [false]],
    ['Ярмарка идёт и 23-го?', 'fair', [true]],
    ['Ярмарка идёт и 25-го, верно?', 'fair', [false]],
    ['Жәрмеңке 23-інде де жүре ме?', 'fair', [true]],
    ['Жәрмеңке 25-інде де жүре ме?', 'fair', [false]],
  ] as const)('of "%s" is checked for %s', ([text, id, holds]) => expect(daysOf(text, id)).toEqual(holds))

  test.for([
    ['is no day where nobody asks whether', 'what is there on the 25th', 'fair'],
    ['counts what has a number of its own', 'Is it the 13th one?', 'talk-2'],
    ['counts what is named behind it', 'Is it the 25th talk?', 'fair'],
    ['is none beyond 31', 'Is it the 32nd one?', 'fair'],
    ['is none in words', 'Is it the twenty-fifth one?', 'fair'],
  ] as const)('%s: %s', ([, text, id]) => expect(daysOf(text, id)).toEqual([]))
})
