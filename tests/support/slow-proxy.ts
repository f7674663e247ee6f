import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** Passes a database's address on through a port of its own, on which every answer comes so much later. */
export async function startSlowProxy(
  address: string,
): Promise<AsyncDisposable & { readonly address: string; lateMs: number; readonly cut: () => void }> {
  const target = new URL(address)
  const open = new Set<Socket>()
  const server = createServer((incoming) => {
    open.add(incoming)
    incoming.on('close', () => open.delete(incoming))
    const outgoing = connect(Number(target.port), target.hostname)
    incoming.on('data', (data) => outgoing.write(data))
    outgoing.on('data', (data) => setTimeout(() => incoming.destroyed || incoming.write(data), proxy.lateMs))
    for (const [one, other] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const)
      one.on('close', () => other.destroy()).on('error', () => other.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const own = new URL(address)
  own.port = String((server.address() as AddressInfo).port)
  const proxy = {
    address: own.href,
    lateMs: 0,
    /** Ends every connection, and takes no more. */
    cut() {
      server.close()
      for (const socket of open) socket.destroy()
    },
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy()
      if (server.listening) {
        server.close()
        await once(server, 'close')
      }
    },
  }
  return proxy
}
