import type { Language } from '../../knowledge/language.ts'
import type { Entry, Pack } from '../../knowledge/pack.ts'
import { say, type TextKey } from '../i18n.ts'
import type { KnowledgeBase } from '../knowledge-base/knowledge-base.ts'
import { venueDay } from '../time/venue.ts'
import { rank, type Candidate } from '../search/ranking.ts'
import type { Question } from '../understanding/question.ts'
import { composeEntry } from './compose.ts'
import { decide } from './decide.ts'
import type { Context } from './dialogue.ts'
import { isForeign } from './foreign-letters.ts'
import { nameLanguages } from './name-languages.ts'
import { longest, mostCandidates, pointingBonus, pointingLead } from './parameters.ts'
import { readMessage, type Part } from './message.ts'
import { answered } from './replies.ts'
import type { Line, Reply } from './reply.ts'
import { replyToAll } from './several.ts'
import { spokenIn } from './spoken-language.ts'
import { standsAlone } from './stands-alone.ts'
import { plainWording, type Turn } from './turn.ts'

/** A question with everything its answer depends on. */
export type Asking = {
  readonly text: string
  readonly language?: Language | undefined
  readonly hint?: Language | undefined
  readonly defaultLanguage: Language
  readonly now: Date
  readonly context: Context | undefined
}

/** The reply, and what led to it. */
export type Answer = {
  readonly reply: Reply
  readonly question?: Question
  readonly candidates: readonly Candidate[]
  /** The answers to each question of a message that holds several. */
  readonly parts?: readonly Answer[]
  /** The pack whose entries the candidates are; undefined where there is but one. */
  readonly pack?: Pack
}

/** From text to reply. Never throws: "unknown" is an answer too. */
export function answerQuestion(asking: Asking, knowledge: KnowledgeBase): Answer {
  const { text, now } = asking
  if (text.length > longest) return refuse('too-long', asking, knowledge)
  if (isForeign(text)) return refuse('foreign-letters', asking, knowledge)
  const parts = readMessage(text, knowledge, venueDay(now, knowledge.pack.timeZone))
  const [{ question: first }] = parts as [Part]
  if (first.words.length === 0 && !first.smallTalk) return refuse('empty', asking, knowledge)
  if (parts.length === 1) return answerPart(parts[0]!, asking, knowledge)
  return answerAll(parts, asking, knowledge)
}

/** Each question is asked with what the one before it was told. */
function answerAll(parts: readonly Part[], asking: Asking, knowledge: KnowledgeBase): Answer {
  const answers: Answer[] = []
  for (const part of parts) {
    const context = speakingOf(answers.at(-1)?.reply.entries ?? [], asking)
    answers.push(answerPart(part, { ...asking, context }, knowledge))
  }
  return { ...answers[0]!, reply: replyToAll(answers.map(({ reply }) => reply)), parts: answers }
}

/**
 * What somebody tells before a question is to it what an answer before it would be. A question that has no answer all
 * the same, or one that is only likely, is read together with what was told, too, and answered by the reading that fits
 * best.
 */
function answerPart({ question, wider, told }: Part, asking: Asking, knowledge: KnowledgeBase): Answer {
  const about =
    firstAnswered(told, { ...asking, context: undefined }, knowledge)?.reply.entries ?? entryNamedIn(told, knowledge)
  // What a story ends in is about the story, and not about what was answered before it.
  const context = told.length > 0 ? speakingOf(about ?? [], { ...asking, context: undefined }) : asking.context
  const answer = answerOne(question, { ...asking, context }, knowledge)
  // "…. On what days was it?", of something that was told and not understood, asks nothing of what the pack is about.
  const isOpen = about === undefined && told.length > 0 && question.pointsBack && answer.reply.rule === 'pack-subject'
  const isSure = isAnswered(answer) && !isOpen
  // What typed data settle needs no story.
  if (isSure && !isGuessed(answer.reply)) return answer
  const others = wider.map((one) => answerOne(one, { ...asking, context: undefined }, knowledge))
  const found = others.filter((one) => isAnswered(one) && (!isSure || one.reply.rule === 'best-entry'))
  const best = found.toSorted((a, b) => b.reply.confidence - a.reply.confidence)[0]
  if (isSure) return best && isLikelier(best.reply, answer.reply, question) ? best : answer
  return best ?? (isOpen ? (others.at(-1) ?? answer) : answer)
}

/** Whether nothing but likeness decided which entry is told. */
function isGuessed({ rule }: Reply): boolean {
  return guessing.has(rule)
}

const guessing: ReadonlySet<Reply['rule']> = new Set(['best-entry', 'still-last', 'pointing'])

/** Whether a question fits better together with its story, into which a word of it may point. */
function isLikelier({ confidence }: Reply, alone: Reply, { pointsBack }: Question): boolean {
  return confidence + (pointsBack ? pointingLead : 0) > alone.confidence
}

function firstAnswered(told: readonly Question[], asking: Asking, knowledge: KnowledgeBase): Answer | undefined {
  const answers = told.values().map((one) => answerOne(one, asking, knowledge))
  return answers.find(isAnswered)
}

/** The entry that is named last in what was told, be it said of it whatever it is. */
function entryNamedIn(told: readonly Question[], { gaps, pack }: KnowledgeBase): string[] | undefined {
  const named = told.flatMap(({ names }) => names.flatMap(({ things }) => things))
  const last = named.findLast(({ kind, id }) => kind === 'entry' && !gaps.has(id) && id !== pack.subject)
  return last && [last.id]
}

function isAnswered({ reply }: Answer): boolean {
  return reply.status === 'answered'
}

/** The circumstances after something was said of these entries. */
function speakingOf(entries: readonly string[], { context, now }: Asking): Context | undefined {
  return entries.length > 0 ? { entries, options: [], at: now.getTime() } : context
}

function answerOne(question: Question, asking: Asking, knowledge: KnowledgeBase): Answer {
  const { now, context } = asking
  const language = spokenIn(asking, question)
  const found = rank(question, knowledge.index, knowledge.pack, mostCandidates)
  const isAlone = standsAlone(question, found, knowledge)
  const candidates = isAlone ? found : inContext(found, question, context, knowledge)
  const turn: Turn = { knowledge, question, candidates, isAlone, language, now, context }
  return { reply: decide(turn), question, candidates }
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
function refuse(
  rule: 'too-long' | 'empty' | 'foreign-letters',
  { language, hint, defaultLanguage }: Asking,
  { pack }: KnowledgeBase,
): Answer {
  const spoken = language ?? hint ?? defaultLanguage
  const languages = nameLanguages(pack.languages, spoken)
  const lines: Line[] = [{ kind: 'text', text: say(spoken, refusals[rule], { count: longest, languages }) }]
  return {
    reply: {
      status: 'unknown',
      language: spoken,
      lines,
      entries: [],
      suggestions: [],
      confidence: 0,
      ranked: [],
      ...(rule === 'foreign-letters' && { act: { do: 'languages' as const } }),
      rule,
    },
    candidates: [],
  }
}

const refusals = {
  'too-long': 'refusal.long',
  empty: 'refusal.empty',
  'foreign-letters': 'refusal.foreign',
} as const satisfies Record<string, TextKey>
