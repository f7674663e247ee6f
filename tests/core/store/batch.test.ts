import { describe, expect, test } from 'vitest'
import { batched } from '../../../src/core/store/batch.ts'

describe('look-ups that come together', () => {
  test('share a query, and those that come meanwhile the next one', async () => {
    const queries: (readonly string[])[] = []
    const answer = Promise.withResolvers<void>()
    const find = batched(async (keys) => {
      queries.push(keys)
      await answer.promise
      return new Map(keys.map((key) => [key, key.toUpperCase()]))
    })
    const found = Promise.all(['a', 'b', 'c', 'b'].map(find))
    answer.resolve()
    expect(await found).toEqual(['A', 'B', 'C', 'B'])
    expect(queries).toEqual([['a'], ['b', 'c']])
  })

  test('find nothing for what is not there, and fail together with their query alone', async () => {
    let fails = true
    const find = batched<string>(async (keys) => {
      if (fails) throw new Error('away')
      return new Map(keys.filter((key) => key !== 'x').map((key) => [key, key]))
    })
    await expect(find('a')).rejects.toThrow('away')
    fails = false
    expect(await Promise.all([find('a'), find('x')])).toEqual(['a', undefined])
  })
})
