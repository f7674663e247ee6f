import { describe, expect, test } from 'vitest'
import type { Result } from './judge.ts'
import { binsOf, reliabilityPlot } from './reliability.ts'
import { sharesTable, wilson } from './shares.ts'

function aResult(outcome: Result['outcome'], confidence = 0.9): Result {
  const asked = {
    id: '1',
    language: 'en',
    kind: 'clean',
    writer: 'a',
    turns: ['?'],
    expect: ['x'],
    social: false,
  } as const
  return { asked, outcome, confidence, rule: 'best-entry', text: '' }
}

describe('shares', () => {
  test('come with the interval in which the true share is likely to lie', () => {
    const table = sharesTable('writer', [
      ['one', [aResult('correct'), aResult('correct'), aResult('wrong'), aResult('refused')]],
    ])
    expect(table.split('\n')[1]).toMatch(/^one +4 +50\.0 % +– +– +25\.0 % +25\.0 % +– +30–95 %$/)
  })

  test('of Wilson are those of the textbook', () => {
    // 8 of 10: R. Newcombe, "Two-sided confidence intervals for the single proportion", 1998, method 3.
    expect(wilson(8, 10).map((bound) => bound.toFixed(3))).toEqual(['0.490', '0.943'])
  })
})

describe('reliability', () => {
  const results = [aResult('correct', 0.95), aResult('wrong', 0.92), aResult('correct', 1), aResult('unknown', 0.2)]

  test('counts what was told, by tenths of confidence', () => {
    expect(binsOf(results)).toEqual([{ mean: expect.closeTo(0.957, 3) as number, asked: 3, right: 2 }])
  })

  test('is drawn with a dot for each tenth', () => {
    expect(reliabilityPlot(binsOf(results), 'title').match(/<circle/g)).toHaveLength(1)
  })
})
