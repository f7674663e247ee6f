import type { Answer } from '../../core/answering/answer.ts'
import type { Assistant } from '../../core/answering/assistant.ts'
import type { PartialDate } from '../../core/understanding/date-claims.ts'

/** Why an answer is what it is: how the question was read, and what the best entries scored for what. */
export function explain({ reply, question, candidates, pack: chosen }: Answer, assistant: Assistant): string {
  const pack = chosen ?? assistant.pack
  const words = question?.words.map(({ text, role, known, mended, terms }) => {
    const stems = terms.map(({ term, weight }) => (weight < 1 ? `${term} ${weight.toFixed(2)}` : term)).join(', ')
    return `  ${text}: ${role}${known ? '' : ', unknown'}${mended ? ', mended' : ''} [${stems}]`
  })
  const names = question?.names.flatMap(({ things }) => things.map(({ kind, id }) => `${kind} ${id}`)) ?? []
  const numbers = question?.numerals.map(({ value, ordinal }) => `${ordinal ? 'ordinal' : 'number'} ${value}`) ?? []
  const dates =
    question?.dates.map(({ first, last }) => `date ${[first, ...(last ? [last] : [])].map(inDigits).join(' to ')}`) ??
    []
  const table = candidates.slice(0, 10).map(({ entry, score, text, example, coverage, checks }) => {
    const verdicts = checks.map(({ property, holds }) => `${property} ${holds ? 'holds' : 'fails'}`).join(', ')
    const numbers = [score, text, example, coverage].map((number) => number.toFixed(3).padStart(7)).join(' ')
    return `${numbers}  ${pack.entries[entry]!.id}${verdicts ? ` (${verdicts})` : ''}`
  })
  const asked = [...(question?.asked ?? [])].join(', ') || '–'
  return [
    `reading: ${question?.reading ?? '–'}, language: ${question?.language ?? '?'}, asked: ${asked}`,
    ...(words ?? []),
    `mentions: ${[...names, ...numbers, ...dates].join('; ') || '–'}`,
    '  score    text example coverage entry',
    ...table,
    ...(chosen ? [`packs: ${reply.packs?.join(', ')}; read and ranked as by ${chosen.id}`] : []),
    `${reply.status} by rule ${reply.rule}, confidence ${reply.confidence.toFixed(2)}`,
  ].join('\n')
}

/** "13.3.2025", with a dash for what is not given. */
function inDigits({ day, month, year }: PartialDate): string {
  return [day, month, year].map((part) => part ?? '–').join('.')
}
