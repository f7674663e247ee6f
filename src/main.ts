import { fstatSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Language } from './knowledge/language.ts'
import type { Config } from './operation/config.ts'

// Remembers the program without its types, so that only the first start strips them: half the time and 20 MB less.
enableCompileCache()

const { runAsk, talk } = await import('./cli/commands.ts')
const { askedToTell, helpTexts } = await import('./cli/help.ts')
const { orMeant } = await import('./cli/nearest.ts')
const { misused, parse, UsageError } = await import('./cli/parse.ts')
const { readConfig, secretsOf } = await import('./operation/config.ts')
const { describeMisspelt } = await import('./operation/setting-names.ts')
const { settingsIn } = await import('./operation/settings-file.ts')
const { say } = await import('./core/i18n.ts')
const { OperatorError } = await import('./knowledge/fault.ts')

const bulletin = fileURLToPath(new URL('knowledge/bulletin', import.meta.url))

/** `main.ts` starts everything that is configured; the other commands are tools for the terminal. */
async function main(words: readonly string[]): Promise<void> {
  const isCommand = words[0] !== undefined && !words[0].startsWith('-')
  const [command, args] = isCommand ? [words[0], words.slice(1)] : [undefined, words]
  const told = askedToTell(command, args)
  if (told !== undefined) return void process.stdout.write(told)
  if (command === 'knowledge') return (await import('./cli/knowledge/knowledge.ts')).runKnowledge(args, process)
  Object.assign(process.env, { ...settingsIn('.env'), ...process.env })
  const config = readConfig(process.env)
  for (const line of describeMisspelt(config.misspelt)) process.stderr.write(`${line}\n`)
  if (command === undefined) return start(args, config)
  if (command === 'ask') return runAsk(args, config, { builtIn: bulletin, environment: process.env })
  // What only the platforms need is not loaded for a question in the terminal.
  if (command === 'feedback') return (await import('./cli/feedback.ts')).runFeedback(args, config)
  if (command === 'announce')
    return (await import('./cli/announce/announce.ts')).runAnnounce(args, config, bulletin, process)
  if (command === 'register') return (await import('./cli/register.ts')).runRegister(args, config)
  if (command === 'backup') return (await import('./cli/backup.ts')).runBackup(args, config)
  if (command === 'restore') return (await import('./cli/backup.ts')).runRestore(args, config)
  if (command === 'health') return (await import('./cli/health.ts')).runHealth(args, config)
  throw misused(`There is no command ${command}${orMeant(command, Object.keys(helpTexts))}`, helpTexts.start)
}

/** What is configured; without a platform the conversation, if there is anybody to talk to. */
async function start(args: readonly string[], config: Config): Promise<void> {
  const { values, positionals } = parse(args, helpTexts.start, { check: { type: 'boolean' } })
  if (positionals.length > 0) throw misused(`What is ${positionals.join(' ')}?`, helpTexts.start)
  if (values.check) return (await import('./cli/check.ts')).runCheck(config, bulletin, process.stdout)
  if (config.telegram ?? config.discord) return serveUntilSignalled(config)
  const { missingPlatform, wantsPlatform } = await import('./cli/missing-platform.ts')
  const isTerminal = process.stdin.isTTY
  if (!isTerminal && (wantsPlatform(process.env, config) || fstatSync(0).isCharacterDevice())) throw missingPlatform()
  const lines = await talk(config.knowledge ?? [bulletin], config, { environment: process.env, notice: noPlatform })
  // A service whose input is a pipe that nobody writes to.
  if (lines === 0 && !isTerminal) throw missingPlatform()
}

function noPlatform(language: Language): string {
  return say(language, 'terminal.noPlatform')
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
