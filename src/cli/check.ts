import { countOwnEntries } from '../knowledge/common-gap.ts'
import { openPacks } from '../core/knowledge-base/open-packs.ts'
import { sqlitePath } from '../core/store/database-url.ts'
import { openStore } from '../core/store/open.ts'
import { OperatorError } from '../knowledge/fault.ts'
import { startHttpServer } from '../operation/http-server.ts'
import { secretsOf, type Config } from '../operation/config.ts'
import { Hono } from 'hono'
import { checkDiscord, checkTelegram } from './check-platforms.ts'

/** What a check found out: a line of its own, or what is wrong. */
type Finding = { readonly name: string; readonly ok: boolean; readonly says: string }

/**
 * `--check`: reads the packs, opens the database (and brings its tables up to date), asks the platforms who the tokens
 * are of, and says what it found; all at once, so that nobody waits for one after the other. Throws an OperatorError if
 * something is wrong.
 */
export async function runCheck(
  config: Config,
  builtIn: string,
  stdout: { readonly write: (text: string) => unknown },
): Promise<void> {
  const { telegram, discord } = config
  const findings = await Promise.all([
    finding('knowledge', () => checkKnowledge(config.knowledge ?? [builtIn])),
    finding('database', () => checkDatabase(config.databaseUrl)),
    finding('http', () => checkPort(config)),
    ...(telegram ? [finding('telegram', () => checkTelegram(telegram))] : []),
    ...(discord ? [finding('discord', () => checkDiscord(discord))] : []),
  ])
  const secrets = secretsOf(config)
  for (const { name, ok, says } of findings) {
    const told = secrets.reduce((text, secret) => text.replaceAll(secret, '[secret]'), says)
    stdout.write(`${name.padEnd(9)} ${ok ? 'ok' : 'WRONG'}: ${told}\n`)
  }
  const wrong = findings.filter(({ ok }) => !ok).map(({ name }) => name)
  if (wrong.length > 0) throw new OperatorError(`Not well: ${wrong.join(', ')}`)
  if (!telegram && !discord)
    throw new OperatorError('Neither TELEGRAM_BOT_TOKEN nor DISCORD_TOKEN is set: nobody is served')
}

async function finding(name: string, check: () => Promise<string>): Promise<Finding> {
  try {
    return { name, ok: true, says: await check() }
  } catch (error) {
    return { name, ok: false, says: error instanceof Error ? error.message : String(error) }
  }
}

async function checkKnowledge(paths: readonly [string, ...string[]]): Promise<string> {
  const { each } = await openPacks(paths)
  const packs = each.map(({ current }) => current().pack)
  return packs.map((pack) => `${pack.id}, ${countOwnEntries(pack)} entries`).join('; ')
}

async function checkDatabase(url: string): Promise<string> {
  await using store = await openStore(url)
  await store.probe()
  return `${sqlitePath(url) !== undefined ? url : 'PostgreSQL'}, whole and writable, its tables up to date`
}

/** A port that is taken only keeps the health page away, unless Telegram is to send updates to it. */
async function checkPort({ http: { host, port }, telegram }: Config): Promise<string> {
  try {
    await using server = await startHttpServer(new Hono(), host, port)
    return server.address
  } catch (error) {
    if (telegram?.webhook || !(error instanceof OperatorError)) throw error
    return `${error.message}; without it there is no health page (if Jauap runs already, it is its own)`
  }
}
