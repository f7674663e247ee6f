import { setTimeout as pause } from 'node:timers/promises'
import { Routes, type REST } from 'discord.js'
import type { Logger } from 'pino'
import { backOff } from '../../core/back-off.ts'
import { commandDefinitions } from './commands.ts'
import { saysTheSame } from './says-the-same.ts'

/** Registers the commands, unless they are registered as they are. Returns whether they were. */
export async function registerCommands(rest: REST, application: string): Promise<boolean> {
  const route = Routes.applicationCommands(application)
  const wanted = commandDefinitions()
  const present = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) })
  if (saysTheSame(wanted, present)) return false
  await rest.put(route, { body: wanted })
  return true
}

/** Some ten to twenty minutes. */
const attempts = 9
const pausesMs = { firstMs: 5000, longestMs: 600_000 }

/** The same at the start of a bot, which goes on without: commands of before may be there. Tried again for a while. */
export async function keepCommandsRegistered(
  rest: REST,
  application: string,
  log: Logger,
  stopping: AbortSignal,
): Promise<void> {
  for (let failures = 1; failures <= attempts && !stopping.aborted; failures++) {
    try {
      const changed = await registerCommands(rest, application)
      return log.info({ platform: 'discord', changed }, 'commands registered')
    } catch (error) {
      if (stopping.aborted) return
      const pauseMs = failures < attempts ? backOff(failures, pausesMs) : 0
      log.warn({ platform: 'discord', err: error, pauseMs }, 'commands not registered')
      await pause(pauseMs, undefined, { signal: stopping, ref: false }).catch(() => {})
    }
  }
}
