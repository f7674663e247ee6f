import { describe, expect, test } from 'vitest'
import { openBulletin } from '../support/bulletin.ts'
import { readCases } from './cases.ts'
import { judgeAll, type Result } from './judge.ts'

const results = judgeAll(readCases(), openBulletin(), new Date('2026-11-24T09:00:00+05:00'))
const disturbed = new Set(['typo', 'russian-letters', 'latin', 'layout', 'mixed'])

/** What must not be lost again; `npm run evaluate` tells more. */
describe('of the evaluation', () => {
  test.for(['kk', 'ru', 'en'])('at least 96 %% of the clean questions in %s are answered right', (language) => {
    expect(
      share('correct', ({ asked }) => asked.kind === 'clean' && asked.language === language),
    ).toBeGreaterThanOrEqual(0.96)
  })

  test('at least 92 % of the disturbed questions are answered right', () => {
    expect(share('correct', ({ asked }) => disturbed.has(asked.kind))).toBeGreaterThanOrEqual(0.92)
  })

  test('at least 95 % of the follow-ups are answered right', () => {
    expect(share('correct', ({ asked }) => asked.kind === 'follow-up')).toBeGreaterThanOrEqual(0.95)
  })

  test('at most 2 % of the answerable questions are answered wrong', () => {
    expect(share('wrong', ({ asked }) => asked.expect.length > 0)).toBeLessThanOrEqual(0.02)
  })

  test('at most 6 % of the near unanswerable questions are answered', () => {
    expect(share('false', ({ asked }) => asked.kind === 'near')).toBeLessThanOrEqual(0.06)
  })
})

function share(outcome: Result['outcome'], among: (result: Result) => boolean): number {
  const group = results.filter(among)
  return group.filter((result) => result.outcome === outcome).length / group.length
}
