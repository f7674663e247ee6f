import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { withStore } from '../../../src/core/store/open.ts'
import { aPostgresDatabase } from '../../support/databases.ts'
import { aDirectory } from '../../support/packs.ts'
import { aPerson, openTelegram } from '../../support/telegram/announcing.ts'
import type { Person } from '../../support/telegram/updates.ts'

const { api, started, startedApart, beside, subscriber, texts } = await openTelegram()

describe('sending that is cut off', () => {
  test('goes on after a kill: nobody is left out, and who may have it twice is reported', async () => {
    const env = { DATABASE_URL: `sqlite:${join(aDirectory({}), 'jauap.db')}` }
    const people: Person[] = []
    let id: string
    {
      await using killed = await startedApart(env)
      for (let nth = 0; nth < 40; nth++) people.push(await subscriber())
      id = await beside.send()
      await api.until(
        () => people.filter((person) => texts(person.id).some((text) => text.includes('Hall changed'))).length >= 8,
        'some have it',
      )
      await killed.end('SIGKILL')
    }
    await using _bot = await started(env)
    const report = await beside.reached(id)
    const copies = people.map((person) => texts(person.id).filter((text) => text.includes('Hall changed')).length)
    expect(Math.min(...copies)).toBe(1)
    expect(report).toMatchObject({ total: 40, sent: 40, pending: 0 })
    expect(copies.filter((count) => count > 1).length).toBeLessThanOrEqual(report.possiblyTwice)
  })

  test('is shared by two programs on one PostgreSQL, and if one is killed, the other takes over its part', async () => {
    const url = await aPostgresDatabase()
    const people = Array.from({ length: 120 }, () => aPerson().id)
    await withStore(url, async ({ destinations }) => {
      for (const person of people)
        await destinations.subscribe(
          { platform: 'telegram', kind: 'person', chat: String(person), hint: 'en' },
          'active',
          new Date(),
        )
    })
    await using killed = await startedApart({ DATABASE_URL: url })
    await using _other = await started({ DATABASE_URL: url })
    const id = await beside.send()
    const reachedPeople = () => people.filter((person) => texts(person).length > 0).length
    await api.until(() => reachedPeople() >= 70, 'some have it')
    const owners = await withStore(url, async ({ outbox }) => outbox.others({ id: 'test', platform: 'telegram' }))
    expect(owners).toHaveLength(2)
    await killed.end('SIGKILL')
    const report = await beside.reached(id)
    const copies = people.map((person) => texts(person).length)
    expect(Math.min(...copies)).toBe(1)
    expect(report).toMatchObject({ total: 120, sent: 120, failed: 0, uncertain: 0 })
    expect(copies.filter((count) => count > 1).length).toBeLessThanOrEqual(report.possiblyTwice)
  })
})
