import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { smallPack } from '../packs.ts'
import { startDiscord } from '../discord/server.ts'
import { startBotApi } from '../telegram/server.ts'

/** Where the program begins. */
export const program = fileURLToPath(new URL('../../../bin/jauap.js', import.meta.url))

/** What a mistake is made with: a directory of its own, and servers that are there for all of them. */
export type Scene = {
  readonly directory: string
  readonly telegram: { readonly token: string; readonly root: string }
  readonly discord: { readonly token: string; readonly root: string }
  /** Takes a connection and says nothing. */
  readonly silentPort: number
  /** Answers as Telegram does, and lives an hour later. */
  readonly laterRoot: string
}

/** What an operator does wrong. */
export type Mistake = {
  readonly kind: 'settings' | 'files' | 'ports' | 'tokens' | 'versions' | 'rights' | 'disk' | 'clock' | 'command line'
  readonly what: string
  /** Prepares it; returns settings, beside a good token for Telegram, and words after the program's name. */
  readonly make: (scene: Scene) => Made | Promise<Made>
  /** What has to be said. */
  readonly says: RegExp
  /** The exit status; 'runs': it says so and goes on, until SIGTERM ends it with 0. */
  readonly ends: 0 | 1 | 2 | 'runs'
}

export type Made = {
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly args?: readonly string[]
  /** Another Node, or another program. */
  readonly command?: readonly string[]
  /** As an ordinary user, where root may do anything. */
  readonly asNobody?: boolean
}

/** What came of a mistake. `seconds`: until it was said, and the program had ended if it does. */
export type Outcome = {
  readonly said: string
  readonly status: number | string | null
  readonly seconds: number
  /** Seconds from SIGTERM to the end, of a program that runs on. */
  readonly stopSeconds: number | undefined
}

/** Servers for all mistakes. */
export async function openScenes() {
  const api = await startBotApi()
  const discord = await startDiscord()
  const silent = createServer(() => {}).listen(0, '127.0.0.1')
  const later = createHttpServer((_request, response) => {
    const date = new Date(Date.now() + 3_600_000).toUTCString()
    response.writeHead(200, { date, 'content-type': 'application/json' })
    response.end('{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"x","username":"x_bot"}}')
  }).listen(0, '127.0.0.1')
  await Promise.all([silent, later].map((server) => once(server, 'listening')))
  const directories: string[] = []
  return {
    scene(): Scene {
      const directory = mkdtempSync(join(tmpdir(), 'jauap-mistake-'))
      chmodSync(directory, 0o777)
      directories.push(directory)
      return {
        directory,
        telegram: { token: api.token, root: api.root },
        discord: { token: discord.token, root: discord.root },
        silentPort: portOf(silent),
        laterRoot: `http://127.0.0.1:${portOf(later)}`,
      }
    },
    async [Symbol.asyncDispose]() {
      for (const directory of directories) {
        spawnSync('umount', [join(directory, 'disk')])
        rmSync(directory, { recursive: true, force: true })
      }
      silent.close()
      later.closeAllConnections()
      later.close()
      await api[Symbol.asyncDispose]()
      await discord[Symbol.asyncDispose]()
    },
  }
}

/** Until it is said what is wrong, and, of a program that runs on, from SIGTERM to its end. */
export const longestSeconds = 5

/** Longer than anything may take: then the outcome says so. */
const patienceMs = 25_000

const nobody = 65_534

/** Makes a mistake, as a service would: without a terminal. Undefined where it can't be made on this machine. */
export async function commit({ make, says, ends }: Mistake, scene: Scene): Promise<Outcome | undefined> {
  const made = await make(scene)
  if (made.asNobody && process.getuid?.() !== 0) return undefined
  if (made.command && !existsSync(made.command[0]!)) return undefined
  const env = {
    PATH: process.env.PATH,
    HOME: scene.directory,
    KNOWLEDGE: smallPack,
    HTTP_PORT: '0',
    DATABASE_URL: `sqlite:${join(scene.directory, 'jauap.db')}`,
    TELEGRAM_BOT_TOKEN: scene.telegram.token,
    TELEGRAM_API_ROOT: scene.telegram.root,
    ...made.env,
  }
  const [command, ...first] = made.command ?? [process.execPath, program]
  const ids = made.asNobody ? { uid: nobody, gid: nobody } : {}
  const begun = performance.now()
  const child = spawn(command!, [...first, ...(made.args ?? [])], {
    cwd: scene.directory,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...ids,
  })
  const { promise: isSaid, resolve: say } = Promise.withResolvers<void>()
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (says.test(said)) say()
    })
  const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>
  const impatient = setTimeout(() => child.kill('SIGKILL'), patienceMs)
  await (ends === 'runs' ? Promise.race([isSaid, closed]) : closed)
  const seconds = (performance.now() - begun) / 1000
  const stopping = performance.now()
  if (ends === 'runs') child.kill('SIGTERM')
  const [code, signal] = await closed
  clearTimeout(impatient)
  const stopSeconds = ends === 'runs' ? (performance.now() - stopping) / 1000 : undefined
  return { said, status: code ?? signal, seconds, stopSeconds }
}

function portOf(server: { readonly address: () => unknown }): number {
  return (server.address() as AddressInfo).port
}
