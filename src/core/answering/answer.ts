import { asLanguage, type Language } from '../../knowledge/language.ts'
import { wordsIn, type Entry } from '../../knowledge/pack.ts'
import { say } from '../i18n.ts'
import type { KnowledgeBase } from '../knowledge-base/knowledge-base.ts'
import { venueDay } from '../time/venue.ts'
import { rank, type Candidate } from '../search/ranking.ts'
import type { Question } from '../understanding/question.ts'
import { composeEntry } from './compose.ts'
import { decide } from './decide.ts'
import type { Context } from './dialogue.ts'
import { packSubject } from './follow-up.ts'
import { alike, longest, mostCandidates, pointingBonus } from './parameters.ts'
import { readMessage } from './message.ts'
import { replyToAll } from './several.ts'
import { answered, rankedFor } from './replies.ts'
import type { Line, Reply } from './reply.ts'
import { plainWording, type Turn } from './turn.ts'

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

/** From text to reply. Never throws: "unknown" is an answer too. */
export function answerQuestion(asking: Asking, knowledge: KnowledgeBase): Answer {
  const { text, now } = asking
  if (text.length > longest) return refuse('too-long', asking)
  const questions = readMessage(text, knowledge, venueDay(now, knowledge.pack.timeZone))
  if (questions[0]!.words.length === 0 && !questions[0]!.smallTalk) return refuse('empty', asking)
  if (questions.length === 1) return answerOne(questions[0]!, asking, knowledge)
  return answerAll(questions, asking, knowledge)
}

/** Each question is asked with what the one before it was told. */
function answerAll(questions: readonly Question[], asking: Asking, knowledge: KnowledgeBase): Answer {
  const answers: Answer[] = []
  for (const question of questions) {
    const before = answers.at(-1)?.reply.entries ?? []
    const told = before.length > 0 ? { entries: before, options: [], at: asking.now.getTime() } : asking.context
    answers.push(answerOne(question, { ...asking, context: told }, knowledge))
  }
  return { ...answers[0]!, reply: replyToAll(answers.map(({ reply }) => reply)) }
}

function answerOne(question: Question, asking: Asking, knowledge: KnowledgeBase): Answer {
  const { now, context } = asking
  const language = spokenIn(asking, question)
  const candidates = inContext(
    rank(question, knowledge.index, knowledge.pack, mostCandidates),
    question,
    context,
    knowledge,
  )
  const turn: Turn = { knowledge, question, candidates, language, now, context }
  return { reply: decide(turn), question, candidates }
}

/** The language chosen; else that of a phrase everybody knows, which is too short to guess by, or of the question. */
function spokenIn({ language, defaultLanguage }: Asking, { smallTalk, language: typed }: Question): Language {
  return language ?? asLanguage(smallTalk?.language) ?? asLanguage(typed) ?? defaultLanguage
}

/** The answer to a topic chosen by its button. */
export function answerEntry(
  entry: Entry,
  { language, now }: { language: Language; now: Date },
  knowledge: KnowledgeBase,
): Reply {
  const lines = composeEntry(entry, plainWording(knowledge, language, now))
  return {
    ...answered({ lines, entries: [entry.id] }, 1, { knowledge, candidates: [], language }),
    rule: 'chosen-entry',
  }
}

/** "When was it held?" is likelier about what was just said. */
function inContext(
  candidates: readonly Candidate[],
  question: Question,
  context: Context | undefined,
  knowledge: KnowledgeBase,
): readonly Candidate[] {
  const [last] = context?.entries ?? []
  if (last === undefined || !question.pointsBack) return candidates
  const lifted = candidates.map((candidate) =>
    knowledge.pack.entries[candidate.entry]!.id === last
      ? { ...candidate, score: candidate.score + pointingBonus }
      : candidate,
  )
  return lifted.toSorted((a, b) => b.score - a.score)
}

/** What is not even read: the rule says why. */
function refuse(rule: 'too-long' | 'empty', { language, defaultLanguage }: Asking): Answer {
  const spoken = language ?? defaultLanguage
  const key = rule === 'too-long' ? 'refusal.long' : 'refusal.empty'
  const lines: Line[] = [{ kind: 'fact', text: say(spoken, key, { count: longest }) }]
  return {
    reply: {
      status: 'unknown',
      language: spoken,
      lines,
      entries: [],
      suggestions: [],
      confidence: 0,
      ranked: [],
      rule,
    },
    candidates: [],
  }
}
