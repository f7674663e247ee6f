import { setImmediate } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { countUnderWay } from '../../../src/bots/discord/under-way.ts'

describe('an answer', () => {
  test('is begun once for an id, and the one who asked hears of its failure', async () => {
    const underWay = countUnderWay()
    const begun: string[] = []
    const answer = async (): Promise<void> => {
      begun.push('a')
      throw new Error('failed')
    }
    await expect(underWay.once('1', answer)).rejects.toThrow('failed')
    await underWay.once('1', answer)
    expect(begun).toEqual(['a'])
  })

  test('is not begun after a stop', async () => {
    const underWay = countUnderWay()
    await underWay.stop(60_000)
    await underWay.once('1', () => Promise.reject(new Error('begun')))
  })
})

describe('a stop', () => {
  test('waits for what was begun, also if it fails', async () => {
    const underWay = countUnderWay()
    const order: string[] = []
    const answered = underWay.once('1', async () => {
      await setImmediate()
      order.push('answered')
      throw new Error('failed')
    })
    await Promise.all([
      expect(answered).rejects.toThrow('failed'),
      underWay.stop(60_000).then(() => order.push('stop')),
    ])
    expect(order).toEqual(['answered', 'stop'])
  })

  test('does not wait longer than it is given', async () => {
    const underWay = countUnderWay()
    void underWay.once('1', () => new Promise(() => {}))
    await expect(underWay.stop(1)).resolves.toBeUndefined()
  })
})
