import type { Language } from '../../knowledge/language.ts'
import { wordsIn, type Entry } from '../../knowledge/pack.ts'
import { say } from '../i18n.ts'
import type { KnowledgeBase } from '../knowledge-base/knowledge-base.ts'
import { rank, type Candidate } from '../search/ranking.ts'
import { readQuestion, type Question } from '../understanding/question.ts'
import { findSocial } from '../understanding/social.ts'
import { composeEntry } from './compose.ts'
import { decide } from './decide.ts'
import type { Context } from './dialogue.ts'
import { packSubject } from './follow-up.ts'
import { answered, rankedFor } from './replies.ts'
import type { Line, Reply } from './reply.ts'
import { wordingOf, type Turn } from './turn.ts'
import { continues, pointsBack } from './subject.ts'

/** A question with everything its answer depends on. */
export type Asking = {
  readonly text: string
  readonly language?: Language | undefined
  readonly defaultLanguage: Language
  readonly now: Date
  readonly context: Context | undefined
}

/** The reply, and what led to it. */
export type Answer = { readonly reply: Reply; readonly question?: Question; readonly candidates: readonly Candidate[] }

/** Longer texts are no questions; a Telegram message may have 4096. */
const longest = 1000

/** How much what was said last counts for a question that points back at it, and for one that only goes on ("and …"). */
const contextBonus = { pointing: 0.3, continuing: 0.2 }

/** More than the ten that are shown, so that what gaps take from them is made up. */
const mostCandidates = 15

/** From text to reply. Never throws: "unknown" is an answer too. */
export function answerQuestion(asking: Asking, knowledge: KnowledgeBase): Answer {
  const { text, now, context } = asking
  if (text.length > longest) return refuse('refusal.long', asking)
  const question = readQuestion(text, knowledge.reader)
  if (question.words.length === 0) return refuse('refusal.empty', asking)
  const language = asking.language ?? question.language ?? asking.defaultLanguage
  const candidates = inContext(
    rank(question, knowledge.index, knowledge.pack, mostCandidates),
    question,
    context,
    knowledge,
  )
  const turn: Turn = { knowledge, question, candidates, language, now, context }
  return { reply: greet(turn) ?? decide(turn), question, candidates }
}

/** A greeting, thanks and the like, unless the pack teaches that very phrase as a question of its own. */
function greet(turn: Turn): Reply | undefined {
  const { question, knowledge, language, candidates, context } = turn
  const social = findSocial(question.words.map(({ text }) => text))
  const [best] = candidates
  if (!social || (best && best.example > taught) || (context && question.asked.size > 0)) return undefined
  const subject = wordsIn(packSubject(knowledge)?.title ?? knowledge.pack.title, language) ?? knowledge.pack.id
  const lines: Line[] = [{ kind: 'fact', text: say(language, `social.${social}`, { subject }) }]
  return { status: 'social', language, lines, entries: [], suggestions: [], confidence: 1, ranked: rankedFor(turn) }
}

/** The example fit of a phrase that stands in the pack word for word. */
const taught = 0.7

/** The answer to a topic chosen by its button. */
export function answerEntry(
  entry: Entry,
  { language, now }: { language: Language; now: Date },
  knowledge: KnowledgeBase,
): Reply {
  const question: Question = {
    words: [],
    reading: 'typed',
    language,
    asked: new Set(),
    names: [],
    numerals: [],
    dates: [],
    deniesOrCompares: false,
  }
  const turn: Turn = { knowledge, question, candidates: [], language, now, context: undefined }
  return answered({ lines: composeEntry(entry, wordingOf(turn)), entries: [entry.id] }, 1, turn)
}

/** "When was it held?" is likelier about what was just said. */
function inContext(
  candidates: readonly Candidate[],
  question: Question,
  context: Context | undefined,
  knowledge: KnowledgeBase,
): readonly Candidate[] {
  const [last] = context?.entries ?? []
  const bonus = pointsBack(question) ? contextBonus.pointing : continues(question) ? contextBonus.continuing : 0
  if (last === undefined || bonus === 0) return candidates
  const lifted = candidates.map((candidate) =>
    knowledge.pack.entries[candidate.entry]!.id === last ? { ...candidate, score: candidate.score + bonus } : candidate,
  )
  return lifted.toSorted((a, b) => b.score - a.score)
}

function refuse(key: 'refusal.long' | 'refusal.empty', { language, defaultLanguage }: Asking): Answer {
  const spoken = language ?? defaultLanguage
  const lines: Line[] = [{ kind: 'fact', text: say(spoken, key, { count: longest }) }]
  return {
    reply: { status: 'unknown', language: spoken, lines, entries: [], suggestions: [], confidence: 0, ranked: [] },
    candidates: [],
  }
}
