import type { Entry } from '../../knowledge/pack.ts'
import { checksOf } from '../search/agreement.ts'
import type { Candidate } from '../search/ranking.ts'
import { composeEntry } from './compose.ts'
import { tellList } from './lists.ts'
import type { Told } from './reply.ts'
import { wordingOf, type Turn } from './turn.ts'
import { verdictOn } from './verdict.ts'

/** What the question asks of an entry that it is known to be about. */
export function tellEntry(entry: Entry, turn: Turn): Told {
  if (entry.type === 'list') return tellList(entry, turn)
  const { question, knowledge, candidates } = turn
  const found = candidates.find((candidate) => knowledge.pack.entries[candidate.entry] === entry)
  const checks = checksOf(question, entry, knowledge.pack)
  // Said of what was talked about before, a question may hold nothing but what is checked.
  const candidate: Candidate = found ?? {
    entry: -1,
    score: 1,
    text: 1,
    example: 1,
    coverage: checks.length > 0 ? 1 : 0,
    checks,
    missing: [],
    foreign: 0,
  }
  return { lines: composeEntry(entry, wordingOf(turn, verdictOn(question, entry, candidate))), entries: [entry.id] }
}
