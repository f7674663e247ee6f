import { pino } from 'pino'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startPulse, type Agenda, type Pulse } from '../../../src/core/mailing/pulse.ts'

const nothing: Agenda = { mailings: false, deliveries: [], organizers: [], waiting: {} }
const never = new AbortController().signal

/** A pulse over agendas that a test hands out one by one: each reading waits for the next of them. */
function aPulse(): {
  pulse: Pulse
  reads: () => number
  hand: (agenda: Agenda | Error) => void
  stop: AbortController
} {
  const stop = new AbortController()
  let count = 0
  let next = Promise.withResolvers<Agenda>()
  const pulse = startPulse({
    async readAgenda() {
      count++
      const agenda = await next.promise
      return agenda
    },
    now: () => new Date(),
    log: pino({ level: 'silent' }),
    stopping: stop.signal,
  })
  onTestFinished(async () => {
    stop.abort()
    next.resolve(nothing)
    await pulse.ended
  })
  return {
    pulse,
    stop,
    reads: () => count,
    hand(agenda) {
      const { resolve, reject } = next
      next = Promise.withResolvers<Agenda>()
      if (agenda instanceof Error) reject(agenda)
      else resolve(agenda)
    },
  }
}

/** Lets everything run that is ready to. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

describe('the pulse', () => {
  test('wakes those whose work is on the agenda, and leaves the others asleep', async () => {
    const { pulse, hand } = aPulse()
    const woken: string[] = []
    void pulse.until(({ mailings }) => mailings, never).then(() => woken.push('scheduler'))
    for (const platform of ['telegram', 'discord'] as const)
      void pulse.until(({ deliveries }) => deliveries.includes(platform), never).then(() => woken.push(platform))
    hand({ ...nothing, deliveries: ['discord'] })
    await turn()
    expect(woken).toEqual(['discord'])
    pulse.wake()
    await turn()
    hand({ mailings: true, deliveries: [], organizers: [], waiting: {} })
    await turn()
    expect(woken).toEqual(['discord', 'scheduler'])
  })

  test('reads at once when it is woken, and once more for what changed while it read', async () => {
    const { pulse, reads, hand } = aPulse()
    await turn()
    expect(reads()).toBe(1)
    pulse.wake()
    pulse.wake()
    await turn()
    expect(reads()).toBe(1)
    hand(nothing)
    await turn()
    expect(reads()).toBe(2)
    hand(nothing)
    await turn()
    expect(reads()).toBe(2)
  })

  test('wakes everyone who waits when it is stopped, and him alone who is stopped himself', async () => {
    const { pulse, hand, stop } = aPulse()
    const own = new AbortController()
    const woken: string[] = []
    void pulse.until(() => false, own.signal).then(() => woken.push('own'))
    void pulse.until(() => false, never).then(() => woken.push('other'))
    own.abort()
    await turn()
    expect(woken).toEqual(['own'])
    stop.abort()
    hand(nothing)
    await turn()
    expect(woken).toEqual(['own', 'other'])
    await pulse.until(() => false, never)
  })

  test('goes on after a store that fails', async () => {
    const { pulse, reads, hand } = aPulse()
    hand(new Error('away'))
    await turn()
    pulse.wake()
    await turn()
    expect(reads()).toBe(2)
  })
})
