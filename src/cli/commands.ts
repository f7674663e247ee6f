import { basename, join } from 'node:path'
import { plainText } from '../core/answering/reply.ts'
import type { Assistant } from '../core/answering/assistant.ts'
import { packPathsIn, repeatedIn } from '../operation/pack-paths.ts'
import type { Config } from '../operation/config.ts'
import type { Language } from '../knowledge/language.ts'
import { holdKnowledge } from '../core/knowledge-base/knowledge.ts'
import { openEach } from '../core/knowledge-base/open-each.ts'
import { openEvents } from '../core/events/events-assistant.ts'
import type { KnowledgeBase } from '../core/knowledge-base/knowledge-base.ts'
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
  const packs = packsNamed(values.knowledge) ?? config.knowledge ?? [builtIn]
  if (!values.batch && positionals.length === 0) return void (await talk(packs, config, { environment, language }))
  const assistant = await assistantFor(packs, values.batch ? config.defaultLanguage : languageHere(config))
  if (values.batch) {
    // Checks its lines by schemas, which a single question does not wait for.
    const { answerBatch } = await import('../bots/terminal/batch.ts')
    return answerBatch(assistant, process.stdin, process.stdout)
  }
  const answer = assistant.ask({ text: positionals.join(' '), language, now: new Date() })
  if (values.explain) process.stdout.write(`${explain(answer, assistant)}\n\n`)
  process.stdout.write(`${fitted(plainText(answer.reply), screenOf(process.stdout, environment))}\n`)
}

type Packs = readonly [string, ...string[]]

/** The packs of `--knowledge`. Throws a UsageError. */
function packsNamed(list: string | undefined): Packs | undefined {
  if (list === undefined) return undefined
  const [first, ...others] = packPathsIn(list)
  if (first === undefined) throw misused('--knowledge names no directory', helpTexts.ask)
  const twice = repeatedIn([first, ...others])
  if (twice !== undefined) throw misused(`--knowledge names ${twice} twice`, helpTexts.ask)
  return [first, ...others]
}

/** An assistant for packs that stay as they are while a command runs. Throws an OperatorError. */
async function assistantFor(packs: Packs, chosen: Language | undefined): Promise<Assistant> {
  const each = await openEach(packs, async (pack) =>
    holdKnowledge(readKnowledge(readPackFiles(pack)) ?? (await learn(pack))),
  )
  return openEvents(each, chosen)
}

async function learn(pack: string): Promise<KnowledgeBase> {
  const { compileApart } = await import('../core/knowledge-base/compile-apart.ts')
  return patiently(learning([pack]), process.stderr, compileApart(pack))
}

/** What is told while packs are learnt. */
function learning(packs: readonly string[]): string {
  return `Learning the pack ${packs.map((pack) => basename(pack)).join(', ')}, once`
}

/** The language of whoever is at the terminal, if anything tells it beside what they write. */
function languageHere({ terminalLanguage, defaultLanguage }: Config): Language | undefined {
  return terminalLanguage ?? defaultLanguage
}

/**
 * A conversation on standard input and output, which follows changes of its packs; why one is refused is written to
 * standard error. `notice`: what is said first, in some language. Resolves with the number of lines that came. Throws a
 * PackError.
 */
export async function talk(
  packs: Packs,
  config: Config,
  {
    environment,
    language,
    notice,
  }: { environment: Environment; language?: Language | undefined; notice?: (language: Language) => string },
): Promise<number> {
  // A single question does not wait for what follows a pack.
  const { openPacks } = await import('../core/knowledge-base/open-packs.ts')
  const knowledge = await patiently(learning(packs), process.stderr, openPacks(packs))
  await using _following = knowledge.follow({
    onReplaced: () => {},
    onRefused: (faults, { path }) => process.stderr.write(`\n${new PackError(path, faults).message}\n`),
  })
  const defaultLanguage = languageHere(config) ?? knowledge.each[0].current().pack.languages[0]!
  const screen = screenOf(process.stdout, environment)
  if (notice) process.stdout.write(`${fitted(notice(language ?? defaultLanguage), { ...screen, coloured: false })}\n`)
  // Followed until it ends.
  return await converse(openEvents(knowledge.each, defaultLanguage), {
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
