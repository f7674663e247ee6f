import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createPace, Stopped, type Pace } from '../../../src/bots/telegram/pace.ts'

let pace: Pace
let stopping: AbortController
let cutOff: AbortController
let passed: { chat: string; at: number }[]

beforeEach(() => {
  // Turns of the event loop stay real.
  vi.useFakeTimers({ now: 0, toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  stopping = new AbortController()
  cutOff = new AbortController()
  pace = createPace(stopping.signal, cutOff.signal, () => Date.now())
  passed = []
})

afterEach(() => void vi.useRealTimers())

function send(chat: string, counts = true): void {
  void pace.pass({ lane: chat, counts, begun: false }).then(() => passed.push({ chat, at: Date.now() }))
}

/** Lets time pass in small steps, with enough turns of the event loop in each. */
async function advance(ms: number): Promise<void> {
  for (let passedMs = 0; passedMs < ms; passedMs++) {
    await vi.advanceTimersByTimeAsync(1)
    for (let turn = 0; turn < (passedMs === 0 ? 120 : 2); turn++) await new Promise((resolve) => setImmediate(resolve))
  }
}

describe('the pace', () => {
  test('lets thirty messages go at once, and never more than thirty in a second', async () => {
    for (let nth = 0; nth < 100; nth++) send(`chat ${nth}`)
    await advance(1)
    expect(passed).toHaveLength(30)
    await advance(10_000)
    const crowded = passed.filter(({ at }) => passed.filter((other) => other.at >= at && other.at < at + 1000).length > 30)
    expect({ passed: passed.length, crowded }).toEqual({ passed: 100, crowded: [] })
    expect(passed.at(-1)!.at).toBeLessThan(3300)
  })

  test('lets those who came first go first', async () => {
    for (let nth = 0; nth < 90; nth++) send(`chat ${nth}`)
    await advance(10_000)
    expect(passed.map(({ chat }) => chat)).toEqual(Array.from({ length: 90 }, (_, nth) => `chat ${nth}`))
  })

  test('does not count what is no message', async () => {
    for (let nth = 0; nth < 100; nth++) send('answerCallbackQuery', false)
    await advance(1)
    expect(passed).toHaveLength(100)
  })

  test('holds back a chat that was refused, and no other', async () => {
    pace.refused('a', 2)
    send('a')
    send('b')
    await advance(1999)
    expect(passed.map(({ chat }) => chat)).toEqual(['b'])
    await advance(1000)
    expect(passed[1]!.at).toBeGreaterThanOrEqual(2000)
  })

  test('holds back everyone after refusals in three chats with no success between', async () => {
    for (const chat of ['a', 'b', 'c']) pace.refused(chat, 2)
    send('d')
    await advance(1999)
    expect(passed).toEqual([])
  })

  test('holds back everyone for some seconds only, since three chats may be refused each for itself', async () => {
    for (const chat of ['a', 'b', 'c']) pace.refused(chat, 300)
    send('d')
    await advance(5500)
    expect(passed.map(({ chat }) => chat)).toEqual(['d'])
  })

  test('takes refusals with successes between for what they are', async () => {
    for (const chat of ['a', 'b', 'c']) {
      pace.refused(chat, 2)
      pace.succeeded()
    }
    send('d')
    await advance(1)
    expect(passed.map(({ chat }) => chat)).toEqual(['d'])
  })

  test('stops what waits and what comes, lets finish what has begun, and cuts that off in the end', async () => {
    pace.hold('a', 1000)
    const call = { lane: 'a', counts: true, begun: false }
    const waiting = pace.pass(call)
    const begun = pace.pass({ ...call, begun: true })
    stopping.abort()
    await expect(waiting).rejects.toThrow(Stopped)
    await expect(pace.pass({ ...call, lane: 'b' })).rejects.toThrow(Stopped)
    await advance(1000)
    await begun
    pace.hold('a', 1000)
    const late = pace.pass({ ...call, begun: true })
    cutOff.abort()
    await expect(late).rejects.toThrow(Stopped)
  })
})
