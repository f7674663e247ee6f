import { Hono } from 'hono'
import type { WebApp } from './http-server.ts'
import type { Status } from './platform.ts'

/** What is looked at. */
export type Vitals = {
  readonly platforms: () => ReadonlyMap<string, Status>
  /** Rejects when the database does not answer. */
  readonly ping: () => Promise<void>
  /** Whether a question about the pack is answered. */
  readonly knows: () => boolean
  readonly metrics: () => Promise<string>
}

/** A database that takes longer is as good as none. */
const patienceMs = 5000

/** `/healthz`: the process runs, and what it is doing; `/readyz`: everything that is configured works; `/metrics`. */
export function healthApp({ platforms, ping, knows, metrics }: Vitals): WebApp {
  const app: WebApp = new Hono()
  app.get('/healthz', async (context) => context.json(await report()))
  app.get('/readyz', async (context) => {
    const { ready, ...rest } = await report()
    return context.json({ ready, ...rest }, ready ? 200 : 503)
  })
  app.get('/metrics', async (context) => context.text(await metrics(), 200, { 'content-type': 'text/plain; version=0.0.4' }))
  return app

  async function report() {
    const database = await state(ping)
    const knowledge: Status = knows() ? { state: 'up' } : { state: 'down', reason: 'a question about the subject is not answered' }
    const all = { ...Object.fromEntries(platforms()), database, knowledge }
    return { ready: Object.values(all).every((one) => one.state === 'up'), ...all }
  }
}

async function state(check: () => Promise<void>): Promise<Status> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`no answer in ${patienceMs} ms`)), patienceMs).unref()
  })
  try {
    await Promise.race([check(), late])
    return { state: 'up' }
  } catch (error) {
    return { state: 'down', reason: error instanceof Error ? error.message : String(error) }
  }
}
