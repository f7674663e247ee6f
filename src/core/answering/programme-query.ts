import { laterBy } from '../../knowledge/moments.ts'
import { subjectOfPack } from '../../knowledge/pack-subject.ts'
import type { Entry, Pack } from '../../knowledge/pack.ts'
import { isCountry } from '../../knowledge/places.ts'
import type { AskedDetail } from '../../languages/programme-words.ts'
import type { PatternTable } from '../text/patterns.ts'
import { fitsSpan } from '../understanding/fits-span.ts'
import type { TimeMention } from '../understanding/times.ts'
import { dayOf } from './format-hours.ts'
import { occurrencesOf } from './occurrences.ts'
import { personsIn } from './persons.ts'
import { isInside, kindsIn, meaningsIn, overlaps, takeAll, tracksIn } from './programme-labels.ts'
import { titleIn, type TitleMention } from './session-titles.ts'
import { dayAsked } from './tell-day.ts'
import type { Turn } from './turn.ts'

/** What a question wants of a programme, if every word of it says so. */
export type ProgrammeQuery = {
  /** By which of these it picks: nothing but the programme itself if none. */
  readonly days: readonly string[] | undefined
  readonly times: readonly TimeMention[]
  readonly places: readonly string[]
  readonly kinds: readonly string[]
  readonly tracks: readonly string[]
  readonly spoken: readonly string[]
  /** What of an entry is asked for: its price, its telephone. */
  readonly details: readonly AskedDetail[]
  readonly persons: readonly Entry[]
  readonly title: TitleMention | undefined
  /** Which words of its kind it has: "session", "gives", "else", "how to get". */
  readonly says: {
    readonly sessions: boolean
    readonly talks: boolean
    readonly gives: boolean
    readonly other: boolean
    readonly reach: boolean
  }
  /** Whether all words that say something are accounted for. */
  readonly isWhole: boolean
}

/** Reads a question as one to the programme. */
export function readProgramme({ question, knowledge }: Turn): ProgrammeQuery {
  const { pack, reader } = knowledge
  const { words } = question
  const table = reader.grammar.programme
  const read = new Set<number>()
  const take = (from: number, to: number): void => {
    for (let at = from; at < to; at++) read.add(at)
  }
  const title = titleIn(question, pack) ?? namedEntry(question, knowledge)
  if (title) take(title.from, title.to)
  const times = question.times.filter(({ from }) => !isInside(from, title))
  for (const { from, to } of [...question.dates, ...times]) take(from, to)
  const texts = words.map(({ text }) => text)
  const found = (one: PatternTable<unknown>): boolean => takeAll(one, texts, read, title)
  const places: string[] = []
  for (const { things, from, to } of question.names) {
    const isSubject = things.every(({ kind, id }) => kind === 'generic' || (kind === 'entry' && id === pack.subject))
    const place = things.find(({ kind, id }) => kind === 'place' && !isCountry(pack.places.get(id)!))
    if (place && !isInside(from, title)) places.push(place.id)
    if (isSubject || place) take(from, to)
  }
  const details = meaningsIn(table.details, texts, read, title)
  const spoken = meaningsIn(table.spoken, texts, read, title)
  const reach = found(table.reach)
  const kinds = kindsIn(texts, read, title, table, pack)
  const talks = texts.some((_, at) => !read.has(at) && table.kinds.at(texts, at)?.meanings.includes('talk'))
  const sessions = found(table.sessions)
  const gives = found(table.gives)
  const other = found(table.other)
  const rooms = found(table.rooms)
  const day = dayAsked(question)
  if (day !== undefined) for (const { from, to } of question.numerals) take(from, to)
  const terms = words.map((word) => word.terms.map(({ term }) => term))
  const tracks = tracksIn(pack, terms, read)
  const persons = personsIn(question, pack, gives)
  for (const at of persons?.words ?? []) read.add(at)
  const isIdle = (at: number): boolean => {
    const { role, marks } = words[at]!
    if (role !== 'content' && (role !== 'function' || !words[at]!.claimed)) return true
    // "Is the dinner included?": "include" says little, but it is just what a yes would confirm.
    const isVague = marks.has('event') && question.asked.has('yes-no')
    return (!isVague && idle.some((mark) => marks.has(mark))) || (rooms && table.rooms.at(texts, at) !== undefined)
  }
  return {
    days: daysIn(question, day, pack),
    times,
    places: [...new Set(places)],
    kinds,
    tracks,
    spoken,
    details,
    persons: persons && !overlaps(persons.words, title) ? persons.persons : [],
    title,
    says: { sessions, talks, gives, other, reach },
    isWhole: words.every((_, at) => read.has(at) || isIdle(at)),
  }
}

const idle = ['event', 'anaphora', 'existential', 'day', 'next', 'previous', 'spoke'] as const

/** The entry that a question names by another name than its title: "check-in". */
function namedEntry({ names }: Turn['question'], { entries, pack, gaps }: Turn['knowledge']): TitleMention | undefined {
  for (const { things, from, to } of names) {
    const [thing, ...others] = things
    const entry = thing?.kind === 'entry' && others.length === 0 ? entries.get(thing.id) : undefined
    if (entry && entry.id !== pack.subject && entry.type !== 'person' && entry.type !== 'list' && !gaps.has(entry.id))
      return { entries: [entry], from, to }
  }
  return undefined
}

/** The days of the programme that a question names; undefined if it names none. */
function daysIn({ dates }: Turn['question'], nth: number | undefined, pack: Pack): string[] | undefined {
  if (dates.length === 0 && nth === undefined) return undefined
  const all = [...new Set(occurrencesOf(pack).map(({ slot }) => dayOf(slot)))]
  const subject = subjectOfPack(pack)?.dates
  const ofSubject = subject && nth !== undefined ? laterBy((nth - 1) * 24 * 60, `${subject.from}T00:00`) : undefined
  const chosen = ofSubject?.slice(0, 10) ?? (nth === undefined ? undefined : all[nth - 1])
  return all.filter(
    (day) => day === chosen || dates.some((date) => fitsSpan(date, { from: day, to: day, precision: 'day' }) === true),
  )
}
