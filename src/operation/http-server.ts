import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { OperatorError } from '../knowledge/fault.ts'
import { serve, type HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'

/** The port can't be listened on. */
class ListenError extends OperatorError {
  override readonly name = 'ListenError'
}

const graceMs = 1000

/** An app that may look at Node's own request and response. */
export type WebApp = Hono<{ Bindings: HttpBindings }>

export type HttpServer = AsyncDisposable & { readonly address: string }

/** Serves an app over HTTP. Throws a ListenError naming the settings. */
export async function startHttpServer(app: WebApp, host: string, port: number): Promise<HttpServer> {
  const server = serve({ fetch: app.fetch, hostname: host, port }) as Server
  try {
    await once(server, 'listening')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new ListenError(`HTTP_HOST ${host}, HTTP_PORT ${port}: ${why}; choose a free port, or 0 for any`)
  }
  const { port: actual } = server.address() as AddressInfo
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close')
      server.close()
      server.closeIdleConnections()
      // A request that is never finished must not hold up the stop.
      const timer = setTimeout(() => server.closeAllConnections(), graceMs)
      await closed
      clearTimeout(timer)
    },
  }
}
