import { describe, expect, test } from 'vitest'
import { rememberRecent } from '../../src/core/people/recent.ts'
import { batched } from '../../src/core/store/batch.ts'
import { openStore } from '../../src/core/store/open.ts'

const person = { platform: 'discord', id: '7' } as const

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

describe('a store that remembers', () => {
  test('knows at once what was chosen here, and after a minute what was chosen elsewhere', async () => {
    let time = 0
    await using store = await openStore('sqlite::memory:')
    const people = rememberRecent(store.people, () => time)
    expect((await people.settingsOf(person)).language).toBeUndefined()
    await people.setLanguage(person, 'kk')
    expect((await people.settingsOf(person)).language).toBe('kk')
    await store.people.setLanguage(person, 'ru')
    expect((await people.settingsOf(person)).language).toBe('kk')
    time += 60_001
    expect((await people.settingsOf(person)).language).toBe('ru')
  })

  test('does not remember a failure', async () => {
    let fails = true
    await using store = await openStore('sqlite::memory:')
    const people = rememberRecent({
      ...store.people,
      settingsOf: (of) => (fails ? Promise.reject(new Error('away')) : store.people.settingsOf(of)),
    })
    await expect(people.settingsOf(person)).rejects.toThrow('away')
    fails = false
    expect(await people.settingsOf(person)).toMatchObject({ language: undefined })
  })
})
