import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createPace, Stopped, type Pace } from '../../../src/bots/telegram/pace.ts'

let pace: Pace
let stopping: AbortController
let passed: { chat: string; at: number }[]

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  stopping = new AbortController()
  pace = createPace(stopping.signal, () => Date.now())
  passed = []
})

afterEach(() => void vi.useRealTimers())

function send(chat: string, counts = true): void {
  void pace.pass(chat, counts).then(() => passed.push({ chat, at: Date.now() }))
}

describe('the pace', () => {
  test('lets thirty messages go at once, and never more than thirty in a second', async () => {
    for (let nth = 0; nth < 100; nth++) send(`chat ${nth}`)
    await vi.advanceTimersByTimeAsync(0)
    expect(passed).toHaveLength(30)
    await vi.advanceTimersByTimeAsync(10_000)
    const crowded = passed.filter(({ at }) => passed.filter((other) => other.at >= at && other.at < at + 1000).length > 30)
    expect({ passed: passed.length, crowded, last: passed.at(-1)!.at }).toEqual({ passed: 100, crowded: [], last: 3180 })
  })

  test('lets those who came first go first', async () => {
    for (let nth = 0; nth < 90; nth++) send(`chat ${nth}`)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(passed.map(({ chat }) => chat)).toEqual(Array.from({ length: 90 }, (_, nth) => `chat ${nth}`))
  })

  test('does not count what is no message', async () => {
    for (let nth = 0; nth < 100; nth++) send('answerCallbackQuery', false)
    await vi.advanceTimersByTimeAsync(0)
    expect(passed).toHaveLength(100)
  })

  test('holds back a chat that was refused, and no other', async () => {
    pace.refused('a', 2)
    send('a')
    send('b')
    await vi.advanceTimersByTimeAsync(1999)
    expect(passed).toEqual([{ chat: 'b', at: 0 }])
    await vi.advanceTimersByTimeAsync(1000)
    expect(passed[1]!.at).toBeGreaterThanOrEqual(2000)
  })

  test('holds back everyone after refusals in three chats with no success between', async () => {
    for (const chat of ['a', 'b', 'c']) pace.refused(chat, 2)
    send('d')
    await vi.advanceTimersByTimeAsync(1999)
    expect(passed).toEqual([])
  })

  test('takes refusals with successes between for what they are', async () => {
    for (const chat of ['a', 'b', 'c']) {
      pace.refused(chat, 2)
      pace.succeeded()
    }
    send('d')
    await vi.advanceTimersByTimeAsync(0)
    expect(passed).toEqual([{ chat: 'd', at: 0 }])
  })

  test('stops whoever waits and whoever comes', async () => {
    pace.hold('a', 1000)
    const waiting = pace.pass('a', true)
    stopping.abort()
    await expect(waiting).rejects.toThrow(Stopped)
    await expect(pace.pass('b', true)).rejects.toThrow(Stopped)
  })
})
