import { plainText } from '../core/answering/reply.ts'
import { createAssistant, type Assistant } from '../core/answering/assistant.ts'
import type { Config } from '../operation/config.ts'
import type { Language } from '../knowledge/language.ts'
import { loadPack } from '../knowledge/load.ts'
import { answerBatch } from '../bots/terminal/batch.ts'
import { converse } from '../bots/terminal/conversation.ts'
import { explain } from '../bots/terminal/explain.ts'
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
  const assistant = createAssistant(loadPack(values.knowledge ?? config.knowledge ?? builtIn), config.defaultLanguage)
  if (values.batch) return answerBatch(assistant, process.stdin, process.stdout)
  if (positionals.length === 0) return talk(assistant, config, language)
  const answer = assistant.ask({ text: positionals.join(' '), language, now: new Date() })
  if (values.explain) process.stdout.write(`${explain(answer, assistant)}\n\n`)
  process.stdout.write(`${plainText(answer.reply)}\n`)
}

/** A conversation on standard input and output. */
export function talk(assistant: Assistant, { defaultLanguage }: Config, language?: Language): Promise<void> {
  return converse(assistant, { input: process.stdin, output: process.stdout, language, defaultLanguage })
}

/** `knowledge check DIR`: says what is wrong with a pack, or how large it is. Throws a PackError with all faults. */
export function runKnowledge(args: readonly string[]): void {
  const usage = 'usage: knowledge check DIR'
  const { positionals } = parse(args, usage, {})
  const [verb, directory, ...rest] = positionals
  if (verb !== 'check' || directory === undefined || rest.length > 0) throw new UsageError(usage)
  const { entries, languages } = loadPack(directory)
  const questions = entries.reduce((sum, { questions: { kk, ru, en } }) => sum + kk.length + ru.length + en.length, 0)
  process.stdout.write(
    `${directory}: no faults; ${entries.length} entries, ${questions} questions, languages ${languages.join(', ')}\n`,
  )
}
