import { setImmediate } from 'node:timers/promises'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { outgoing, type CallSignal } from '../../../src/bots/telegram/outgoing.ts'
import { createPace } from '../../../src/bots/telegram/pace.ts'

test('each message of an album counts, so that three of ten are all that a second has room for', async () => {
  const [stopping, cutOff] = [new AbortController(), new AbortController()]
  // No time passes.
  const pace = createPace(stopping.signal, cutOff.signal, () => 0)
  const calls = outgoing({
    pace,
    log: pino({ level: 'silent' }),
    cutOff: cutOff.signal as unknown as CallSignal,
    failed: () => {},
  })
  const left: string[] = []
  const call = (method: 'sendMediaGroup' | 'sendMessage', payload: object): Promise<unknown> =>
    calls(
      (sent) => Promise.resolve(void left.push(sent)).then(() => ({ ok: true, result: [] as never })),
      method,
      payload as never,
    ).catch(() => {})
  const album = { chat_id: 7, media: Array.from({ length: 10 }, () => ({ type: 'photo', media: 'x' })) }
  const waiting = [
    ...[1, 2, 3].map(() => call('sendMediaGroup', album)),
    call('sendMessage', { chat_id: 7, text: 'x' }),
  ]
  await Promise.all(waiting.slice(0, 3))
  for (let turn = 0; turn < 100; turn++) await setImmediate()
  expect(left).toEqual(['sendMediaGroup', 'sendMediaGroup', 'sendMediaGroup'])
  stopping.abort()
  await Promise.all(waiting)
})
