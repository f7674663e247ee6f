import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { plainText } from '../../core/answering/reply.ts'
import type { Assistant } from '../../core/answering/assistant.ts'
import { languages } from '../../knowledge/language.ts'

const question = z.object({
  id: z.union([z.string(), z.number()], 'name the line by a word or a number'),
  text: z.string(),
  language: z.enum(languages, `use one of ${languages.join(', ')}`).optional(),
  session: z.string().optional(),
  replyTo: z.union([z.string(), z.number()]).optional(),
  now: z.iso.datetime({ offset: true, local: true, error: 'write a moment such as 2026-04-22T09:00:00Z' }).optional(),
})

/** Answers JSON lines until the input ends: one line each, in order, as they come. A faulty line ends nothing. */
export async function answerBatch(assistant: Assistant, input: Readable, output: Writable): Promise<void> {
  const told: Told = new LRUCache({ max: mostTold })
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line.trim() === '') continue
    const written = output.write(`${JSON.stringify(answerLine(assistant, line, told))}\n`)
    if (!written) await new Promise((resolve) => output.once('drain', resolve))
  }
}

/** What the answers to lines spoke of, by session and id: a later line may reply to one of them. */
type Told = LRUCache<string, readonly string[]>

const mostTold = 10_000

function answerLine(assistant: Assistant, line: string, told: Told): object {
  const value = parse(line)
  const asked = question.safeParse(value)
  if (!asked.success) {
    const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null
    return { id, status: 'error', message: value === undefined ? 'no JSON object' : faultsIn(asked.error) }
  }
  const { id, text, language, session, replyTo, now } = asked.data
  const about = replyTo === undefined ? undefined : told.get(`${session} ${replyTo}`)
  const moment = now === undefined ? new Date() : new Date(now)
  const { reply } = assistant.ask({ text, language, session, about, now: moment })
  told.set(`${session} ${id}`, reply.entries)
  const { status, entries, suggestions, confidence, ranked, rule, packs } = reply
  return {
    id,
    status,
    language: reply.language,
    text: plainText(reply),
    entries,
    suggestions,
    confidence: Math.round(confidence * 1000) / 1000,
    ranked,
    rule,
    ...(packs && { packs }),
  }
}

/** "text: Invalid input: expected string, received number; now: write a moment …" */
function faultsIn({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': ')).join('; ')
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
