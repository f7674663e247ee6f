import { setTimeout as pause } from 'node:timers/promises'
import { Routes, type REST } from 'discord.js'
import type { Logger } from 'pino'
import { commandDefinitions } from './commands.ts'

/** Registers the commands, unless they are registered as they are. Returns whether they were. */
export async function registerCommands(rest: REST, application: string): Promise<boolean> {
  const route = Routes.applicationCommands(application)
  const wanted = commandDefinitions()
  const present = (await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) })) as object[]
  if (JSON.stringify(comparable(wanted)) === JSON.stringify(comparable(present))) return false
  await rest.put(route, { body: wanted })
  return true
}

const pausesMs = [5000, 30_000, 120_000, 600_000]

/** The same at the start of a bot, which goes on without: commands of before may be there. Tried again for a while. */
export async function keepCommandsRegistered(
  rest: REST,
  application: string,
  log: Logger,
  stopping: AbortSignal,
): Promise<void> {
  for (const ms of [...pausesMs, 0]) {
    try {
      const changed = await registerCommands(rest, application)
      return log.info({ platform: 'discord', changed }, 'commands registered')
    } catch (error) {
      if (stopping.aborted) return
      log.warn({ platform: 'discord', err: error, pauseMs: ms }, 'commands not registered')
      await pause(ms, undefined, { signal: stopping, ref: false }).catch(() => {})
    }
  }
}

/** What Discord adds to a command, and names that it has chosen for the one who asks. */
const theirs = new Set([
  'id',
  'application_id',
  'version',
  'guild_id',
  'dm_permission',
  'default_permission',
  'name_localized',
  'description_localized',
  'handler',
])

/** Values that mean the same as leaving the key out. */
function saysNothing(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === false ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  )
}

/** Keys in one order, without what Discord adds or leaves out; commands by name. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(comparable).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key, held]) => !theirs.has(key) && !saysNothing(held))
  return Object.fromEntries(
    entries
      .map(([key, held]) => [key, key === 'default_member_permissions' ? String(held) : comparable(held)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
}
