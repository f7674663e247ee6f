import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { evenPace, type EvenPace } from '../../../src/bots/discord/even-pace.ts'

const destination = { id: 1, platform: 'discord', kind: 'channel', chat: '5', thread: '', route: undefined } as const
const channel = { ...destination, publishes: false }

beforeEach(() => void vi.useFakeTimers({ now: 0, toFake: ['setTimeout', 'clearTimeout', 'Date'] }))
afterEach(() => void vi.useRealTimers())

function aPace(): EvenPace {
  return evenPace({ even: 40, most: 41 }, new AbortController().signal)
}

/** When each of so many calls might be made, in milliseconds from now. `storeMs`: what it takes to write it down. */
async function turns(pace: EvenPace, count: number, storeMs = 0): Promise<number[]> {
  const start = Date.now()
  const times: number[] = []
  const all = Array.from({ length: count }, () =>
    oneTurn(pace, storeMs).then(() => void times.push(Date.now() - start)),
  )
  await vi.advanceTimersByTimeAsync(10_000)
  await Promise.all(all)
  return times
}

async function oneTurn(pace: EvenPace, storeMs = 0): Promise<boolean> {
  await pace.turn(channel, 1)
  if (storeMs > 0) await new Promise((resolve) => setTimeout(resolve, storeMs))
  return pace.mayCall(channel, 1)
}

function mostInASecond(times: readonly number[]): number {
  return Math.max(...times.map((time, nth) => times.slice(nth).filter((one) => one < time + 1000).length))
}

test('turns come evenly, and never more in a second than planned and one', async () => {
  const times = await turns(aPace(), 100)
  expect(mostInASecond(times)).toBeLessThanOrEqual(41)
  expect(times.at(-1)).toBeLessThan(2600)
})

test('what a busy machine has missed is made up for, as far as a second has room', async () => {
  const pace = aPace()
  const start = Date.now()
  const times: number[] = []
  const all = Array.from({ length: 100 }, () => oneTurn(pace).then(() => void times.push(Date.now() - start)))
  await vi.advanceTimersByTimeAsync(500)
  // Timers fire late: time goes on, and nothing is done.
  vi.setSystemTime(Date.now() + 300)
  await vi.advanceTimersByTimeAsync(10_000)
  await Promise.all(all)
  expect(times.filter((time) => time > 790 && time < 850).length).toBeGreaterThanOrEqual(10)
  expect(mostInASecond(times)).toBeLessThanOrEqual(41)
  expect(times.at(-1)).toBeLessThan(2600)
})

test('what is held up on its way counts until a second after it was answered', async () => {
  const pace = aPace()
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
  let made = 0
  const makeOne = async (): Promise<void> => {
    await oneTurn(pace)
    made++
    await pace.call(() => answered)
  }
  const all = Array.from({ length: 60 }, makeOne)
  await vi.advanceTimersByTimeAsync(5000)
  expect(made).toBe(41)
  answer()
  await vi.advanceTimersByTimeAsync(1000)
  expect(made).toBe(41)
  await vi.advanceTimersByTimeAsync(1000)
  expect(made).toBe(60)
  await Promise.all(all)
})

test('a slow store takes nothing from the pace', async () => {
  const times = await turns(aPace(), 100, 300)
  expect(mostInASecond(times)).toBeLessThanOrEqual(41)
  expect(times.at(-1)).toBeLessThan(2900)
})

test('what a slow store held back does not come all at once', async () => {
  const pace = aPace()
  const { promise: store, resolve } = Promise.withResolvers<void>()
  const times: number[] = []
  const all = Array.from({ length: 60 }, async () => {
    await pace.turn(channel, 1)
    await store
    if (await pace.mayCall(channel, 1)) times.push(Date.now())
  })
  await vi.advanceTimersByTimeAsync(2000)
  resolve()
  await vi.advanceTimersByTimeAsync(5000)
  await Promise.all(all)
  expect(times).toHaveLength(60)
  expect(mostInASecond(times)).toBeLessThanOrEqual(41)
})

test('whoever has had a turn makes no call into a pause that was asked for since', async () => {
  const pace = aPace()
  await pace.turn(channel, 1)
  pace.holdUntil(new Date(Date.now() + 3000))
  expect(await pace.mayCall(channel, 1)).toBe(false)
})

test('turns leave room for what is sent besides', async () => {
  const pace = aPace()
  for (let nth = 0; nth < 40; nth++) pace.giveWay()
  expect((await turns(pace, 40)).at(-1)).toBeGreaterThan(1900)
})

test('what waited for a pause goes on evenly after it, not all at once', async () => {
  const pace = aPace()
  pace.holdUntil(new Date(Date.now() + 3000))
  const times = await turns(pace, 80)
  expect(times[0]).toBeGreaterThanOrEqual(3000)
  expect(times.filter((time) => time < 3500).length).toBeLessThanOrEqual(21)
})

test('the pace is shared with other processes', async () => {
  const pace = aPace()
  pace.share(2)
  expect((await turns(pace, 40)).at(-1)).toBeGreaterThan(1800)
})
