import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { createAssistant } from '../../src/core/answering/assistant.ts'
import { plainText, type Reply } from '../../src/core/answering/reply.ts'
import { languages } from '../../src/knowledge/language.ts'
import { loadPack } from '../../src/knowledge/load.ts'
import type { Pack } from '../../src/knowledge/pack.ts'

/** Where the events are: a pack each, and beside it the questions that its writer asked of it. */
const directory = fileURLToPath(new URL('events/', import.meta.url))
const examples = fileURLToPath(new URL('../../examples/', import.meta.url))

/** A question of a visitor: the entries of which any answers it, or why none does. */
const asked = z.object({
  language: z.enum(languages),
  question: z.string().optional(),
  turns: z.array(z.string()).optional(),
  expect: z.union([z.string().transform((id) => [id]), z.array(z.string()), z.null().transform((): string[] => [])]),
  gap: z.enum(['near', 'far']).default('near'),
  now: z.string().optional(),
})

/** `own`, `other`: answerable, in a language of the pack or not; `near`, `far`: not, though it seems so, or plainly. */
export type Judged = {
  readonly event: string
  readonly kind: 'own' | 'other' | 'near' | 'far'
  readonly outcome: 'right' | 'wrong' | 'clarify' | 'unknown' | 'false' | 'declined'
  readonly question: string
  readonly told: string
}

/** The names of the events that questions were written for. */
export function eventNames(): string[] {
  return readdirSync(directory).flatMap((name) => (name.endsWith('.jsonl') ? [name.slice(0, -'.jsonl'.length)] : []))
}

/** A visitor's question: its turns, the entries of which any answers the last, and when it is asked. */
type Asked = z.output<typeof asked> & { readonly turns: readonly string[] }

/** An event's pack, and what its writer asked of it. */
export function readEvent(event: string): { pack: Pack; questions: readonly Asked[] } {
  const own = `${directory}${event}`
  const lines = readFileSync(`${own}.jsonl`, 'utf8').trim().split('\n')
  const questions = lines.map((line): Asked => {
    const one = asked.parse(JSON.parse(line))
    return { ...one, turns: one.turns ?? [one.question!] }
  })
  return { pack: loadPack(existsSync(own) ? own : `${examples}${event}`), questions }
}

/** Asks all questions of an event, and judges the answers by the entries that they tell. */
export function judgeEvent(event: string): Judged[] {
  const { pack, questions } = readEvent(event)
  const assistant = createAssistant(pack)
  return questions.map(({ language, turns, expect, gap, now = '2026-06-01T09:00Z' }, at): Judged => {
    const replies = turns.map((text, turn) => {
      const moment = new Date(Date.parse(now) + turn * 1000)
      return assistant.ask({ text, language, session: String(at), now: moment }).reply
    })
    const reply = replies.at(-1)!
    const told = plainText(reply)
    const common = { event, question: turns.join(' → '), told }
    if (expect.length === 0)
      return { ...common, kind: gap, outcome: reply.status === 'answered' ? 'false' : 'declined' }
    const kind = pack.languages.includes(language) ? 'own' : 'other'
    return { ...common, kind, outcome: outcomeOf(reply, told, expect, pack) }
  })
}

/** A list may quote what it does not name. */
function outcomeOf(reply: Reply, told: string, expect: readonly string[], pack: Pack): Judged['outcome'] {
  if (reply.status === 'clarify') return 'clarify'
  if (reply.status !== 'answered') return 'unknown'
  const quoted = pack.entries.filter(({ id }) => expect.includes(id)).flatMap(({ text }) => Object.values(text))
  return reply.entries.some((id) => expect.includes(id)) || quoted.some((text) => told.includes(text))
    ? 'right'
    : 'wrong'
}
