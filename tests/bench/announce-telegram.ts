import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { withStore } from '../../src/core/store/open.ts'
import { besideProgram } from '../support/announce.ts'
import { startPostgres } from '../support/postgres.ts'
import { startProgram } from '../support/process.ts'
import { startBotApi, type Fault, type Payload, type Shown } from '../support/telegram/server.ts'
import { aMessage } from '../support/telegram/updates.ts'

/**
 * An announcement to many people in Telegram, of whom a share meets a fault once: 429, errors of the server,
 * connections that are reset before or after the message was taken, people who have blocked the bot, groups that have
 * moved. With `--kill` the program is killed in the middle and started again; with `--two` two programs share a
 * PostgreSQL, and one is killed for good.
 * `node tests/bench/announce-telegram.ts [--n 3000] [--faults 0.1] [--kill] [--two] [--limit 30]`
 */
const { values } = parseArgs({
  options: {
    platform: { type: 'string' },
    discord: { type: 'string' },
    n: { type: 'string', default: '3000' },
    faults: { type: 'string', default: '0.1' },
    kill: { type: 'boolean', default: false },
    two: { type: 'boolean', default: false },
    limit: { type: 'string', default: '30' },
  },
})
const n = Number(values.n)
const languages = ['kk', 'ru', 'en'] as const
const title = { kk: 'Зал ауысты', ru: 'Зал изменён', en: 'Hall changed' }

await using api = await startBotApi()
await using stack = new AsyncDisposableStack()
const url = values.two
  ? await stack.use(await startPostgres()).newDatabase()
  : `sqlite:${join(mkdtempSync(join(tmpdir(), 'jauap-bench-')), 'jauap.db')}`
const env = { TELEGRAM_BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.root, HTTP_PORT: '0', DATABASE_URL: url }
await withStore(url, async ({ destinations }) => {
  for (let nth = 0; nth < n; nth++) {
    const group = nth % 50 === 0
    await destinations.subscribe(
      { platform: 'telegram', kind: group ? 'group' : 'person', chat: chatOf(nth, group), hint: languages[nth % 3]! },
      'active',
      new Date(),
    )
  }
})
let random = 7
const planned = new Map(
  Array.from({ length: n }, (_, nth) => [Number(chatOf(nth, nth % 50 === 0)), faultFor(nth)] as const),
)
const dead = new Set(
  [...planned]
    .filter(([, fault]) => typeof fault === 'object' && 'status' in fault && fault.status === 403)
    .map(([chat]) => chat),
)
const waits: { from: number; until: number }[] = []
const early: number[] = []
api.perSecond = Number(values.limit)
api.fault = (method, payload) => {
  if (method !== 'sendMessage' || !isCopy(payload)) return undefined
  const time = performance.now()
  if (waits.some(({ from, until }) => time > from + 50 && time < until - 5)) early.push(time)
  const chat = Number(payload.chat_id)
  const fault = planned.get(chat)
  if (!dead.has(chat) && !(typeof fault === 'object' && 'movedTo' in fault)) planned.delete(chat)
  if (typeof fault === 'object' && 'retryAfter' in fault)
    waits.push({ from: time, until: time + 1000 * fault.retryAfter })
  return fault
}

