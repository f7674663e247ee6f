import { expect, test } from 'vitest'
import { tokenise } from '../../src/core/text/tokenise.ts'
import { loadPack } from '../../src/knowledge/load.ts'
import type { Entry } from '../../src/knowledge/pack.ts'
import { bulletin } from '../support/packs.ts'
import { filesIn, holds, readCases, type Case } from './cases.ts'

const taught = new Set(loadPack(bulletin).entries.flatMap(taughtBy).map(plain))

test('no question of the evaluation is in the pack', () => {
  expect(readCases().filter(isTaught).map(idOf)).toEqual([])
})

test('questions of other hands are in the pack by chance only: one in a hundred at most', () => {
  const cases = readCases(filesIn('hands'))
  expect(cases.filter(isTaught).length).toBeLessThanOrEqual(cases.length / 100)
})

test.for(['.', 'hands'] as const)('every question in %s has an id of its own', (directory) => {
  const ids = readCases(filesIn(directory)).map(idOf)
  expect(new Set(ids).size).toBe(ids.length)
})

test('conditions are met by substrings, whatever the case and ё', () => {
  expect(holds('В рамках: Ещё одна встреча', ['еще|снова', 'ВСТРЕЧ'])).toBe(true)
  expect(holds('В рамках', ['встреч'])).toBe(false)
})

function isTaught({ turns }: Case): boolean {
  return turns.length === 1 && taught.has(plain(turns[0]!))
}

function idOf({ id }: Case): string {
  return id
}

function taughtBy({ questions, contrast }: Entry): string[] {
  return [questions, contrast].flatMap(({ kk, ru, en }) => [...kk, ...ru, ...en])
}

function plain(question: string): string {
  return tokenise(question).join(' ')
}
