import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { withStore } from '../../src/core/store/open.ts'
import { besideProgram } from '../support/announce.ts'
import { aCommand } from '../support/discord/events.ts'
import { startDiscord, type Fault } from '../support/discord/server.ts'
import { startPostgres } from '../support/postgres.ts'
import { startProgram } from '../support/process.ts'
import { limitsOfDiscord } from './discord-limits.ts'

/**
 * An announcement to channels, announcement channels and people in Discord, of whom a share meets a fault: 429 of the
 * route, errors of the server, connections that are reset before or after the message was taken, missing rights, closed
 * doors; and two global waits. With `--kill` the program is killed in the middle and started again;
 * with `--two` two programs share a PostgreSQL, and one is killed for good. The server keeps to Discord's limits.
 * `node tests/bench/announce-discord.ts [--discord 1000] [--faults 0.1] [--kill] [--two]`
 */
const { values } = parseArgs({
  options: {
    platform: { type: 'string' },
    discord: { type: 'string', default: '1000' },
    n: { type: 'string' },
    limit: { type: 'string' },
    faults: { type: 'string', default: '0.1' },
    kill: { type: 'boolean', default: false },
    two: { type: 'boolean', default: false },
  },
})
const n = Number(values.discord)
const languages = ['kk', 'ru', 'en'] as const
const title = { kk: 'Зал ауысты', ru: 'Зал изменён', en: 'Hall changed' }
const sending = 'post /channels/{channel_id}/messages'
const publishing = `${sending}/{message_id}/crosspost`

await using discord = await startDiscord()
await using stack = new AsyncDisposableStack()
const url = values.two
  ? await stack.use(await startPostgres()).newDatabase()
  : `sqlite:${join(mkdtempSync(join(tmpdir(), 'jauap-bench-')), 'jauap.db')}`
const env = { DISCORD_TOKEN: discord.token, DISCORD_API_ROOT: discord.root, HTTP_PORT: '0', DATABASE_URL: url }

/** Half are channels, one in ten of which is followed; half are people, whose private channel is open. */
const channels = Array.from({ length: n }, (_, nth) => {
  const isPerson = nth % 2 === 1
  return { id: String(500_000 + nth), isPerson, isFollowed: !isPerson && nth % 20 === 0 }
})
await withStore(url, async ({ destinations }) => {
  for (const [nth, { id, isPerson, isFollowed }] of channels.entries()) {
    const hint = languages[nth % 3]!
    const person = { platform: 'discord', kind: 'person', chat: `1${id}`, route: id, hint } as const
    const channel = {
      platform: 'discord',
      kind: 'channel',
      chat: id,
      group: '7000',
      publishes: isFollowed,
      hint,
    } as const
    await destinations.subscribe(isPerson ? person : channel, 'active', new Date())
  }
})

let random = 7
const dead = new Set<string>()
/** What meets a destination once: its message, or in channels that are followed perhaps what publishes it. */
const planned = new Map<string, { readonly request: string; readonly fault: Fault }>()
for (const { id, isPerson, isFollowed } of channels) plan(id, isPerson, isFollowed)

const allowed = limitsOfDiscord()
const waits: { from: number; until: number }[] = []
let globalWaits = 2
let early = 0
discord.fault = (request, _body, _nth, path) => {
  if (request.startsWith('post /interactions') || request.startsWith('get ') || request.startsWith('put '))
    return undefined
  const now = performance.now()
  if (waits.some(({ from, until }) => now > from + 100 && now < until - 5)) early++
  if (request === sending && globalWaits > 0 && sentSoFar() > ((3 - globalWaits) * n) / 3) {
    globalWaits--
    waits.push({ from: now, until: now + 3000 })
    return tooMany(3, true)
  }
  const channel = path.split('/')[2]!
  const limited = allowed(request, channel, now)
  if (limited) return tooMany(limited.seconds, limited.global)
  const meets = planned.get(channel)
  if (meets?.request !== request) return undefined
  if (!dead.has(channel)) planned.delete(channel)
  return meets.fault
}

let bot = startProgram(env)
await bot.said(/"connected"/)
const second = values.two ? stack.use(startProgram(env)) : undefined
await second?.said(/"connected"/)
await using beside = besideProgram(url)
const id = await beside.send({ title, body: {} })
const asking = askNowAndThen()
let [downFrom, downUntil] = [Infinity, Infinity]
if (values.kill || values.two) {
  while (sentSoFar() < n / 2) await pause(20)
  downFrom = performance.now()
  await bot.end('SIGKILL')
  if (!values.two) {
    bot = startProgram(env)
    await bot.said(/"connected"/)
  }
  downUntil = performance.now()
}
const report = await finished()
const answered = await asking.stop()

