import { wordsIn, type Entry, type Statement } from '../../knowledge/pack.ts'
import { saySource } from './say-source.ts'
import { isCountry } from '../../knowledge/places.ts'
import { checksOf } from '../search/agreement.ts'
import type { KnowledgeBase } from '../knowledge-base/knowledge-base.ts'
import { wantsYesOrNo, type Question } from '../understanding/question.ts'
import { sourceLine } from './compose.ts'
import { titleOf } from './facts.ts'
import type { Decision } from './reply.ts'
import { rankedFor } from './replies.ts'
import type { Findings } from './rule.ts'
import { participantsIn } from './participants.ts'
import type { Turn } from './turn.ts'

/**
 * "Is China coming?" A country or organisation that the source does not name among those who take part: nothing is
 * confirmed or denied of it, since who is expected is told in groups, and what the source does say of participants is
 * shown. Undefined if it names it, or has nothing to say of participants.
 */
export function tellUnnamedParticipant(turn: Turn, confidence: number): Decision | undefined {
  const { question, knowledge, language } = turn
  const { pack } = knowledge
  const [id, ...others] = namedBesides(question, knowledge) ?? []
  if (id === undefined || others.length > 0 || !wantsYesOrNo(question)) return undefined
  const entry = participantsIn(knowledge)
  const isKnown = [...pack.entries].some(({ type, members }) => type === 'list' && members.includes(id))
  if (!entry || isKnown || entry.organisations.includes(id)) return undefined
  const { name } = pack.places.get(id) ?? pack.organisations.get(id) ?? {}
  const said = entry.says.filter(({ about }) => about === 'who')
  return notNamed((name && wordsIn(name, language)) ?? id, { entry, said }, turn, confidence)
}

/** That the source does not say of somebody that they take part, and what it does say. */
function notNamed(
  name: string,
  { entry, said }: { readonly entry: Entry; readonly said: readonly Statement[] },
  turn: Turn,
  confidence: number,
): Decision {
  const { language, knowledge } = turn
  const { pack } = knowledge
  return {
    status: 'unknown',
    language,
    lines: [
      { kind: 'fact', text: saySource(pack, language, 'list.notNamed', { name }) },
      ...said.flatMap(({ text }) => wordsIn(text, language) ?? []).map((text) => ({ kind: 'text' as const, text })),
      ...sourceLine(entry.section, pack, language),
    ],
    entries: [],
    suggestions: [{ id: entry.id, title: titleOf(entry, language) }],
    confidence,
    ranked: rankedFor(turn, [entry.id]),
  }
}

/**
 * The countries and organisations of a question that asks nothing but whether they, or somebody of theirs, take part in
 * something; else undefined.
 */
function namedBesides(
  { words, names, dates, numerals }: Question,
  { pack: { subject, places }, entries }: KnowledgeBase,
): string[] | undefined {
  if (!words.some(({ marks }) => marks.has('participation')) || dates.length + numerals.length > 0) return undefined
  const ids: string[] = []
  const read = new Set<number>()
  for (const { things, from, to } of names) {
    const one = things.find(
      ({ kind, id }) => kind === 'organisation' || (kind === 'place' && isCountry(places.get(id)!)),
    )
    const isEvent = things.some(
      ({ kind, id }) =>
        kind === 'term' ||
        kind === 'generic' ||
        (kind === 'entry' && (id === subject || entries.get(id)?.type === 'event')),
    )
    if (one) ids.push(one.id)
    if (one || isEvent) for (let at = from; at < to; at++) read.add(at)
  }
  const isRead = ({ role, marks }: Question['words'][number], at: number): boolean =>
    role !== 'content' || read.has(at) || marks.has('participation') || marks.has('anaphora')
  return words.every(isRead) ? ids : undefined
}

/**
 * "Will Guterres come to the summit?" Of a person of whom the source says something else: that it does not say so, and
 * what it says. Undefined where it is of the event that is asked about.
 */
export function tellPersonElsewhere(turn: Findings, confidence: number): Decision | undefined {
  const { question, knowledge, about, best } = turn
  const { pack, entries } = knowledge
  if (!wantsYesOrNo(question) || !question.words.some(({ marks }) => marks.has('participation'))) return undefined
  const persons = question.names.flatMap(({ things }) =>
    things.flatMap(({ kind, id }) =>
      kind === 'entry' && entries.get(id)?.type === 'person' ? [entries.get(id)!] : [],
    ),
  )
  const [person, ...others] = persons
  if (!person || others.length > 0 || !about || about.people.includes(person.id)) return undefined
  // The opening of something else, at which he was, is told of.
  if (best?.entry.type === 'event' && best.entry !== about) return undefined
  const isOfAbout =
    question.names.some(({ things }) => things.some(({ id }) => id === about.id)) ||
    checksOf(question, about, pack).some(({ holds }) => holds)
  if (!isOfAbout) return undefined
  return notNamed(titleOf(person, turn.language), { entry: person, said: person.says }, turn, confidence)
}
