import { say, type TextKey } from '../core/i18n.ts'
import { plainText } from '../core/answering/reply.ts'
import { openAssistant, type Assistant } from '../core/answering/assistant.ts'
import type { Config } from '../operation/config.ts'
import type { Language } from '../knowledge/language.ts'
import { holdKnowledge } from '../core/knowledge-base/knowledge.ts'
import { loadKnowledge } from '../core/knowledge-base/load-knowledge.ts'
import { converse } from '../bots/terminal/conversation.ts'
import { explain } from '../bots/terminal/explain.ts'
import { PackError } from '../knowledge/fault.ts'
import { parse, readLanguage, UsageError } from './parse.ts'

const askUsage =
  'usage: ask [QUESTION] [--language kk|ru|en] [--knowledge DIR] [--explain] | ask --batch [--knowledge DIR]'

/** `ask`: one question, a batch of them, or a conversation. */
export async function runAsk(args: readonly string[], config: Config, builtIn: string): Promise<void> {
  const { values, positionals } = parse(args, askUsage, {
    language: { type: 'string' },
    knowledge: { type: 'string' },
    batch: { type: 'boolean' },
    explain: { type: 'boolean' },
  })
  const language = readLanguage(values.language)
  if (values.batch && (positionals.length > 0 || language))
    throw new UsageError(`--batch takes its questions and languages from its lines\n${askUsage}`)
  const pack = values.knowledge ?? config.knowledge ?? builtIn
  if (!values.batch && positionals.length === 0) return talk(pack, config, language)
  const assistant = await assistantFor(pack, config)
  if (values.batch) {
    // Checks its lines by schemas, which a single question does not wait for.
    const { answerBatch } = await import('../bots/terminal/batch.ts')
    return answerBatch(assistant, process.stdin, process.stdout)
  }
  const answer = assistant.ask({ text: positionals.join(' '), language, now: new Date() })
  if (values.explain) process.stdout.write(`${explain(answer, assistant)}\n\n`)
  process.stdout.write(`${plainText(answer.reply)}\n`)
}

/** An assistant for a pack that stays as it is while a command runs. Throws a PackError. */
async function assistantFor(pack: string, { defaultLanguage }: Config): Promise<Assistant> {
  return openAssistant(holdKnowledge(await loadKnowledge(pack)), defaultLanguage)
}

/**
 * A conversation on standard input and output, which follows changes of its pack; why one is refused is written to
 * standard error. `notice`: what is said first. Throws a PackError.
 */
export async function talk(pack: string, config: Config, language?: Language, notice?: TextKey): Promise<void> {
  // A single question does not wait for what follows a pack.
  const { openKnowledge } = await import('../core/knowledge-base/follow-pack.ts')
  const knowledge = await openKnowledge(pack)
  await using _following = knowledge.follow({
    onReplaced: () => {},
    onRefused: (faults) => process.stderr.write(`\n${new PackError(pack, faults).message}\n`),
  })
  const defaultLanguage = config.defaultLanguage ?? knowledge.current().pack.languages[0]!
  if (notice !== undefined) process.stdout.write(`${say(defaultLanguage, notice)}\n`)
  const assistant = openAssistant(knowledge, defaultLanguage)
  await converse(assistant, { input: process.stdin, output: process.stdout, language, defaultLanguage })
}
