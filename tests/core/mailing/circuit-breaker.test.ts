import { describe, expect, test } from 'vitest'
import { afterFailure, unbroken, type Run } from '../../../src/core/mailing/circuit-breaker.ts'

const start = new Date('2026-04-22T09:00:00Z')

function at(seconds: number): Date {
  return new Date(start.getTime() + seconds * 1000)
}

/**
 * So many failures, the first at a moment and one a second; when each rest ends, in seconds after the moment it
 * began.
 */
function failing(run: Run, times: number, from: number): { run: Run; rests: number[] } {
  const rests: number[] = []
  for (let nth = 0; nth < times; nth++) {
    const now = at(from + nth)
    const after = afterFailure(run, now, now)
    run = after.run
    if (after.restUntil) rests.push((after.restUntil.getTime() - now.getTime()) / 1000)
  }
  return { run, rests }
}

describe('the circuit breaker', () => {
  test('does not trip before ten failures', () => expect(failing(unbroken, 9, 0).rests).toEqual([]))

  test('trips at the tenth, for half a minute', () => expect(failing(unbroken, 10, 0).rests).toEqual([30]))

  test('trips again after ten more, each time for longer, and never for more than five minutes', () =>
    expect(failing(unbroken, 70, 0).rests).toEqual([30, 60, 120, 240, 300, 300, 300]))

  test('begins anew after a success, which forgets the run', () => {
    const { run } = failing(unbroken, 9, 0)
    expect(run.failures).toBe(9)
    expect(failing(unbroken, 9, 20).rests).toEqual([])
  })

  test('does not count attempts that were under way when it tripped', () => {
    const tripped = failing(unbroken, 10, 0).run
    let run = tripped
    for (let nth = 0; nth < 50; nth++) run = afterFailure(run, at(9), at(20)).run
    expect(run).toEqual(tripped)
    expect(afterFailure(run, at(10), at(20)).run.failures).toBe(1)
  })

  test('changes no run that it was given', () => {
    const run = Object.freeze({ ...unbroken })
    expect(afterFailure(run, at(1), at(1)).run).not.toBe(run)
    expect(run).toEqual(unbroken)
  })
})
