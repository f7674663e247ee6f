import { pino } from 'pino'
import { expect, test } from 'vitest'
import { insistUntil } from '../../../src/core/mailing/insist.ts'

/** A log, and the pauses that its lines tell of. */
function aLog() {
  const pauses: number[] = []
  const write = (line: string): void => void pauses.push((JSON.parse(line) as { pauseMs: number }).pauseMs)
  return { pauses, log: pino({}, { write }) }
}

test('a write is tried until it succeeds, after pauses that grow', async () => {
  const { pauses, log } = aLog()
  const insist = insistUntil(new AbortController().signal, log)
  let failures = 2
  await insist(() => (failures-- > 0 ? Promise.reject(new Error('away')) : Promise.resolve()))
  expect(pauses).toHaveLength(2)
  for (const [nth, ms] of pauses.entries()) {
    expect(ms).toBeGreaterThanOrEqual(50 * 2 ** nth)
    expect(ms).toBeLessThanOrEqual(100 * 2 ** nth)
  }
})

test('a store that is away is waited for no more once we are being stopped', async () => {
  const { pauses, log } = aLog()
  const insist = insistUntil(AbortSignal.abort(), log)
  await expect(insist(() => Promise.reject(new Error('away')))).rejects.toThrow('away')
  expect(pauses).toEqual([])
})
