import { expect, test } from 'vitest'
import { bulletinKnowledge } from '../support/bulletin.ts'
import { readQuestion } from '../../src/core/understanding/question.ts'
import { readCases } from './cases.ts'
import { mutations } from './mutate.ts'

const { reader } = bulletinKnowledge

/**
 * Every third question, which is some 70 of each language. One that is typed on the wrong layout is disturbed enough.
 */
const questions = readCases()
  .filter(({ kind }) => kind !== 'layout')
  .filter((_, at) => at % 3 === 0)
  .map(({ turns }) => turns.at(-1)!)

/** How each is read as it stands. */
const readings = new Map(questions.map((text) => [text, reading(text)]))

test.for(mutations)('$how: the reading stays as it was', ({ of }) => {
  const changed = questions.filter((text) => reading(of(text)) !== readings.get(text))
  expect(changed).toEqual([])
})

/** All of a question that answering asks of it, but for how its words were written. */
function reading(text: string): string {
  const { words, asked, names, numerals, dates } = readQuestion(text, reader, '2026-04-20')
  const terms = words.map(({ terms, role }) => [role, terms.map(({ term }) => term)])
  return JSON.stringify([[...asked], names, numerals, dates, terms])
}
