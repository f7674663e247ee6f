import { PassThrough } from 'node:stream'
import { runKnowledge } from '../../src/cli/knowledge/knowledge.ts'
import { OperatorError } from '../../src/knowledge/fault.ts'
import { UsageError } from '../../src/cli/parse.ts'

/** How a command ended, as a process would: what it wrote, what it said of a refusal, its exit status. */
export type Ended = { readonly stdout: string; readonly stderr: string; readonly status: number }

/** Runs `knowledge …` in this process. `answers`: what somebody types at a terminal; without it there is none. */
export async function knowledge(args: readonly string[], answers?: string): Promise<Ended> {
  const isTTY = answers !== undefined
  const stdin = Object.assign(new PassThrough(), { isTTY })
  const stdout = Object.assign(new PassThrough(), { isTTY })
  let written = ''
  stdout.setEncoding('utf8').on('data', (text: string) => (written += text))
  if (isTTY) stdin.end(`${answers}\n`)
  try {
    await runKnowledge(args, { stdin, stdout })
    return { stdout: written, stderr: '', status: 0 }
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error
    return { stdout: written, stderr: error.message, status: error instanceof UsageError ? 2 : 1 }
  }
}