let bot = startProgram(env)
await bot.said(/"ready"/)
const second = values.two ? stack.use(startProgram(env)) : undefined
await second?.said(/"ready"/)
await using beside = besideProgram(url)
const id = await beside.send({ title, body: {} })
const asking = askNowAndThen()
/** Nobody can be answered while nothing runs. */
const down = { from: Infinity, until: Infinity }
if (values.kill || values.two) {
  while (copies().length < n / 3) await pause(50)
  down.from = performance.now()
  await bot.end('SIGKILL')
  if (!values.two) {
    await pause(1000)
    bot = startProgram(env)
    await bot.said(/"ready"/)
  } else
    await api.until(
      () => api.calls.some(({ method, at: time }) => method === 'getUpdates' && time > down.from),
      'the other one asks for updates',
    )
  down.until = performance.now()
}
for (;;) {
  const report = await beside.report(id)
  if (report.state === 'sent' && report.pending === 0) break
  await pause(250)
}
const answered = await asking.stop()
const report = await beside.report(id)
const sent = api.calls.filter(({ method, payload }) => method === 'sendMessage' && isCopy(payload))
const seconds = (sent.at(-1)!.at - sent[0]!.at) / 1000
const held = heldSeconds()
const best = (n + answered.length) / 30
const times = Map.groupBy(copies(), ({ chat }) => chat)
const living = [...Array(n).keys()].map((nth) => Number(chatOf(nth, nth % 50 === 0))).filter((chat) => !dead.has(chat))
const without = living.filter((chat) => !times.has(chat) && !times.has(movedOf(chat)))
const doubled = [...times.values()].filter((list) => list.length > 1).length
const refused = sent.filter(({ status }) => status === 429).length
const answersRefused = api.calls.filter(
  ({ method, payload, status }) => method === 'sendMessage' && status === 429 && !isCopy(payload),
).length
console.log(
  [
    `${n} destinations, ${values.faults} of them with a fault`,
    values.kill ? ', killed once' : '',
    values.two ? ', two programs on one PostgreSQL, one killed' : '',
    `; the server allows ${values.limit} in any second`,
  ].join(''),
)
console.log(
  [
    `calls ${sent.length}`,
    `${seconds.toFixed(1)} s`,
    `at best ${best.toFixed(1)} s for it and the answers at 30/s, and ${held.toFixed(1)} s of waits asked for: ` +
      `${(100 * (seconds / (best + held) - 1)).toFixed(1)} % above`,
    `429 ${refused}`,
    `before a wait was over ${early.length}`,
  ].join('; '),
)
console.log(
  [
    `living without it ${without.length}`,
    `doubled ${doubled}, of whom reported ${report.possiblyTwice >= doubled ? 'all' : 'NOT all'}`,
    `report: sent ${report.sent}, failed ${report.failed}, uncertain ${report.uncertain}, ` +
      `possibly twice ${report.possiblyTwice}`,
  ].join('; '),
)
console.log(
  `questions meanwhile ${answered.length} (${answersRefused} answers refused with 429): ` +
    `p50 ${at(answered, 0.5)} ms, p99 ${at(answered, 0.99)} ms, longest ${at(answered, 1)} ms; ` +
    `violations ${api.violations.length}`,
)
await bot.end()

function chatOf(nth: number, group: boolean): string {
  return group ? `-${500_000 + nth}` : `${100_000 + nth}`
}

function movedOf(chat: number): number {
  return chat - 1_000_000_000_000
}

function next(): number {
  // A plain congruential generator (Numerical Recipes): the same faults in every run.
  random = (random * 1_664_525 + 1_013_904_223) % 2 ** 32
  return random / 2 ** 32
}

function faultFor(nth: number): Fault | undefined {
  if (next() > Number(values.faults)) return undefined
  const group = nth % 50 === 0
  const faults: Fault[] = [
    { status: 429, retryAfter: 1 + Math.floor(next() * 3) },
    { status: 500, description: 'Internal Server Error' },
    'reset',
    'reset after it took effect',
    { status: 403, description: 'Forbidden: bot was blocked by the user' },
    ...(group
      ? [
          {
            status: 400,
            description: 'Bad Request: group chat was upgraded to a supergroup chat',
            movedTo: movedOf(Number(chatOf(nth, true))),
          },
        ]
      : []),
  ]
  return group ? faults.at(-1) : faults[Math.floor(next() * faults.length)]
}

function isCopy({ text }: Payload): boolean {
  return Object.values(title).some((one) => String(text).includes(one))
}

/** Copies as people see them. */
function copies(): readonly Shown[] {
  return api.everything().filter(({ text }) => Object.values(title).some((one) => text.includes(one)))
}

/** Seconds in which some wait ran. */
function heldSeconds(): number {
  let [total, end] = [0, 0]
  for (const { from, until } of waits) {
    total += Math.max(0, until - Math.max(from, end))
    end = Math.max(end, until)
  }
  return total / 1000
}

function at(sorted: readonly number[], share: number): string {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]?.toFixed(0) ?? '–'
}

/** Asks a question every second from somebody who is not subscribed. */
function askNowAndThen() {
  const waited: { start: number; ms: number }[] = []
  let person = 900_000
  const timer = setInterval(() => {
    const chat = ++person
    const start = performance.now()
    api.push(aMessage({ from: { id: chat, language: 'en' }, text: 'When is the summit?' }))
    void api
      .until(() => api.shown(chat).length > 0, 'answered')
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
        .filter(({ start, ms }) => start + ms < down.from || start > down.until)
        .map(({ ms }) => ms)
        .toSorted((a, b) => a - b)
    },
  }
}
