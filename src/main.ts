import { existsSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Config } from './operation/config.ts'

// Remembers the program without its types, so that only the first start strips them: half the time and 20 MB less.
enableCompileCache()

const { runAsk, talk } = await import('./cli/commands.ts')
const { UsageError } = await import('./cli/parse.ts')
const { readConfig, secretsOf } = await import('./operation/config.ts')
const { OperatorError } = await import('./knowledge/fault.ts')

const bulletin = fileURLToPath(new URL('knowledge/bulletin', import.meta.url))

/** `main.ts` starts everything that is configured; the other commands are tools for the terminal. */
async function main([command, ...args]: readonly string[]): Promise<void> {
  if (command === 'knowledge') return (await import('./cli/knowledge/knowledge.ts')).runKnowledge(args, process)
  if (existsSync('.env')) process.loadEnvFile('.env')
  const config = readConfig(process.env)
  if (command === 'ask') return runAsk(args, config, bulletin)
  // What only the platforms need is not loaded for a question in the terminal.
  if (command === 'feedback') return (await import('./cli/feedback.ts')).runFeedback(args, config)
  if (command === 'announce')
    return (await import('./cli/announce/announce.ts')).runAnnounce(args, config, bulletin, process)
  if (command === 'register') return (await import('./cli/register.ts')).runRegister(args, config)
  if (command !== undefined)
    throw new UsageError(`no command ${command}; use ask, announce, knowledge, feedback, register or none`)
  if (config.telegram ?? config.discord) return serveUntilSignalled(config)
  await talk(config.knowledge ?? bulletin, config, undefined, 'terminal.noPlatform')
}

/** Serves until a signal. An unforeseen fault goes through the log, which cuts secrets from what libraries say. */
async function serveUntilSignalled(config: Config): Promise<void> {
  const [{ serve }, { createLog }, { abortOnSignal }] = await Promise.all([
    import('./serve.ts'),
    import('./operation/log.ts'),
    import('./operation/signals.ts'),
  ])
  const log = createLog(config.logLevel, secretsOf(config))
  // Libraries start work that nobody waits for; what becomes of one interaction must not end all platforms.
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'something failed that nobody waited for'))
  try {
    await serve(config, bulletin, {
      stopping: abortOnSignal(),
      now: () => new Date(),
      log,
      onListening: (address) => process.stdout.write(`listening on ${address}\n`),
    })
  } catch (error) {
    if (error instanceof OperatorError) throw error
    log.fatal({ err: error }, 'stopped by a fault')
    process.exitCode = 1
  } finally {
    // Everything is closed; but discord.js may still be reconnecting, which nothing can stop (WebSocketShard.destroy).
    setImmediate(() => process.exit())
  }
}

// Whoever reads the answers may stop reading ("| head"): that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof OperatorError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = error instanceof UsageError ? 2 : 1
}
