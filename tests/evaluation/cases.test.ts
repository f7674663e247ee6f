import { expect, test } from 'vitest'
import { tokenise } from '../../src/core/text/tokenise.ts'
import { loadPack } from '../../src/knowledge/load.ts'
import type { Entry } from '../../src/knowledge/pack.ts'
import { bulletin } from '../support/packs.ts'
import { holds, readCases } from './cases.ts'

test('no question of the evaluation is in the pack', () => {
  const { entries } = loadPack(bulletin)
  const taught = new Set(entries.flatMap(taughtBy).map(plain))
  const shared = readCases().filter(({ turns }) => turns.length === 1 && taught.has(plain(turns[0]!)))
  expect(shared.map(({ id }) => id)).toEqual([])
})

test('the evaluation has an id for every question', () => {
  const ids = readCases().map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('conditions are met by substrings, whatever the case and ё', () => {
  expect(holds('В рамках: Ещё одна встреча', ['еще|снова', 'ВСТРЕЧ'])).toBe(true)
  expect(holds('В рамках', ['встреч'])).toBe(false)
})

function taughtBy({ questions, contrast }: Entry): string[] {
  return [questions, contrast].flatMap(({ kk, ru, en }) => [...kk, ...ru, ...en])
}

function plain(question: string): string {
  return tokenise(question).join(' ')
}
