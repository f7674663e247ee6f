import type { Entry } from '../../knowledge/pack.ts'
import type { Facet } from '../../knowledge/schema.ts'
import type { KnowledgeBase } from '../knowledge-base/knowledge-base.ts'
import type { Question } from '../understanding/question.ts'
import { saysSomething, type Word } from '../understanding/word.ts'
import { venueDay } from '../time/venue.ts'
import { checksOf } from '../search/agreement.ts'
import { fitsSpan } from '../understanding/fits-span.ts'
import { filterOf, isEmpty, listsOf, select, type Filter } from './selection.ts'
import { lastOf } from './lists.ts'
import { termsOf } from './statement-terms.ts'
import type { Turn } from './turn.ts'

/** Whether "topics" or "participants" comes after a list that has neither: then it is a question of its own. */
export function startsAnew({ context, question: { asked, words }, knowledge: { entries, pack } }: Turn): boolean {
  const last = entries.get(context?.entries[0] ?? '')
  if (last?.type !== 'list' || words.length > 1) return false
  const says = (facet: Facet): boolean => last.says.some(({ about }) => about === facet)
  const hasPeople = last.members.some((id) => pack.organisations.has(id))
  return (asked.has('topic') && !says('topic')) || (asked.has('who') && !says('who') && !hasPeople)
}

/** What the whole pack is about: "when and where?", asked of nothing in particular. */
export function packSubject({ pack, entries }: KnowledgeBase): Entry | undefined {
  return pack.subject === undefined ? undefined : entries.get(pack.subject)
}

/** "2" after three readings were offered. */
export function chosenOption({ context, question, knowledge }: Turn): Entry | undefined {
  const [numeral] = question.numerals
  if (!numeral || question.words.length > numeral.to - numeral.from) return undefined
  const option = context?.options[numeral.value - 1]
  return option && knowledge.entries.get(option.id)
}

/**
 * "And the second?" after the third consultation: the one of its kind with that number, or on that day of the month;
 * "and the one in Bishkek?": the only one of its kind there.
 */
export function siblingOf(last: Entry, turn: Turn): Entry | undefined {
  const { question, knowledge } = turn
  const neighbour = listNeighbour(last, turn)
  if (neighbour) return neighbour
  const family = familyOf(last, turn)
  if (last.ordinal !== undefined && question.words.some(({ marks }) => marks.has('last'))) return lastOf(family)
  const [numeral, ...more] = question.numerals
  const value = neighbourOf(last, question) ?? (more.length === 0 ? numeral?.value : undefined)
  if (value !== undefined) {
    const onDay = question.neighbour === undefined ? onDayOf(last, value, knowledge.pack.entries) : undefined
    return family.find(({ ordinal }) => ordinal === value) ?? onDay
  }
  const filter = widened(filterOf(question), knowledge)
  if (!question.continues || isEmpty(filter)) return undefined
  const [only, ...others] = select(family, filter, knowledge.pack)
  return others.length === 0 && only !== last ? only : undefined
}

/** "And the Population Fund?": whether one statement of what was told last speaks of all that the question names. */
export function speaksOf(entry: Entry, turn: Turn): boolean {
  const named = turn.question.words.filter(saysSomething)
  return named.length > 0 && saysAll(entry, named, turn)
}

/** "What came of that do in Samarkand?", asked of what was in Samarkand, or says something of it. */
export function isThere(entry: Entry, turn: Turn): boolean {
  const { question, knowledge } = turn
  const places = question.names.filter(({ things }) => things.some(({ kind }) => kind === 'place'))
  const checks = checksOf(question, entry, knowledge.pack)
  return places.every(({ from, to }) => {
    const holds = checks.some((check) => check.from === from && check.holds)
    return holds || saysAll(entry, question.words.slice(from, to), turn)
  })
}

