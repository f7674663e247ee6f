import { describe, expect, test } from 'vitest'
import { bulkAllowance } from '../../../src/bots/telegram/bulk-allowance.ts'
import { laneHolds } from '../../../src/bots/telegram/lane-holds.ts'
import { slidingWindow, type SlidingWindow } from '../../../src/bots/telegram/sliding-window.ts'

function aWindow(windowMs: number, ...leftAt: number[]): SlidingWindow {
  const window = slidingWindow(windowMs)
  for (const time of leftAt) window.add(time)
  return window
}

describe('a sliding window', () => {
  test.for([
    { leftAt: [], now: 0, count: 0 },
    { leftAt: [0, 10, 20], now: 20, count: 3 },
    { leftAt: [0, 10, 20], now: 999, count: 3 },
    { leftAt: [0, 10, 20], now: 1000, count: 2 },
    { leftAt: [0, 10, 20], now: 5000, count: 0 },
  ])('holds $count of $leftAt at $now', ({ leftAt, now, count }) => {
    expect(aWindow(1000, ...leftAt).count(now)).toBe(count)
  })

  test.for([
    { leftAt: [], most: 1, spanMs: 1000, room: 0 },
    { leftAt: [100, 200], most: 3, spanMs: 1000, room: 0 },
    { leftAt: [100, 200], most: 2, spanMs: 1000, room: 1100 },
    { leftAt: [100, 200, 300], most: 2, spanMs: 1000, room: 1200 },
    { leftAt: [100, 200, 300], most: 2, spanMs: 500, room: 700 },
  ])('after $leftAt has room for one of $most in $spanMs ms at $room', ({ leftAt, most, spanMs, room }) => {
    expect(aWindow(1000, ...leftAt).roomAt(most, spanMs)).toBe(room)
  })
})

/** Sends as early as it may, each message into a lane of its own; when they left, from 0. */
function sent(count: number, { processes = 1, before = [] as number[] } = {}): number[] {
  const window = aWindow(1060, ...before)
  const bulk = bulkAllowance(window, 30)
  bulk.share(processes)
  let now = 0
  return Array.from({ length: count }, (_, nth) => {
    now = Math.max(now, bulk.freeAt(`${nth}`, now))
    window.add(now)
    bulk.sent(`${nth}`, now)
    return now
  })
}

describe('the allowance of announcements', () => {
  test('is half a window at once, then one every 35 milliseconds', () => {
    const leftAt = sent(31)
    expect(leftAt[14]).toBe(0)
    expect(Math.round(leftAt[15]!)).toBe(520)
    expect(Math.round(leftAt[16]! - leftAt[15]!)).toBe(35)
    expect(leftAt[30]).toBeGreaterThanOrEqual(1040)
  })

  test('leaves to answers what they took', () => {
    const answers = Array.from({ length: 30 }, () => 0)
    expect(sent(1, { before: answers })).toEqual([1040])
  })

  test('is shared among processes, which together leave two messages to answers', () => {
    const leftAt = sent(20, { processes: 2 })
    const inOneWindow = leftAt.filter((time) => time < 1040)
    expect(inOneWindow.length).toBeLessThanOrEqual(14)
  })

  test('is one a second in a chat, and twenty a minute in a group', () => {
    const bulk = bulkAllowance(aWindow(1060), 30)
    bulk.sent('1', 0)
    bulk.sent('-1', 0)
    expect([bulk.freeAt('1', 0), bulk.freeAt('-1', 0), bulk.freeAt('2', 0)]).toEqual([1000, 3000, 0])
  })

  test('is nothing while it is held, and a shorter hold does not end a longer one', () => {
    const bulk = bulkAllowance(aWindow(1060), 30)
    bulk.hold(3000)
    bulk.hold(2000)
    expect([bulk.heldUntil(), bulk.freeAt('1', 0)]).toEqual([3000, 3000])
  })
})

describe('holds', () => {
  test('are of one lane, the longest counts, and they end', () => {
    const holds = laneHolds()
    holds.hold('a', 2000)
    holds.hold('a', 1000)
    expect([holds.freeAt('a'), holds.freeAt('b')]).toEqual([2000, 0])
    holds.forget(2000)
    expect(holds.freeAt('a')).toBe(0)
  })

  test('are of all lanes after refusals in three', () => {
    const holds = laneHolds()
    for (const lane of ['a', 'b', 'b']) holds.refused(lane, 2000)
    expect(holds.freeAt('d')).toBe(0)
    holds.refused('c', 2000)
    expect([holds.freeAt('d'), holds.heldUntil('d')]).toEqual([2000, 0])
  })

  test('are not of all lanes if something went through between', () => {
    const holds = laneHolds()
    for (const lane of ['a', 'b', 'c']) {
      holds.refused(lane, 2000)
      holds.succeeded()
    }
    expect(holds.freeAt('d')).toBe(0)
  })
})