const calls = discord.calls.filter(({ request }) => request === sending || request === publishing)
const seconds = (calls.at(-1)!.at - calls[0]!.at) / 1000
const held = waits.reduce((sum, { from, until }) => sum + until - from, 0) / 1000
const down = values.kill ? (downUntil - downFrom) / 1000 : 0
const best = calls.length / 50 + held + down
const living = channels.filter((one) => !dead.has(one.id))
const lost = living.filter((one) => discord.messagesIn(one.id).length === 0)
const doubled = channels.filter((one) => discord.messagesIn(one.id).length > 1)
const followed = living.filter(({ isFollowed }) => isFollowed)
const published = followed.filter((one) => discord.messagesIn(one.id)[0]?.published)
console.log(
  [
    `Discord: ${n} destinations, ${values.faults} of them with a fault, two global waits`,
    values.kill ? ', killed once' : '',
    values.two ? ', two programs on one PostgreSQL, one killed' : '',
  ].join(''),
)
const above = 100 * (seconds / best - 1)
const refused = calls.filter(({ status }) => status === 429).length
console.log(
  [
    `calls ${calls.length}; ${seconds.toFixed(1)} s`,
    `at best ${best.toFixed(1)} s (50/s, ${held.toFixed(1)} s of global waits, ${down.toFixed(1)} s down)`,
    `${above.toFixed(1)} % above`,
    `429 ${refused}; before a global wait was over ${early}`,
  ].join('; '),
)
console.log(
  [
    `living without it ${lost.length}`,
    `doubled ${doubled.length}, of whom reported ${report.possiblyTwice >= doubled.length ? 'all' : 'NOT all'}`,
    `published ${published.length} of ${followed.length}`,
    `report: sent ${report.sent}, failed ${report.failed} of ${dead.size}, uncertain ${report.uncertain}`,
    `possibly twice ${report.possiblyTwice}`,
  ].join('; '),
)
console.log(
  `questions meanwhile ${answered.length}: p50 ${at(answered, 0.5)} ms, p99 ${at(answered, 0.99)} ms, ` +
    `longest ${at(answered, 1)} ms; violations ${discord.violations.length}`,
)
await bot.end()

function plan(id: string, isPerson: boolean, isFollowed: boolean): void {
  if (next() > Number(values.faults)) return
  const faults: Fault[] = [
    tooMany(1 + Math.floor(next() * 3), false),
    { status: 500, body: { message: 'Internal Server Error', code: 0 } },
    { status: 502, body: '<html>Bad Gateway</html>' },
    'reset',
    'reset after it took effect',
    { delayMs: 3000 },
  ]
  const ends = isPerson
    ? { status: 403, body: { message: 'Cannot send messages to this user', code: 50_007 } }
    : { status: 403, body: { message: 'Missing Access', code: 50_001 } }
  const chosen = Math.floor(next() * (faults.length + 1))
  if (chosen === faults.length) dead.add(id)
  const request = isFollowed && chosen < faults.length && next() < 0.5 ? publishing : sending
  planned.set(id, { request, fault: faults[chosen] ?? ends })
}

/** A plain congruential generator (Numerical Recipes): the same faults in every run. */
function next(): number {
  random = (random * 1_664_525 + 1_013_904_223) % 2 ** 32
  return random / 2 ** 32
}

function tooMany(retryAfter: number, global: boolean): Fault {
  const headers = { 'retry-after': String(retryAfter), ...(global ? { 'x-ratelimit-global': 'true' } : {}) }
  return { status: 429, headers, body: { message: 'You are being rate limited.', retry_after: retryAfter, global } }
}

function sentSoFar(): number {
  return channels.filter((one) => discord.messagesIn(one.id).length > 0).length
}

async function finished() {
  for (;;) {
    const now = await beside.report(id)
    if (now.state === 'sent' && now.pending + (now.publication?.pending ?? 0) === 0) return now
    await pause(250)
  }
}

function at(sorted: readonly number[], share: number): string {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]?.toFixed(0) ?? '–'
}

/** Somebody asks every second; nobody can be answered while nothing runs. */
function askNowAndThen() {
  const waited: { start: number; ms: number }[] = []
  let person = 900_000
  const timer = setInterval(() => {
    const start = performance.now()
    const asked = aCommand('ask', { id: String(++person) }, { question: 'When is the summit?' })
    discord.gateway.dispatch('INTERACTION_CREATE', asked)
    void discord
      .until(() => discord.answersTo(asked.id).length > 0, 'answered')
      .then(
        () => waited.push({ start, ms: performance.now() - start }),
        () => waited.push({ start, ms: Infinity }),
      )
  }, 1000)
  return {
    async stop(): Promise<number[]> {
      clearInterval(timer)
      await pause(1000)
      return waited
        .filter(({ start, ms }) => values.two || start + ms < downFrom || start > downUntil)
        .map(({ ms }) => ms)
        .toSorted((a, b) => a - b)
    },
  }
}