function saysAll({ says }: Entry, named: readonly Word[], { knowledge: { pack, reader } }: Turn): boolean {
  return says.some((statement) => {
    const told = termsOf(statement, pack, reader.termOf)
    return named.every(({ terms }) =>
      terms.some(({ term, synonym }) => synonym === undefined && told.some((own) => own.has(term))),
    )
  })
}

/** What is known by its country only may have been in any city of it: "and the Bishkek one?" */
function widened(filter: Filter, { pack }: KnowledgeBase): Filter {
  return {
    ...filter,
    places: filter.places.map((ids) => ids.flatMap((id) => [id, pack.places.get(id)?.country ?? id])),
  }
}

/** The members of a list, or the entries of the same kind. */
function familyOf({ members, type, kind }: Entry, { knowledge }: Turn): readonly Entry[] {
  const listed = members.flatMap((id) => knowledge.entries.get(id) ?? [])
  return listed.length > 0 ? listed : knowledge.pack.entries.filter((one) => one.type === type && one.kind === kind)
}

/**
 * "And on the 19th?" after 15 November: what there was on that day of the same month, first of all what is part of the
 * same.
 */
function onDayOf({ id, within, dates }: Entry, day: number, entries: readonly Entry[]): Entry | undefined {
  if (dates === undefined || dates.precision === 'year' || day < 1 || day > lastDay) return undefined
  const wanted = `${dates.from.slice(0, 8)}${String(day).padStart(2, '0')}`
  return onDay(wanted, { id, within }, entries)
}

/** What there was on a day, first of all what is part of the same. */
function onDay(
  iso: string,
  { id, within }: { readonly id: string; readonly within: string | undefined },
  entries: readonly Entry[],
): Entry | undefined {
  const found = entries.filter(
    ({ type, dates }) => type === 'event' && dates?.precision === 'day' && dates.from <= iso && iso <= dates.to,
  )
  return found.find((one) => one.within !== undefined && [id, within].includes(one.within)) ?? found[0]
}

/** "And three days later?", counted from what was told last and not from today. */
export function daysLater(last: Entry, { question, knowledge, now }: Turn): Entry | undefined {
  const [mention, ...others] = question.dates
  const { day, month, year } = mention?.first ?? {}
  if (!mention?.relative || others.length > 0 || !question.continues || question.names.length > 0) return undefined
  if (last.dates?.precision !== 'day' || day === undefined || month === undefined || year === undefined)
    return undefined
  const { pack } = knowledge
  const days = Temporal.PlainDate.from(venueDay(now, pack.timeZone)).until(
    Temporal.PlainDate.from({ day, month, year }),
  )
  const wanted = Temporal.PlainDate.from(last.dates.from).add(days).toString()
  return onDay(wanted, { id: last.id, within: last.within }, pack.entries)
}

const lastDay = 31

/** "What was at COP30 on 15 November?": the part of an entry that was on the day in question, if there is one. */
export function partOn({ id }: Entry, { question, knowledge }: Turn): Entry | undefined {
  const days = question.dates.filter(({ first }) => first.day !== undefined)
  const parts = knowledge.pack.entries.filter(({ within, dates }) => within === id && dates?.precision === 'day')
  const [only, ...others] = parts.filter(({ dates }) => days.some((day) => fitsSpan(day, dates!) === true))
  return others.length === 0 ? only : undefined
}

/** "And the next stop, after this one?": the one after it, or before it, in the list that it is on. */
function listNeighbour({ id, ordinal }: Entry, { question: { neighbour }, knowledge }: Turn): Entry | undefined {
  if (neighbour === undefined || ordinal !== undefined) return undefined
  const [next] = listsOf(id, knowledge.pack).flatMap(({ members }) => members[members.indexOf(id) + neighbour] ?? [])
  return next === undefined ? undefined : knowledge.entries.get(next)
}

/** "And the next one?": the number after, or before, the last one's. */
function neighbourOf({ ordinal }: Entry, { neighbour }: Question): number | undefined {
  return ordinal === undefined || neighbour === undefined ? undefined : ordinal + neighbour
}
