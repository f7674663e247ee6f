import { expect, test } from 'vitest'
import { knownTopics } from '../../../src/core/knowledge-base/known-topics.ts'
import { openKnowledgeBase } from '../../../src/core/knowledge-base/knowledge-base.ts'
import { alignerFor, type Aligner } from '../../../src/core/search/alignment.ts'
import { rank } from '../../../src/core/search/ranking.ts'
import { readQuestion, type Question } from '../../../src/core/understanding/question.ts'
import { aPack, anEntry } from '../../support/entries.ts'

const entries = [
  anEntry({
    id: 'lunch',
    title: { ru: 'Обед' },
    text: { ru: 'Столовая на первом этаже, с 13:00 до 14:00.' },
    says: [],
  }),
  anEntry({
    id: 'wounds',
    title: { ru: 'Пролежни и раны: чем перевязывать' },
    text: { ru: 'Показывает медсестра.' },
    says: [],
  }),
  anEntry({
    id: 'cars',
    title: { ru: 'Стоянка' },
    text: { ru: 'За дворцом. Машину можно оставить на ночь.' },
    says: [],
  }),
]
const { reader, index, pack } = openKnowledgeBase(aPack(entries, { topics: true }))
const [lunch, wounds, cars] = [0, 1, 2] as const

function read(text: string): Question {
  return readQuestion(text, reader, '2026-04-20')
}

function aligner(text: string): Aligner {
  return alignerFor(read(text), knownTopics(), index.sentencesOf)
}

test('a word stands for one of like meaning, in another language too', () => {
  for (const question of ['where is the parking?', 'көлікті қайда қоямын?', 'где оставить авто?']) {
    const { align } = aligner(question)
    expect(align(cars).sentence, question).toBeGreaterThan(align(lunch).sentence)
    expect(align(cars).sentence, question).toBeGreaterThan(align(wounds).sentence)
  }
})

test('what an entry says nothing of is missing, and tells as much as it is rare', () => {
  const { align } = aligner('где пролежни?')
  expect(align(wounds).missing).toBeLessThan(align(lunch).missing)
})

test('a likeness of what only asks does not lead: the pack’s own word does', () => {
  expect(aligner('где пролежни?').known).toBeLessThan(aligner('где обед?').known)
  const [first] = rank(read('где пролежни?'), index, pack)
  expect(pack.entries[first!.entry]!.id).toBe('wounds')
})

test('whether a number is said is told of the sentence that aligns, and of all', () => {
  const { align } = aligner('во сколько обед в столовой?')
  expect(align(lunch)).toMatchObject({ numberInSentence: true, numberInAll: true })
  expect(align(cars)).toMatchObject({ numberInSentence: false, numberInAll: false })
})
