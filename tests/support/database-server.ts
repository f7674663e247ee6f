import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openStore } from '../../src/core/store/open.ts'
import { startPostgres, type Postgres } from './postgres.ts'

/**
 * A process that prints its address and answers each HTTP request with that of a new PostgreSQL database: an empty one
 * (`?empty`), a copy of another (`?like=ADDRESS`), or else one with the tables of the program and nothing in them. The
 * database server is started at the first request, and stopped when standard input ends.
 */
let started: Promise<Postgres> | undefined
let migrated: Promise<string> | undefined

async function newDatabase(asked: URLSearchParams): Promise<string> {
  const postgres = await (started ??= startPostgres({ durable: false }))
  if (asked.has('empty')) return postgres.newDatabase()
  return postgres.newDatabase(asked.get('like') ?? (await (migrated ??= migratedOn(postgres))))
}

/** Migrating takes five times as long as copying what was migrated. */
async function migratedOn({ newDatabase }: Postgres): Promise<string> {
  const address = await newDatabase()
  await using _migrated = await openStore(address)
  return address
}

const server = createServer(({ url }, response) => {
  // A connection that is kept may be closed just when the next test asks.
  response.setHeader('connection', 'close')
  newDatabase(new URL(url!, 'http://localhost').searchParams).then(
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
await (await started)?.[Symbol.asyncDispose]()
