import type { Line, Reply, Suggestion } from './reply.ts'

/** So many questions of one message are answered; the others are offered. */
const mostAnswered = 3

/** Lines of a short answer: the fact, and what says of what it is. */
const shortLines = 2

/** One reply to a message of several questions: a short answer to each, in their order, with the rest offered. */
export function replyToAll(replies: readonly Reply[]): Reply {
  const [first] = replies
  const told = replies.slice(0, mostAnswered)
  const status = told.some((reply) => reply.status === 'answered') ? 'answered' : first!.status
  return {
    status,
    language: first!.language,
    lines: withoutRepeats(told.flatMap(shortened)),
    entries: unique(told.flatMap(({ entries }) => entries)),
    suggestions: offeredFrom(replies),
    confidence: Math.min(...told.map(({ confidence }) => confidence)),
    ranked: unique(replies.flatMap(({ ranked }) => ranked)).slice(0, mostRanked),
    rule: `several/${told.map(({ rule }) => rule).join('+')}`,
  }
}

const mostRanked = 10

/** Of a list its count; of a refusal what is not said, without the topics that are near. */
function shortened({ status, lines }: Reply): Line[] {
  const said = lines.filter(({ kind }) => kind === 'fact' || (kind === 'text' && status === 'answered'))
  return said.slice(0, shortLines)
}

/** "When is it, and where?" may get the same line twice. */
function withoutRepeats(lines: readonly Line[]): Line[] {
  return [...new Map(lines.map((line) => [line.text, line])).values()]
}

/** What the questions beyond those answered would have been told, and what was offered to those that were not. */
function offeredFrom(replies: readonly Reply[]): Suggestion[] {
  const unanswered = replies.filter(({ status }, at) => status !== 'answered' || at >= mostAnswered)
  const offered = unanswered.flatMap(({ suggestions }) => suggestions)
  return [...new Map(offered.map((one) => [one.id, one])).values()].slice(0, mostAnswered)
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)]
}
