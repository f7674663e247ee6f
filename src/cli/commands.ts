import { basename, join } from 'node:path'
import { plainText } from '../core/answering/reply.ts'
import { openAssistant, type Assistant } from '../core/answering/assistant.ts'
import type { Config } from '../operation/config.ts'
import type { Language } from '../knowledge/language.ts'
import { holdKnowledge } from '../core/knowledge-base/knowledge.ts'
import { readKnowledge } from '../core/knowledge-base/load-knowledge.ts'
import { converse } from '../bots/terminal/conversation.ts'
import { explain } from '../bots/terminal/explain.ts'
import { PackError } from '../knowledge/fault.ts'
import { readPackFiles } from '../knowledge/pack-files.ts'
import { fitted, noScreen, screenOf } from '../bots/terminal/screen.ts'
import { helpTexts } from './help.ts'
import { misused, parse, readLanguage } from './parse.ts'
import { patiently } from './patience.ts'

/** The variables of the environment, which main reads. */
type Environment = Readonly<Record<string, string | undefined>>

/** `ask`: one question, a batch of them, or a conversation. */
export async function runAsk(
  args: readonly string[],
  config: Config,
  { builtIn, environment }: { builtIn: string; environment: Environment },
): Promise<void> {
  const { values, positionals } = parse(args, helpTexts.ask, {
    language: { type: 'string' },
    knowledge: { type: 'string' },
    batch: { type: 'boolean' },
    explain: { type: 'boolean' },
  })
  const language = readLanguage(values.language)
  if (values.batch && (positionals.length > 0 || language))
    throw misused('--batch takes its questions and languages from its lines', helpTexts.ask)
  const pack = values.knowledge ?? config.knowledge ?? builtIn
  if (!values.batch && positionals.length === 0) return void (await talk(pack, config, { environment, language }))
  const assistant = await assistantFor(pack, values.batch ? config.defaultLanguage : languageHere(config))
  if (values.batch) {
    // Checks its lines by schemas, which a single question does not wait for.
    const { answerBatch } = await import('../bots/terminal/batch.ts')
    return answerBatch(assistant, process.stdin, process.stdout)
  }
  const answer = assistant.ask({ text: positionals.join(' '), language, now: new Date() })
  if (values.explain) process.stdout.write(`${explain(answer, assistant)}\n\n`)
  process.stdout.write(`${fitted(plainText(answer.reply), screenOf(process.stdout, environment))}\n`)
}

/** An assistant for a pack that stays as it is while a command runs. Throws a PackError. */
async function assistantFor(pack: string, chosen: Language | undefined): Promise<Assistant> {
  const learn = async () => {
    const { compileApart } = await import('../core/knowledge-base/compile-apart.ts')
    return patiently(learning(pack), process.stderr, compileApart(pack))
  }
  const knowledge = readKnowledge(readPackFiles(pack)) ?? (await learn())
  return openAssistant(holdKnowledge(knowledge), chosen ?? knowledge.pack.languages[0]!)
}

/** What is told while a pack is learnt. */
function learning(pack: string): string {
  return `Learning the pack ${basename(pack)}, once`
}

/** The language of whoever is at the terminal, if anything tells it beside what they write. */
function languageHere({ terminalLanguage, defaultLanguage }: Config): Language | undefined {
  return terminalLanguage ?? defaultLanguage
}

/**
 * A conversation on standard input and output, which follows changes of its pack; why one is refused is written to
 * standard error. `notice`: what is said first, in some language. Resolves with the number of lines that came. Throws a
 * PackError.
 */
export async function talk(
  pack: string,
  config: Config,
  {
    environment,
    language,
    notice,
  }: { environment: Environment; language?: Language | undefined; notice?: (language: Language) => string },
): Promise<number> {
  // A single question does not wait for what follows a pack.
  const { openKnowledge } = await import('../core/knowledge-base/follow-pack.ts')
  const knowledge = await patiently(learning(pack), process.stderr, openKnowledge(pack))
  await using _following = knowledge.follow({
    onReplaced: () => {},
    onRefused: (faults) => process.stderr.write(`\n${new PackError(pack, faults).message}\n`),
  })
  const defaultLanguage = languageHere(config) ?? knowledge.current().pack.languages[0]!
  const screen = screenOf(process.stdout, environment)
  if (notice) process.stdout.write(`${fitted(notice(language ?? defaultLanguage), { ...screen, coloured: false })}\n`)
  // Followed until it ends.
  return await converse(openAssistant(knowledge, defaultLanguage), {
    input: process.stdin,
    output: process.stdout,
    screen: process.stdin.isTTY ? screen : noScreen,
    language,
    defaultLanguage,
    historyFile: historyFileIn(environment),
  })
}

/** Where what was asked is kept: specifications.freedesktop.org/basedir. */
function historyFileIn({ XDG_STATE_HOME: state, HOME: home }: Environment): string | undefined {
  const directory = state || (home ? join(home, '.local', 'state') : undefined)
  return directory && join(directory, 'jauap', 'history')
}
