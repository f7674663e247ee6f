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

function bulk(chat: string): void {
  void pace
    .pass({ lane: chat, counts: true, begun: false, bulk: true })
    .then(() => passed.push({ chat, at: Date.now() }))
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
    const crowded = passed.filter(
      ({ at }) => passed.filter((other) => other.at >= at && other.at < at + 1000).length > 30,
    )
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

  describe('of announcements', () => {
    test('keeps to thirty in a second, and close to it', async () => {
      for (let nth = 0; nth < 120; nth++) bulk(`${nth}`)
      await advance(5000)
      const crowded = passed.filter(
        ({ at }) => passed.filter((other) => other.at >= at && other.at < at + 1000).length > 30,
      )
      expect({ passed: passed.length, crowded }).toEqual({ passed: 120, crowded: [] })
      expect(passed.at(-1)!.at).toBeLessThan(4200)
    })

    test('lets an answer go before whatever waits, without a wait that anybody would notice', async () => {
      for (let nth = 0; nth < 120; nth++) bulk(`${nth}`)
      await advance(2500)
      const asked = Date.now()
      send('a person')
      await advance(200)
      expect(passed.find(({ chat }) => chat === 'a person')!.at - asked).toBeLessThan(80)
    })

    test('rests everywhere when one chat is refused, while answers go on', async () => {
      pace.refused('1', 3, true)
      bulk('2')
      send('a person')
      await advance(2999)
      expect(passed.map(({ chat }) => chat)).toEqual(['a person'])
      await advance(200)
      expect(passed[1]).toMatchObject({ chat: '2' })
      expect(passed[1]!.at).toBeGreaterThanOrEqual(3000)
    })

    test('rests also when an answer is refused', async () => {
      pace.refused('a person', 3)
      bulk('2')
      await advance(2999)
      expect(passed).toEqual([])
    })

    test('sends one a second into a chat, and twenty a minute into a group', async () => {
      for (let nth = 0; nth < 3; nth++) for (const chat of ['1', '-1']) bulk(chat)
      await advance(6500)
      expect(passed.filter(({ chat }) => chat === '1').map(({ at }) => Math.floor(at / 1000))).toEqual([0, 1, 2])
      expect(passed.filter(({ chat }) => chat === '-1').map(({ at }) => Math.floor(at / 1000))).toEqual([0, 3, 6])
    })

    test('takes its part of the rate where several processes send', async () => {
      pace.share(3)
      for (let nth = 0; nth < 60; nth++) bulk(`${nth}`)
      await advance(3100)
      expect(passed.length).toBeGreaterThan(25)
      expect(passed.length).toBeLessThanOrEqual(40)
    })
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
