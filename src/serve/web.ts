import { Hono } from 'hono'
import type { Logger } from 'pino'
import { healthApp, type Vitals } from '../operation/health.ts'
import { startHttpServer, type WebApp } from '../operation/http-server.ts'
import type { Config } from '../operation/config.ts'
import { OperatorError } from '../knowledge/fault.ts'

/** The health page, and the webhook once there is one. */
export type Web = AsyncDisposable & { readonly mount: (webhook: WebApp) => void }

/** Health is no reason not to serve; a webhook that nobody can reach is: then an OperatorError is thrown. */
export async function openWeb(
  vitals: Vitals,
  { http, telegram }: Config,
  { log, onListening }: { log: Logger; onListening: (address: string) => void },
): Promise<Web> {
  const app: WebApp = new Hono()
  app.route('/', healthApp(vitals))
  // An app takes no new routes once it has answered: what is mounted later is asked for here.
  let webhook: WebApp | undefined
  if (telegram?.webhook)
    app.post('*', (context) => webhook?.fetch(context.req.raw, context.env) ?? context.text('not yet', 503))
  const mount = (mounted: WebApp): void => void (webhook = mounted)
  try {
    const server = await startHttpServer(app, http.host, http.port)
    onListening(server.address)
    return { mount, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
  } catch (error) {
    if (telegram?.webhook || !(error instanceof OperatorError)) throw error
    log.warn({ reason: error.message }, 'no health page')
    return { mount, [Symbol.asyncDispose]: () => Promise.resolve() }
  }
}
