import { describe, expect, test } from 'vitest'
import type { Address, PeopleStore, Settings } from '../../../src/core/people/people.ts'
import { rememberRecent } from '../../../src/core/people/recent.ts'
import { openStore } from '../../../src/core/store/open.ts'

const person = { platform: 'discord', id: '7' } as const
const group = { platform: 'telegram', id: '-1' } as const

/** A store in memory, and the same with a count of how often settings were read. */
async function aStore(): Promise<{ store: PeopleStore; counted: PeopleStore; reads: () => number }> {
  const { people } = await openStore('sqlite::memory:')
  let reads = 0
  const settingsOf = (of: Address): Promise<Settings> => {
    reads++
    return people.settingsOf(of)
  }
  return { store: people, counted: { ...people, settingsOf }, reads: () => reads }
}

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

  test('reads once for all who ask at the same time, and within a minute', async () => {
    let time = 5
    const { counted, reads } = await aStore()
    const people = rememberRecent(counted, () => time)
    await Promise.all([people.settingsOf(person), people.settingsOf({ ...person })])
    time += 60_000
    await people.settingsOf(person)
    expect(reads()).toBe(1)
    // What is read does not keep it young.
    time += 1
    await people.settingsOf(person)
    expect(reads()).toBe(2)
  })

  test('reads anew after each change of a person, whether or not it succeeded', async () => {
    const { counted, reads } = await aStore()
    const people = rememberRecent({ ...counted, forget: () => Promise.reject(new Error('away')) })
    await people.settingsOf(person)
    await people.noteOffer(person, new Date(0))
    expect(await people.settingsOf(person)).toMatchObject({ switchOffered: true })
    await expect(people.forget(person)).rejects.toThrow('away')
    await people.settingsOf(person)
    expect(reads()).toBe(3)
  })

  test('does not keep what was read before a change was done', async () => {
    const { store } = await aStore()
    const before = Promise.withResolvers<Settings>()
    let slow = true
    const people = rememberRecent({ ...store, settingsOf: (of) => (slow ? before.promise : store.settingsOf(of)) })
    const early = people.settingsOf(person)
    slow = false
    await people.setLanguage(person, 'kk')
    before.resolve({ language: undefined, appLanguage: undefined, switchOffered: false, plain: false })
    expect((await early).language).toBeUndefined()
    expect((await people.settingsOf(person)).language).toBe('kk')
  })

  test('does not keep what was read while a change was under way', async () => {
    const { store } = await aStore()
    const under = Promise.withResolvers<void>()
    const people = rememberRecent({
      ...store,
      setLanguage: (of, to) => under.promise.then(() => store.setLanguage(of, to)),
    })
    const change = people.setLanguage(person, 'kk')
    expect((await people.settingsOf(person)).language).toBeUndefined()
    under.resolve()
    await change
    expect((await people.settingsOf(person)).language).toBe('kk')
  })

  test('keeps what was read since, when an earlier reading fails late', async () => {
    const { store, counted, reads } = await aStore()
    const late = Promise.withResolvers<Settings>()
    let slow = true
    const people = rememberRecent({ ...store, settingsOf: (of) => (slow ? late.promise : counted.settingsOf(of)) })
    const early = people.settingsOf(person)
    slow = false
    await people.setLanguage(person, 'kk')
    await people.settingsOf(person)
    late.reject(new Error('away'))
    await expect(early).rejects.toThrow('away')
    await people.settingsOf(person)
    expect(reads()).toBe(1)
  })

  test('knows the language of a group under the id that it moved to', async () => {
    const { store } = await aStore()
    const people = rememberRecent(store)
    await people.setGroupLanguage(group, 'ru')
    expect(await people.groupLanguage({ ...group, id: '-2' })).toBeUndefined()
    await people.moveGroup(group, '-2')
    expect([await people.groupLanguage(group), await people.groupLanguage({ ...group, id: '-2' })]).toEqual([
      undefined,
      'ru',
    ])
  })
})
