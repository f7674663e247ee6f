import { existsSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// Remembers the program without its types, so that only the first start strips them: half the time and 20 MB less.
enableCompileCache()

const { runAsk, runKnowledge, talk, UsageError } = await import('./bots/terminal/commands.ts')
const { createAssistant } = await import('./core/assistant.ts')
const { ConfigError, readConfig } = await import('./core/config.ts')
const { say } = await import('./core/i18n.ts')
const { createLog } = await import('./core/log.ts')
const { PackError } = await import('./knowledge/fault.ts')
const { loadPack } = await import('./knowledge/load.ts')

const bulletin = fileURLToPath(new URL('knowledge/bulletin', import.meta.url))

/** `main.ts` starts everything that is configured; `main.ts ask …` and `main.ts knowledge …` are tools for the terminal. */
async function main([command, ...args]: readonly string[]): Promise<void> {
  if (command === 'knowledge') return runKnowledge(args)
  if (existsSync('.env')) process.loadEnvFile('.env')
  const config = readConfig(process.env)
  if (command === 'ask') return runAsk(args, config, bulletin)
  if (command !== undefined) throw new UsageError(`no command ${command}; use ask, knowledge or none`)
  const log = createLog(config.logLevel)
  const pack = loadPack(config.knowledge ?? bulletin)
  const assistant = createAssistant(pack, config.defaultLanguage)
  log.debug({ pack: pack.id, entries: pack.entries.length, uptimeMs: Math.round(process.uptime() * 1000) }, 'ready')
  process.stdout.write(`${say(config.defaultLanguage, 'terminal.noPlatform')}\n`)
  await talk(assistant, config)
}

// Whoever reads the answers may stop reading ("| head"): that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

try {
  await main(process.argv.slice(2))
} catch (error) {
  // Faults of settings and packs are for people: a message, no stack.
  if (!(error instanceof PackError || error instanceof ConfigError || error instanceof UsageError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = error instanceof UsageError ? 2 : 1
}
