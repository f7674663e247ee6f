import { z } from 'zod'
import type { Assistant } from '../core/answering/assistant.ts'
import { plainText } from '../core/answering/reply.ts'
import { normalise } from '../core/text/normalise.ts'
import type { Trial } from './read-questions.ts'

const given = z.object({ status: z.string(), text: z.string(), entries: z.array(z.string()) })
const remembered = z.record(z.string(), given)

/** An answer as it was given. */
export type Given = z.output<typeof given>

/** What became of a question: its answer, whether it is as expected, and what it was the last time, if another. */
export type Tried = Trial & Given & { readonly asExpected?: boolean; readonly before?: Given }

/** Asks each question by itself. `last`: the answers of the last time, by question. */
export function tryQuestions(
  trials: readonly Trial[],
  assistant: Pick<Assistant, 'ask'>,
  now: Date,
  last: Readonly<Record<string, Given>>,
): Tried[] {
  return trials.map((trial) => {
    const { reply } = assistant.ask({ text: trial.question, now })
    const answer: Given = { status: reply.status, text: plainText(reply), entries: [...reply.entries] }
    const before = last[trial.question]
    return {
      ...trial,
      ...answer,
      ...(trial.expected !== undefined && { asExpected: isAsExpected(trial.expected, answer) }),
      ...(before !== undefined && before.text !== answer.text && { before }),
    }
  })
}

/** The answers as they are kept for the next time. */
export function rememberAnswers(tried: readonly Tried[]): string {
  const answers = tried.map(({ question, status, text, entries }) => [question, { status, text, entries }])
  return `${JSON.stringify(Object.fromEntries(answers), undefined, 1)}\n`
}

/** Those of the last time; none if the file is not what this program wrote. */
export function readAnswers(text: string): Record<string, Given> {
  try {
    return remembered.safeParse(JSON.parse(text)).data ?? {}
  } catch {
    return {}
  }
}

function isAsExpected(expected: string, { status, text, entries }: Given): boolean {
  if (expected === '-') return status === 'unknown'
  return status === 'answered' && (entries.includes(expected) || plain(text).includes(plain(expected)))
}

function plain(text: string): string {
  return normalise(text).replaceAll(/\s+/g, ' ').trim()
}
