import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import { startPostgres, type Postgres } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test asks for a database; see databases.ts. */
    databaseServer: string
  }
}

/**
 * One PostgreSQL for a run, started when the first test asks for it: a server on the loopback interface answers each request
 * with the address of a new, empty database.
 */
export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  let postgres: Promise<Postgres> | undefined
  const server = createServer((_request, response) => {
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
  provide('databaseServer', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  return async () => {
    server.close()
    server.closeAllConnections()
    await (await postgres)?.[Symbol.asyncDispose]()
  }
}
