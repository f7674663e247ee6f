import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { evenPace } from '../../../src/bots/discord/even-pace.ts'

const destination = { id: 1, platform: 'discord', kind: 'channel', chat: '5', thread: '', route: undefined } as const
const channel = { ...destination, publishes: false }

beforeEach(() => void vi.useFakeTimers({ now: 0, toFake: ['setTimeout', 'clearTimeout', 'Date'] }))
afterEach(() => void vi.useRealTimers())

/** When each of so many turns came, in milliseconds from now. */
async function turns(pace: ReturnType<typeof evenPace>, count: number): Promise<number[]> {
  const start = Date.now()
  const times: number[] = []
  const all = Array.from({ length: count }, () => pace.turn(channel, 1).then(() => void times.push(Date.now() - start)))
  await vi.advanceTimersByTimeAsync(10_000)
  await Promise.all(all)
  return times
}

test('turns come evenly, and never more in a second than planned and a few', async () => {
  const times = await turns(evenPace(40, new AbortController().signal), 100)
  for (const [nth, time] of times.entries())
    expect(times.slice(nth).filter((one) => one < time + 1000).length).toBeLessThanOrEqual(44)
  expect(times.at(-1)).toBeLessThan(2600)
})

test('what waited for a pause goes on evenly after it, not all at once', async () => {
  const pace = evenPace(40, new AbortController().signal)
  pace.holdUntil(new Date(Date.now() + 3000))
  const times = await turns(pace, 80)
  expect(times[0]).toBeGreaterThanOrEqual(3000)
  expect(times.filter((time) => time < 3500).length).toBeLessThanOrEqual(21)
})

test('the pace is shared with other processes', async () => {
  const pace = evenPace(40, new AbortController().signal)
  pace.share(2)
  expect((await turns(pace, 40)).at(-1)).toBeGreaterThan(1800)
})
