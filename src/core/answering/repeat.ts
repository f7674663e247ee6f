import { composeEntry } from './compose.ts'
import type { Decision } from './reply.ts'
import { plainWording, type Turn } from './turn.ts'

/** The last answer once more; in another language, the entry that it told. Undefined where nothing was said. */
export function answerAgain({ context, knowledge, language, now }: Turn): Decision | undefined {
  const said = context?.said
  if (!said) return undefined
  const { rule: _rule, ...again } = said
  const [entry] = said.entries.length === 1 ? said.entries.flatMap((id) => knowledge.entries.get(id) ?? []) : []
  if (said.language === language || !entry) return again
  return { ...again, language, lines: composeEntry(entry, plainWording(knowledge, language, now)), suggestions: [] }
}
