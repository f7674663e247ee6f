import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCheck } from '../../src/cli/check.ts'
import { OperatorError } from '../../src/knowledge/fault.ts'
import { readConfig } from '../../src/operation/config.ts'
import { startDiscord } from '../support/discord/server.ts'
import { aDirectory, bulletin, smallPack } from '../support/packs.ts'
import { startBotApi } from '../support/telegram/server.ts'

/** What a check says, and what it ends with if that is a fault. */
async function checked(env: Readonly<Record<string, string>>): Promise<{ says: string; fault: string | undefined }> {
  const defaults = { KNOWLEDGE: smallPack, DATABASE_URL: `sqlite:${join(aDirectory({}), 'jauap.db')}`, HTTP_PORT: '0' }
  let says = ''
  const stdout = { write: (text: string) => (says += text) }
  try {
    await runCheck(readConfig({ ...defaults, ...env }), bulletin, stdout)
    return { says, fault: undefined }
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error
    return { says, fault: error.message }
  }
}

test('a check tells what is there, whose the tokens are, and how the bot is invited', async () => {
  await using api = await startBotApi()
  await using discord = await startDiscord()
  const { says, fault } = await checked({
    TELEGRAM_BOT_TOKEN: api.token,
    TELEGRAM_API_ROOT: api.root,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_ROOT: discord.root,
  })
  expect(fault).toBeUndefined()
  expect(says).toMatch(/^knowledge ok: /m)
  expect(says).toMatch(/^database {2}ok: sqlite:.*whole and writable/m)
  expect(says).toMatch(/^telegram {2}ok: @jauap_test_bot \(https:\/\/t\.me\/jauap_test_bot\)/m)
  const [, invitation] = /^discord {3}ok: .* 9000; invite it by (\S+)$/m.exec(says)!
  const { origin, pathname, searchParams } = new URL(invitation!)
  expect(`${origin}${pathname}`).toBe('https://discord.com/oauth2/authorize')
  // View, send, in threads, embed, attach, history, everyone, create events: bits 10, 11, 38, 14, 15, 16, 17, 44.
  const permissions = [10, 11, 38, 14, 15, 16, 17, 44].reduce((sum, bit) => sum + 2 ** bit, 0)
  expect(Object.fromEntries(searchParams)).toEqual({
    client_id: '9000',
    permissions: String(permissions),
    scope: 'bot applications.commands',
  })
  expect([...api.violations, ...discord.violations]).toEqual([])
})

test('a check names all that is wrong at once, and no secret', async () => {
  await using api = await startBotApi()
  await using discord = await startDiscord()
  const { says, fault } = await checked({
    TELEGRAM_BOT_TOKEN: '1:wrong',
    TELEGRAM_API_ROOT: api.root,
    DISCORD_TOKEN: 'wrong.token',
    DISCORD_API_ROOT: discord.root,
    KNOWLEDGE: '/nowhere',
    DATABASE_URL: 'sqlite:/proc/деректер/y.db',
  })
  expect(fault).toBe('Not well: knowledge, database, telegram, discord')
  expect(says).toMatch(/^telegram {2}WRONG: Telegram refuses TELEGRAM_BOT_TOKEN/m)
  expect(says).toMatch(/^discord {3}WRONG: Discord refuses DISCORD_TOKEN/m)
  expect(says).toMatch(/^knowledge WRONG: [^]*\/nowhere/m)
  expect(says).toMatch(/^database {2}WRONG: .*sqlite:\/proc\/деректер\/y\.db/m)
  expect(says).not.toMatch(/1:wrong|wrong\.token/)
})

test('a check without a token says that nobody is served', async () => {
  expect((await checked({})).fault).toMatch(/Neither TELEGRAM_BOT_TOKEN nor DISCORD_TOKEN is set/)
})

test('a check does not wait for a platform that says nothing', async () => {
  await using api = await startBotApi()
  api.fault = () => 'silence'
  const { says } = await checked({ TELEGRAM_BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.root })
  expect(says).toMatch(/^telegram {2}WRONG: Telegram can't be reached: no answer within 4 s/m)
})
