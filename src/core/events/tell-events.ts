import { inTurn, jointId } from '../../knowledge/joint-pack.ts'
import { shortTitle } from '../../knowledge/pack-subject.ts'
import type { Language } from '../../knowledge/language.ts'
import type { Pack } from '../../knowledge/pack.ts'
import type { Line, Reply, Suggestion } from '../answering/reply.ts'
import { say } from '../i18n.ts'

/** What one event says, with its pack and the ids of that. */
export type Said = { readonly pack: Pack; readonly reply: Reply }

const mostRanked = 10
const mostSuggestions = 3

/** One event's reply among others': under joint ids, and with the event's name at its end. */
export function signed({ pack, reply }: Said): Reply {
  const joint = (id: string): string => jointId(pack.id, id)
  return {
    ...reply,
    lines: withSignature(reply.lines, shortTitle(pack, reply.language)),
    entries: reply.entries.map(joint),
    suggestions: reply.suggestions.map(({ id, title }) => ({ id: joint(id), title })),
    ranked: reply.ranked.map(joint),
    packs: [pack.id],
  }
}

/** One event's reply to a question among others: as it is signed, with what it says first behind the event's name. */
export function behindName(said: Said): Reply {
  const reply = signed(said)
  return { ...reply, lines: [nameFirst(said, reply.language), ...reply.lines.slice(1)] }
}

/**
 * One reply of several events, in this order: what each says first, behind its name, and each to be chosen. Where none
 * has an answer, what lies nearest in each is offered instead.
 */
export function toldTogether(said: readonly [Said, ...Said[]]): Reply {
  const [{ reply: first }] = said
  const { language } = first
  const lines = said.map((one) => nameFirst(one, language))
  const all = said.map(signed)
  const isAnswered = first.status === 'answered'
  const suggestions = isAnswered ? said.flatMap((one) => eventOf(one, language)) : nearestOf(said, language)
  return {
    status: first.status,
    language,
    lines: [...lines, ...(isAnswered ? [] : nearLines(suggestions, language))],
    entries: all.flatMap(({ entries }) => entries),
    suggestions,
    confidence: Math.min(...all.map(({ confidence }) => confidence)),
    ranked: inTurn(all.map(({ ranked }) => ranked)).slice(0, mostRanked),
    rule: `events/${all.map(({ rule }) => rule).join('+')}`,
    packs: said.map(({ pack }) => pack.id),
  }
}

/** What is said behind the name of who says it. */
function nameFirst({ pack, reply }: Said, language: Language): Line {
  const name = shortTitle(pack, language)
  const text = reply.lines[0]?.text ?? ''
  return { kind: 'fact', text: text.includes(name) ? text : say(language, 'events.each', { name, text }) }
}

/** Beside where it stands in the source, if that is said; else in a line of its own. */
function withSignature(lines: readonly Line[], name: string): Line[] {
  const at = lines.findLastIndex(({ kind }) => kind === 'source')
  if (at < 0) return [...lines, { kind: 'source', text: name }]
  return lines.with(at, { kind: 'source', text: `${name} · ${lines[at]!.text}` })
}

/** The whole answer of an event, by its name. */
function eventOf({ pack, reply }: Said, language: Language): Suggestion[] {
  return reply.entries.slice(0, 1).map((id) => ({ id: jointId(pack.id, id), title: shortTitle(pack, language) }))
}

function nearestOf(said: readonly Said[], language: Language): Suggestion[] {
  const named = said.map(({ pack, reply }) =>
    reply.suggestions.map(({ id, title }) => ({
      id: jointId(pack.id, id),
      title: `${title} · ${shortTitle(pack, language)}`,
    })),
  )
  return inTurn(named).slice(0, mostSuggestions)
}

function nearLines(suggestions: readonly Suggestion[], language: Language): Line[] {
  if (suggestions.length === 0) return []
  return [
    { kind: 'text', text: say(language, 'unknown.near') },
    ...suggestions.map(({ title }): Line => ({ kind: 'item', text: title })),
  ]
}
