import { Hono } from 'hono'
import type { WebApp } from './http-server.ts'
import type { Status } from './status.ts'

/** What is looked at. */
export type Vitals = {
  readonly platforms: () => ReadonlyMap<string, Status>
  /** Rejects when the database does not answer. */
  readonly ping: () => Promise<void>
  /** Whether an entry can be told. */
  readonly knows: () => boolean
  readonly metrics: () => Promise<string>
  /** Told before the metrics are read. */
  readonly noteDatabase: (isUp: boolean) => void
}

/** A database that takes longer is as good as none. */
const patienceMs = 1000

/** `/healthz`: the process runs, and what it is doing; `/readyz`: everything that is configured works; `/metrics`. */
export function healthApp({ platforms, ping, knows, metrics, noteDatabase }: Vitals): WebApp {
  const app: WebApp = new Hono()
  let pinging: Promise<Status> | undefined
  app.get('/healthz', async (context) => context.json(await report()))
  app.get('/readyz', async (context) => {
    const vitals = await report()
    return context.json(vitals, vitals.ready ? 200 : 503)
  })
  app.get('/metrics', async (context) => {
    noteDatabase((await database()).state === 'up')
    return context.text(await metrics(), 200, { 'content-type': 'text/plain; version=0.0.4' })
  })
  return app

  async function report() {
    const knowledge: Status = knows() ? { state: 'up' } : { state: 'down', reason: 'an entry is not told' }
    const all = { ...Object.fromEntries(platforms()), database: await database(), knowledge }
    return { ready: Object.values(all).every((one) => one.state === 'up'), ...all }
  }

  /** One question to the database at a time, however many look. */
  async function database(): Promise<Status> {
    pinging ??= ping()
      .then(
        (): Status => ({ state: 'up' }),
        (error: unknown): Status => ({ state: 'down', reason: error instanceof Error ? error.message : String(error) }),
      )
      .finally(() => (pinging = undefined))
    const { promise: late, resolve } = Promise.withResolvers<Status>()
    const timer = setTimeout(() => resolve({ state: 'down', reason: `no answer in ${patienceMs} ms` }), patienceMs)
    return Promise.race([pinging, late]).finally(() => clearTimeout(timer))
  }
}
