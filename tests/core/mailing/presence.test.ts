import { expect, test } from 'vitest'
import { openPresence, type Presence } from '../../../src/core/mailing/presence.ts'
import type { Outbox } from '../../../src/core/mailing/outbox.ts'
import { openStore } from '../../../src/core/store/open.ts'

/** Workers on one database, each with a clock of its own that goes with time. `aheadMs`: what it is wrong by. */
async function aTeam() {
  const { outbox } = await openStore('sqlite::memory:')
  let time = Date.parse('2026-04-22T09:00:00Z')
  let isAway = false
  const reached = <Verb extends keyof Outbox>(verb: Verb) =>
    ((...given: never[]) =>
      isAway
        ? Promise.reject(new Error('away'))
        : (outbox[verb] as (...all: never[]) => unknown)(...given)) as Outbox[Verb]
  return {
    passes: (ms: number) => void (time += ms),
    storeIsAway: (away: boolean) => void (isAway = away),
    joins(id: string, aheadMs = 0): Presence & { readonly shares: number[] } {
      const shares: number[] = []
      const presence = openPresence(
        { id, platform: 'discord' },
        {
          outbox: { beat: reached('beat'), others: reached('others'), leave: reached('leave') },
          courier: { share: (workers) => void shares.push(workers) },
          now: () => new Date(time + aheadMs),
        },
      )
      return { ...presence, shares }
    },
  }
}

type Team = Awaited<ReturnType<typeof aTeam>>

/** All renew every tenth of a second for so long, as often as they are asked to. */
async function together({ passes }: Team, ms: number, ...members: readonly Presence[]): Promise<void> {
  for (let past = 0; past < ms; past += 100) {
    passes(100)
    for (const member of members) await member.renew()
  }
}

test('whoever is alone begins at once, with the whole pace', async () => {
  const one = (await aTeam()).joins('one')
  await one.renew()
  expect([one.hasShare(), one.shares]).toEqual([true, [1]])
})

test('who comes later begins when the others have heard of it, and what they sent alone has run out', async () => {
  const team = await aTeam()
  const [one, two] = [team.joins('one'), team.joins('two')]
  await one.renew()
  await together(team, 200, two)
  expect([two.hasShare(), two.shares.at(-1), one.shares.at(-1)]).toEqual([false, 2, 1])
  await together(team, 400, one, two)
  expect([two.hasShare(), one.shares.at(-1)]).toEqual([false, 2])
  await together(team, 600, one, two)
  expect([one.hasShare(), two.hasShare()]).toEqual([true, true])
})

test('the lease of who is silent ends after three renewals, and after six seconds it is dead', async () => {
  const team = await aTeam()
  const [one, two] = [team.joins('one'), team.joins('two')]
  await together(team, 1500, one, two)
  await together(team, 1100, two)
  expect(two.company()).toEqual({ present: ['one'], silent: [], dead: [] })
  await together(team, 300, two)
  expect([two.company(), two.shares.at(-1)]).toEqual([{ present: [], silent: ['one'], dead: [] }, 1])
  await together(team, 5000, two)
  expect(two.company()).toEqual({ present: [], silent: ['one'], dead: ['one'] })
})

test('who has nothing to do leaves its share to the others at once', async () => {
  const team = await aTeam()
  const [one, two] = [team.joins('one'), team.joins('two')]
  await together(team, 1500, one, two)
  await one.rest()
  await together(team, 300, two)
  expect([two.company().present, two.shares.at(-1)]).toEqual([[], 1])
})

test.for([{ aheadMs: 60_000 }, { aheadMs: -60_000 }])(
  'a clock that is $aheadMs ms ahead makes nobody silent',
  async ({ aheadMs }) => {
    const team = await aTeam()
    const [one, two] = [team.joins('one'), team.joins('two', aheadMs)]
    await together(team, 2000, one, two)
    expect([one.company().present, two.company().present]).toEqual([['two'], ['one']])
    await together(team, 1300, one)
    expect(one.company().present).toEqual([])
  },
)

test('while the store was away nobody was silent, and whoever comes back waits until others have heard', async () => {
  const team = await aTeam()
  const [one, two] = [team.joins('one'), team.joins('two')]
  await together(team, 1500, one, two)
  team.storeIsAway(true)
  await expect(together(team, 400, one)).rejects.toThrow('away')
  team.passes(10_000)
  team.storeIsAway(false)
  await one.renew()
  expect([one.company(), one.hasShare()]).toEqual([{ present: ['two'], silent: [], dead: [] }, false])
  await together(team, 1300, one, two)
  expect([one.hasShare(), two.hasShare()]).toEqual([true, true])
})

test('what one who was killed has left is free when another begins later', async () => {
  const team = await aTeam()
  await team.joins('killed').renew()
  team.passes(2000)
  const next = team.joins('next')
  await next.watch()
  expect(next.company()).toEqual({ present: [], silent: ['killed'], dead: [] })
  team.passes(60_000)
  await next.watch()
  expect(next.company()).toEqual({ present: [], silent: ['killed'], dead: ['killed'] })
})

test.for([{ aheadMs: -10_000 }, { aheadMs: 10_000 }])(
  'a clock that is $aheadMs ms ahead makes nobody dead at first sight',
  async ({ aheadMs }) => {
    const team = await aTeam()
    await team.joins('one', aheadMs).renew()
    const two = team.joins('two')
    await two.watch()
    expect(two.company().dead).toEqual([])
  },
)
