import { existsSync, readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { commandIn, environmentOf, only, readDockerfile } from '../../scripts/dockerfile.ts'
import { aDirectory, smallPack } from '../support/packs.ts'
import { createTranscript } from '../support/transcript.ts'
import { startBotApi } from '../support/telegram/server.ts'

type Service = { environment?: Record<string, string>; volumes?: string[]; ports?: string[]; build?: string }
type Compose = { services: Record<string, Service>; volumes: Record<string, unknown> }

const [build, image] = readDockerfile()
const settings = new Set(readFileSync('.env.example', 'utf8').match(/(?<=^#)[A-Z_]+(?==)/gm))
const unit = Map.groupBy(readFileSync('deploy/jauap.service', 'utf8').matchAll(/^(\w+)=(.*)$/gm), ([, name]) => name!)
const unitSays = (name: string): string[] => (unit.get(name) ?? []).map(([, , value]) => value!)

function readCompose(path: string): Compose {
  return parse(readFileSync(path, 'utf8'), { merge: true }) as Compose
}

async function aFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Starts a command line in this checkout, asks for its health when it is ready, and stops it. */
async function lived([, ...args]: readonly string[], environment: Readonly<Record<string, string>>, signal: string) {
  await using api = await startBotApi()
  const env = {
    PATH: process.env.PATH,
    KNOWLEDGE: smallPack,
    ...environment,
    DATABASE_URL: `sqlite:${join(aDirectory({}), 'jauap.db')}`,
    HTTP_PORT: String(await aFreePort()),
    TELEGRAM_BOT_TOKEN: api.token,
    TELEGRAM_API_ROOT: api.root,
  }
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const transcript = createTranscript()
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', transcript.write)
  await transcript.said(/"ready"/)
  const check = commandIn(only(image!, 'HEALTHCHECK')).slice(1)
  const health = spawnSync(process.execPath, check, { env, encoding: 'utf8' })
  child.kill(signal as NodeJS.Signals)
  const [status] = (await once(child, 'exit')) as [number | null]
  return { status, health: { status: health.status, says: health.stdout } }
}

describe('the Dockerfile', () => {
  test('copies what is there, and what .dockerignore lets in', () => {
    const allowed = readFileSync('.dockerignore', 'utf8').match(/(?<=^!).+/gm)
    const copied = build!.filter(({ word }) => word === 'COPY').flatMap(({ rest }) => rest.split(' ').slice(0, -1))
    expect(copied.toSorted()).toEqual(allowed?.toSorted())
    expect(copied.filter((path) => !existsSync(path))).toEqual([])
  })

  test('starts the program, which its health check finds well and its signal stops', async () => {
    const env = environmentOf(image!)
    const { status, health } = await lived(commandIn(only(image!, 'ENTRYPOINT')), env, only(image!, 'STOPSIGNAL'))
    expect(health).toEqual({ status: 0, says: expect.stringContaining('"ready":true') as string })
    expect(status).toBe(0)
    expect(Object.keys(env).filter((name) => name !== 'NODE_ENV' && !settings.has(name))).toEqual([])
    expect(only(image!, 'USER')).toBe('node')
    expect(env.DATABASE_URL).toMatch(new RegExp(`^sqlite:${only(image!, 'VOLUME')}/`))
  })
})

test('an install without developers’ packages has none of them', () => {
  type Locked = { packages: Record<string, { devOptional?: boolean }> }
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Locked
  // What is also an optional peer of a library, as TypeScript under its own name is, would stay all the same.
  expect(Object.keys(packages).filter((path) => packages[path]!.devOptional)).toEqual([])
})

describe('the systemd unit', () => {
  test('starts the program, which its signal stops', async () => {
    const directory = unitSays('WorkingDirectory')[0]!
    const [command, ...args] = unitSays('ExecStart')[0]!.split(' ')
    expect(existsSync(command!.replace(directory, '.'))).toBe(true)
    const environment = Object.fromEntries(unitSays('Environment').map((one) => one.split(/=(.*)/s).slice(0, 2)))
    const elsewhere = { HOME: aDirectory({}), NODE_COMPILE_CACHE: aDirectory({}) }
    const { status, health } = await lived(
      [command!, ...args],
      { ...environment, ...elsewhere },
      unitSays('KillSignal')[0]!,
    )
    expect({ status, health: health.status }).toEqual({ status: 0, health: 0 })
    const strangers = Object.keys(environment).filter((name) => !settings.has(name))
    expect(strangers.toSorted()).toEqual(['HOME', 'NODE_COMPILE_CACHE', 'NODE_ENV'])
    expect(environment.DATABASE_URL).toContain(`/var/lib/${unitSays('StateDirectory')[0]}/`)
  })

  test('is one by systemd’s own judgement, and little exposed', ({ skip }) => {
    const verdict = spawnSync('systemd-analyze', ['security', '--offline=true', 'deploy/jauap.service'], {
      encoding: 'utf8',
    })
    if (verdict.error) skip('there is no systemd here')
    expect(verdict.stderr).toBe('')
    const [, exposure] = /Overall exposure level for jauap\.service: ([\d.]+)/.exec(verdict.stdout)!
    expect(Number(exposure)).toBeLessThan(2)
  })
})

describe('the compose files', () => {
  test('set nothing that the program does not read, and mount the volume of the image', () => {
    const { services, volumes } = readCompose('compose.yaml')
    expect(services.jauap).toMatchObject({ build: '.', volumes: [`data:${only(image!, 'VOLUME')}`], env_file: '.env' })
    expect(services.jauap!.ports).toEqual([expect.stringMatching(new RegExp(`:${only(image!, 'EXPOSE')}$`))])
    expect(Object.keys(volumes)).toEqual(['data'])
    // Those of the image would give way to what .env says, which may be meant for a start without a container.
    const { DATABASE_URL, HTTP_HOST } = environmentOf(image!)
    expect(services.jauap!.environment).toEqual({ DATABASE_URL, HTTP_HOST, HTTP_PORT: only(image!, 'EXPOSE') })
    const { services: several } = readCompose('deploy/compose.postgres.yaml')
    for (const name of ['one', 'two'])
      expect(Object.keys(several[name]!.environment!).filter((setting) => !settings.has(setting))).toEqual([])
  })

  test('lead the webhook through the proxy to both processes', () => {
    const { services } = readCompose('deploy/compose.postgres.yaml')
    const path = new URL(services.one!.environment!.TELEGRAM_WEBHOOK_URL!.replace(/\$\{[^}]*\}/, 'bot.example'))
      .pathname
    const proxy = readFileSync('deploy/Caddyfile', 'utf8')
    expect(proxy).toMatch(new RegExp(`^\\s*path ${path}$`, 'm'))
    // A process without one of its platforms still takes updates of the other.
    expect(proxy).toMatch(/^\s*health_uri \/healthz$/m)
    for (const name of services.proxy!.environment!.PROCESSES!.split(' ')) {
      const [service, port] = name.split(':')
      expect(services[service!]).toBeDefined()
      expect(port).toBe(only(image!, 'EXPOSE'))
    }
    expect(services.proxy!.volumes![0]).toMatch(/^\.\/Caddyfile:/)
  })
})
