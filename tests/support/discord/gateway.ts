import type { Server } from 'node:http'
import { constants, createDeflate, type Deflate } from 'node:zlib'
import { WebSocketServer, type WebSocket } from 'ws'
import { application, everything, guild } from './ids.ts'

const me = { id: application, username: 'jauap', discriminator: '0', avatar: null, bot: true }

/** The server in which the bot is. */
export const aServer = {
  id: guild,
  name: 'Summit',
  owner_id: '1',
  roles: [
    {
      id: guild,
      name: '@everyone',
      permissions: String(everything),
      position: 0,
      color: 0,
      hoist: false,
      managed: false,
      mentionable: false,
    },
  ],
  channels: [{ id: '500', type: 0, name: 'general', position: 0, permission_overwrites: [] }],
  emojis: [],
  members: [{ user: me, roles: [], joined_at: '2026-01-01T00:00:00Z', deaf: false, mute: false, flags: 0 }],
  threads: [],
  presences: [],
  features: [],
  member_count: 1,
  preferred_locale: 'en-US',
}

type Payload = { op: number; d?: unknown; s?: number | null; t?: string | null }

/** Discord's gateway: discord.com/developers/docs/events/gateway. */
export type Gateway = {
  /** Sends an event to whoever is connected, and keeps it for those who resume. */
  readonly dispatch: (type: string, data: Readonly<Record<string, unknown>>) => void
  /** When an interaction was sent, in milliseconds of performance.now(). */
  readonly sentAt: (interaction: string) => number | undefined
  readonly connections: () => number
  readonly resumed: () => number
  readonly identified: () => number
  /** Cuts the connection as a network does, without a word. */
  readonly drop: () => void
  /** Closes it with a code of Discord's. */
  readonly closeWith: (code: number) => void
  /** "Please reconnect" (7), or "your session is gone" (9). */
  readonly send: (op: 7 | 9, data?: unknown) => void
  /** Whether sessions may be resumed. */
  keepsSessions: boolean
  readonly onChange: (listener: () => void) => void
  readonly close: () => void
}

type Connection = { readonly socket: WebSocket; readonly deflate: Deflate | undefined; ready: boolean }

/**
 * The gateway on the port of a REST server. It admits whoever identifies with the token, keeps the events of a test for
 * those who resume, compresses for whoever asks for it, and tells every connection that is ready everything; what cuts
 * and closes does so to the latest.
 */
export function openGateway(server: Server, token: string): Gateway {
  const sockets = new WebSocketServer({ server })
  const sent: Payload[] = []
  const times = new Map<string, number>()
  const listeners = new Set<() => void>()
  const counts = { connections: 0, resumed: 0, identified: 0 }
  const all = new Set<Connection>()
  let connection: Connection | undefined
  let sequence = 0

  sockets.on('connection', (socket, request) => {
    const compressed = request.url?.includes('compress=zlib-stream') === true
    const deflate = compressed ? createDeflate({ chunkSize: 65_535, flush: constants.Z_SYNC_FLUSH }) : undefined
    const mine: Connection = { socket, deflate, ready: false }
    connection = mine
    all.add(mine)
    socket.on('close', () => all.delete(mine))
    counts.connections++
    deflate?.on('data', (chunk: Buffer) => socket.send(chunk))
    socket.on('message', (raw: Buffer) => receive(mine, JSON.parse(raw.toString()) as Payload))
    write(mine, { op: 10, d: { heartbeat_interval: 41_250 } })
    changed()
  })

  const gateway: Gateway = {
    dispatch(type, data) {
      if (type === 'INTERACTION_CREATE') times.set(String(data.id), performance.now())
      const payload = { op: 0, t: type, s: ++sequence, d: data }
      sent.push(payload)
      for (const one of all) if (one.ready) write(one, payload)
    },
    sentAt: (interaction) => times.get(interaction),
    connections: () => counts.connections,
    resumed: () => counts.resumed,
    identified: () => counts.identified,
    drop: () => connection?.socket.terminate(),
    closeWith: (code) => connection?.socket.close(code),
    send: (op, data = null) => connection && write(connection, { op, d: data }),
    keepsSessions: true,
    onChange: (listener) => void listeners.add(listener),
    close() {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
  return gateway

  function receive(from: Connection, { op, d }: Payload): void {
    if (op === 1) write(from, { op: 11 })
    if (op === 2) identify(from, d as { token: string })
    if (op === 6) resume(from, d as { seq: number })
    changed()
  }

  function identify(to: Connection, { token: given }: { token: string }): void {
    if (given !== token) return to.socket.close(4004)
    counts.identified++
    write(to, {
      op: 0,
      t: 'READY',
      s: ++sequence,
      d: {
        v: 10,
        user: me,
        guilds: [{ id: guild, unavailable: true }],
        session_id: 'session',
        resume_gateway_url: `ws://127.0.0.1:${addressOf(server)}`,
        application: { id: application, flags: 0 },
      },
    })
    write(to, { op: 0, t: 'GUILD_CREATE', s: ++sequence, d: aServer })
    to.ready = true
  }

  function resume(to: Connection, { seq }: { seq: number }): void {
    if (!gateway.keepsSessions) return write(to, { op: 9, d: false })
    counts.resumed++
    for (const missed of sent.filter(({ s }) => (s ?? 0) > seq)) write(to, missed)
    write(to, { op: 0, t: 'RESUMED', s: ++sequence, d: {} })
    to.ready = true
  }

  function changed(): void {
    for (const listener of listeners) listener()
  }
}

function write({ socket, deflate }: Connection, payload: Payload): void {
  const text = JSON.stringify({ s: null, t: null, ...payload })
  if (deflate) deflate.write(text)
  else socket.send(text)
}

function addressOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}
