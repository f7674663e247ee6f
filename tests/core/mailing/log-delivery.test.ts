import { PassThrough } from 'node:stream'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import type { Delivery, Outcome } from '../../../src/core/mailing/delivery.ts'
import { settlementOf } from '../../../src/core/mailing/delivery.ts'
import { logDelivery } from '../../../src/core/mailing/log-delivery.ts'

const destination = { id: 7, platform: 'telegram', kind: 'person', chat: '555', thread: '', route: undefined } as const
const delivery: Delivery = {
  id: 12,
  mailing: '3',
  task: 'send',
  destination: { ...destination, publishes: false },
  replyTo: undefined,
  languages: ['en'],
  follows: [],
  attempts: 0,
  doubts: 0,
  cutOff: undefined,
  unclearSince: undefined,
  messages: [],
  planned: undefined,
}
const circumstances = { now: new Date(0), policy: 'hold', recognisesForMs: 0, random: () => 0 } as const

const trouble = { kind: 'trouble', reason: '502', unclear: false, silent: false } as const

test.for<{ outcome: Outcome; says: RegExp }>([
  { outcome: { kind: 'done', messages: ['1'] }, says: /^$/ },
  { outcome: { kind: 'later', seconds: 9, everywhere: true }, says: /"level":40.*"seconds":9.*asked to wait/ },
  { outcome: { kind: 'gone', reason: 'blocked' }, says: /"level":30.*"reason":"blocked".*nobody there any more/ },
  { outcome: { kind: 'refused', reason: 'not enough rights' }, says: /"level":40.*not enough rights.*not delivered/ },
  { outcome: trouble, says: /"level":40.*502.*delivery to be repeated/ },
  { outcome: { ...trouble, unclear: true, silent: true }, says: /"level":40.*perhaps not delivered/ },
])('an attempt that ended as $outcome.kind leaves its line, by ids alone', async ({ outcome, says }) => {
  const lines = new PassThrough()
  const log = pino(lines)
  logDelivery(log, delivery, settlementOf(outcome, delivery, [], circumstances), outcome)
  lines.end()
  const written = (await lines.setEncoding('utf8').toArray()).join('')
  expect(written).toMatch(says)
  expect(written).not.toContain('"555"')
})
