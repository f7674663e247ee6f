import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { openAssistant } from '../../core/answering/assistant.ts'
import { holdKnowledge } from '../../core/knowledge-base/knowledge.ts'
import { loadKnowledge } from '../../core/knowledge-base/load-knowledge.ts'
import { readMoment } from '../../core/time/venue.ts'
import { OperatorError } from '../../knowledge/fault.ts'
import { readQuestions } from '../../trying/read-questions.ts'
import { readAnswers, rememberAnswers, tryQuestions, type Tried } from '../../trying/try-questions.ts'
import { parse, UsageError } from '../parse.ts'
import { counted } from './fault-json.ts'
import { knowledgeUsage } from '../knowledge-help.ts'
import type { Terminal } from './terminal.ts'

/**
 * `knowledge test DIR FILE`: asks the questions of a file, tells each answer's first line, which are not as expected
 * and which have changed since the last time, and keeps the answers beside the file. Throws an OperatorError if any is
 * not as expected.
 */
export async function testQuestions(args: readonly string[], { stdout }: Terminal): Promise<void> {
  const { values, positionals } = parse(args, knowledgeUsage, { json: { type: 'boolean' }, now: { type: 'string' } })
  const [directory, file, ...rest] = positionals
  if (directory === undefined || file === undefined || rest.length > 0) throw new UsageError(knowledgeUsage)
  if (!existsSync(file)) throw new OperatorError(`${file}: there is no such file; write questions into it, one a line`)
  const trials = await readQuestions(file, readFileSync(file))
  const assistant = openAssistant(holdKnowledge(await loadKnowledge(directory)), 'en')
  const { timeZone } = assistant.pack
  const now = values.now === undefined ? new Date() : readMoment(values.now.replace('T', ' '), timeZone)
  if (!now) throw new UsageError(`--now ${values.now}: write a moment at the venue, such as "2026-06-10 09:00"`)
  const kept = `${file}.last`
  const last = existsSync(kept) ? readAnswers(readFileSync(kept, 'utf8')) : {}
  const tried = tryQuestions(trials, assistant, now, last)
  writeFileSync(kept, rememberAnswers(tried))
  const wrong = tried.filter(({ asExpected }) => asExpected === false)
  stdout.write(values.json ? `${JSON.stringify(json(tried))}\n` : told(tried))
  if (wrong.length > 0) throw new OperatorError(`${counted(wrong.length, 'answer')} not as expected`)
}

function json(tried: readonly Tried[]): object {
  return {
    right: tried.filter(({ asExpected }) => asExpected === true).length,
    wrong: tried.filter(({ asExpected }) => asExpected === false).length,
    changed: tried.filter(({ before }) => before).length,
    questions: tried,
  }
}

function told(tried: readonly Tried[]): string {
  const lines = tried.flatMap(({ question, expected, asExpected, status, text, before }) => [
    `${markOf(asExpected)} ${question}`,
    `    ${status === 'answered' ? '' : `[${status}] `}${firstLines(text)}`,
    ...(asExpected === false ? [`    expected: ${expected === '-' ? 'no answer' : expected}`] : []),
    ...(before ? [`    changed; the last time: ${firstLines(before.text)}`] : []),
  ])
  const { right, wrong, changed } = json(tried) as { right: number; wrong: number; changed: number }
  const answered = tried.filter(({ status }) => status === 'answered').length
  const sums = [
    `${answered} of ${counted(tried.length, 'question')} answered`,
    ...(right + wrong > 0 ? [`${right} as expected, ${wrong} not`] : []),
    `${changed} changed since the last time`,
  ]
  return `${[...lines, '', sums.join('; ')].join('\n')}\n`
}

function markOf(asExpected: boolean | undefined): string {
  if (asExpected === undefined) return '·'
  return asExpected ? '✓' : '✗'
}

/** Enough to see what was answered. */
function firstLines(text: string): string {
  const line = text.split('\n').slice(0, 2).join(' / ')
  return line.length > 120 ? `${line.slice(0, 119)}…` : line
}
