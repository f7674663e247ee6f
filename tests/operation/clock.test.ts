import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PassThrough } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { checkClock, clockFault } from '../../src/operation/clock.ts'
import { createLog } from '../../src/operation/log.ts'

const now = Date.parse('2026-04-22T09:00:00Z')

test.for([
  { date: 'Wed, 22 Apr 2026 09:00:29 GMT', fault: undefined },
  { date: 'Wed, 22 Apr 2026 10:00:00 GMT', fault: /3600 s behind that of Telegram/ },
  { date: 'Wed, 22 Apr 2026 08:00:00 GMT', fault: /3600 s ahead of that of Telegram/ },
  { date: 'nonsense', fault: undefined },
  { date: null, fault: undefined },
])('a server that says $date', ({ date, fault }) => {
  const found = clockFault('Telegram', date, now)
  if (fault) expect(found).toMatch(fault)
  else expect(found).toBeUndefined()
})

test('a wrong clock is warned of, and a server that is away is not believed', async () => {
  const server = createServer((_request, response) => {
    response.writeHead(302, { date: new Date(Date.now() + 3_600_000).toUTCString() }).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const lines = new PassThrough()
  const tools = { log: createLog('warn', [], lines), stopping: new AbortController().signal }
  await checkClock('Telegram', `http://127.0.0.1:${(server.address() as AddressInfo).port}`, tools)
  await checkClock('Telegram', 'http://127.0.0.1:1', tools)
  lines.end()
  const written = await lines.setEncoding('utf8').toArray()
  expect(written).toHaveLength(1)
  expect(written[0]).toMatch(/"level":"warn".*3\d\d\d s behind that of Telegram.*the clock is wrong/)
})
