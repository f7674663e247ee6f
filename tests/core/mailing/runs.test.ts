import { expect, test } from 'vitest'
import { countRuns } from '../../../src/core/mailing/runs.ts'

const now = new Date('2026-04-22T09:00:00Z')

/** Whether sending must rest after so many failures of a mailing. */
function rests({ failed }: ReturnType<typeof countRuns>, mailing: string, times: number): boolean {
  return Array.from({ length: times }, () => failed(mailing, 'telegram', now, now)).some(Boolean)
}

test('failures are counted for each mailing, until one of its messages is sent or it has ended', () => {
  const runs = countRuns()
  expect(rests(runs, '1', 9)).toBe(false)
  expect(rests(runs, '2', 9)).toBe(false)
  runs.succeeded('1', 'discord')
  expect(rests(runs, '1', 1)).toBe(true)
  runs.succeeded('2', 'telegram')
  expect(rests(runs, '2', 9)).toBe(false)
  runs.ended('2')
  expect(rests(runs, '2', 9)).toBe(false)
})

test('what ended without our hearing of it makes room for what fails later', () => {
  const runs = countRuns(2)
  for (const mailing of ['1', '2', '3']) expect(rests(runs, mailing, 9)).toBe(false)
  expect(rests(runs, '3', 1)).toBe(true)
  expect(rests(runs, '1', 9)).toBe(false)
})
