import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startPostgres, type Postgres } from './postgres.ts'

/**
 * A process that prints its address and answers each HTTP request with that of a new, empty PostgreSQL database. The
 * database server is started at the first request, and stopped when standard input ends.
 */
let postgres: Promise<Postgres> | undefined
const server = createServer((_request, response) => {
  // A connection that is kept may be closed just when the next test asks.
  response.setHeader('connection', 'close')
  postgres ??= startPostgres({ durable: false })
  postgres
    .then(({ newDatabase }) => newDatabase())
    .then(
      (address) => response.end(address),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
process.stdin.resume()
await once(process.stdin, 'end')
server.close()
server.closeAllConnections()
await (await postgres)?.[Symbol.asyncDispose]()
