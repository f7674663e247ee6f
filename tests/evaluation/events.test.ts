import { describe, expect, test } from 'vitest'
import { judgeEvent, type Judged } from './events.ts'

/** Two of the events: one that is nothing but texts, one with a programme. `npm run evaluate:events` asks of all. */
const judged = ['openday', 'medics'].flatMap(judgeEvent)

function share(kinds: readonly Judged['kind'][], outcome: Judged['outcome']): number {
  const asked = judged.filter(({ kind }) => kinds.includes(kind))
  return asked.filter((one) => one.outcome === outcome).length / asked.length
}

describe('an event that nobody has taught', () => {
  test('answers most questions, in its language and in others', () => {
    expect(share(['own'], 'right')).toBeGreaterThan(0.65)
    expect(share(['other'], 'right')).toBeGreaterThan(0.6)
  })

  test('declines what has nothing to do with it', () => expect(share(['far'], 'false')).toBe(0))

  test('answers little of what it only seems to say', () => expect(share(['near'], 'false')).toBeLessThan(0.5))
})
