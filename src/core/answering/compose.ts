import type { Language } from '../../knowledge/language.ts'
import { wordsIn, type Entry, type Pack, type Statement } from '../../knowledge/pack.ts'
import type { Facet } from '../../knowledge/schema.ts'
import { say } from '../i18n.ts'
import type { TermOf } from '../text/term.ts'
import { tokenise } from '../text/tokenise.ts'
import type { Asked } from '../understanding/asked.ts'
import { languageOf } from '../../languages/known/all.ts'
import { dayIn, sayTense } from './format-dates.ts'
import { withDetails } from './detail-lines.ts'
import { withForeignNote } from './foreign-note.ts'
import { sayHoursTense } from './hours-tense.ts'
import { memberName, titleOf, whenAndWhere } from './facts.ts'
import { termsOf } from './statement-terms.ts'
import type { Line } from './reply.ts'
import { saySource } from './say-source.ts'
import { sentencesIn } from './sentences.ts'
import type { Verdict } from './verdict.ts'

/** What composing an answer depends on besides the entry. */
export type Wording = {
  readonly pack: Pack
  readonly language: Language
  readonly now: Date
  readonly asked: ReadonlySet<Asked>
  /** The stems of the question's words, to tell which statement is nearest. */
  readonly terms: ReadonlySet<string>
  readonly termOf: TermOf
  readonly verdict?: Verdict | undefined
  /** A sentence of the entry that is said first. */
  readonly quote?: string | undefined
}

/** A phone screen holds about this many letters; statements beyond it are left out, but never the first. */
const screen = 700

const mostItems = 25

/** The answer to a question about one entry: the fact asked for, what helps, where it stands. */
export function composeEntry(entry: Entry, wording: Wording): Line[] {
  const { pack, language, now, asked } = wording
  const lines = quotedFirst(linesOf(entry, wording), wording)
  if (
    entry.type === 'event' &&
    entry.dates?.precision === 'day' &&
    !entry.hostDates &&
    entry.status === undefined &&
    (asked.has('when') || entry.id === pack.subject)
  ) {
    const tense = sayHoursTense(entry, now, pack, language) ?? sayTense(entry.dates, now, pack.timeZone, language)
    lines.push({ kind: 'text', text: tense })
  }
  const told = withDetails(withForeignNote(lines, entry, language), entry, wording)
  return [...withVerdict(told, wording), ...notes(entry, wording)]
}

function linesOf(entry: Entry, wording: Wording): Line[] {
  if (entry.type === 'list') return listLines(entry, wording)
  return entry.type === 'event' || entry.dates ? eventLines(entry, wording) : entryLines(entry, wording)
}

/** Events and dated documents: when and where first, unless something else was asked. */
function eventLines(entry: Entry, wording: Wording): Line[] {
  const { pack, language } = wording
  const header = whenAndWhere(entry, pack, language)
  const host = wordsIn(entry.at, language)
  const about = [
    { kind: 'text' as const, text: titleOf(entry, language) },
    ...(host === undefined ? [] : [{ kind: 'text' as const, text: say(language, 'event.at', { host }) }]),
    ...(entry.hostDates ? [{ kind: 'note' as const, text: saySource(pack, language, 'event.hostDates') }] : []),
  ]
  const statements = statementsFor(entry, wording)
  const [first] = statements
  const text = wordsIn(entry.text, language)
  const more = text === undefined ? [] : [{ kind: 'text' as const, text: excerpt(text, wording) }]
  if (first && answersAnother(first, wording)) {
    return [
      { kind: 'fact', text: first.text },
      ...statements.slice(1).map(({ text }) => ({ kind: 'text' as const, text })),
      { kind: 'text', text: `${titleOf(entry, language)}: ${header}` },
      ...about.slice(1),
      ...more,
    ]
  }
  return [
    { kind: 'fact', text: header },
    ...about,
    ...statements.map(({ text }) => ({ kind: 'text' as const, text })),
    ...more,
  ]
}

/** Whether the question asks for something that this statement says, rather than for date or place. */
function answersAnother({ about }: { about: Facet }, { asked }: Wording): boolean {
  return asked.has(about) && about !== 'what' && !asked.has('when') && !asked.has('where')
}

function entryLines(entry: Entry, wording: Wording): Line[] {
  const { pack, language } = wording
  const title = titleOf(entry, language)
  const statements = statementsFor(entry, wording)
  const text = wordsIn(entry.text, language)
  const place = whenAndWhere(entry, pack, language)
  const lines: Line[] = []
  if (entry.type === 'theme' || entry.type === 'person' || statements.length === 0)
    lines.push({ kind: 'fact', text: title })
  statements.forEach(({ text }) => lines.push({ kind: lines.length === 0 ? 'fact' : 'text', text }))
  if (place !== '') lines.push({ kind: 'text', text: place })
  if (text !== undefined) lines.push({ kind: 'text', text: excerpt(text, wording) })
  return lines
}

/** A list: how many and of what, then its members. */
function listLines(entry: Entry, { pack, language }: Wording): Line[] {
  const said = entry.says.map(({ text }) => wordsIn(text, language)).filter((text) => text !== undefined)
  const title = titleOf(entry, language)
  const items = entry.members
    .slice(0, mostItems)
    .map((id): Line => ({ kind: 'item', text: memberName(id, pack, language) }))
  return [
    { kind: 'fact', text: say(language, 'list.count', { title, count: entry.members.length }) },
    ...said.map((text): Line => ({ kind: 'text', text })),
    ...items,
    ...(entry.members.length > mostItems
      ? [{ kind: 'item' as const, text: say(language, 'list.more', { count: entry.members.length - mostItems }) }]
      : []),
  ]
}

type Said = { readonly about: Facet; readonly text: string }

/** Statements in the order in which they answer: the facet asked for first, then by words in common. */
function statementsFor(entry: Entry, wording: Wording): Said[] {
  const { language, asked } = wording
  // What is alone need not be rated.
  const isAlone = entry.says.length === 1
  const rated = entry.says.flatMap((statement, place) => {
    const text = wordsIn(statement.text, language)
    if (text === undefined) return []
    const fit = isAlone ? 0 : (asked.has(statement.about) ? 2 : 0) + overlap(statement, wording)
    return [{ about: statement.about, text, place, fit }]
  })
  const ordered = rated.toSorted((a, b) => b.fit - a.fit || a.place - b.place)
  let length = 0
  return ordered.filter(({ text }, at) => (length += text.length) <= screen || at === 0)
}

/** The share of the question's words that the statement has too, in the language where it has most of them. */
function overlap(statement: Statement, { terms, termOf, pack }: Wording): number {
  if (terms.size === 0) return 0
  const shares = termsOf(statement, pack, termOf).map((words) => terms.intersection(words).size / terms.size)
  return Math.max(0, ...shares)
}

/** The sentences of a long text that answer best, in their order, so that the answer fits a screen. */
function excerpt(text: string, { terms, termOf, language }: Wording): string {
  if (text.length <= screen) return text
  const sentences = sentencesIn(text)
  const rated = sentences.map((sentence, place) => {
    const words = new Set(tokenise(sentence).map((word) => termOf(word, languageOf(language))))
    let common = 0
    for (const term of terms) if (words.has(term)) common++
    return { sentence, place, common }
  })
  let length = 0
  const kept = rated
    .toSorted((a, b) => b.common - a.common || a.place - b.place)
    .filter(({ sentence }, at) => (length += sentence.length) <= screen || at === 0)
  return kept
    .toSorted((a, b) => a.place - b.place)
    .map(({ sentence }) => sentence)
    .join(' ')
}

/** The quoted sentence, then the rest without it. */
function quotedFirst(lines: readonly Line[], { quote }: Wording): Line[] {
  if (quote === undefined) return [...lines]
  const others = lines.flatMap(({ kind, text }): Line[] => {
    const rest = text.replace(quote, '').trim()
    return rest === '' ? [] : [{ kind: kind === 'fact' ? 'text' : kind, text: rest }]
  })
  return [{ kind: 'fact', text: quote }, ...others]
}

function withVerdict(lines: readonly Line[], wording: Wording): Line[] {
  const { verdict, language } = wording
  const [first, ...rest] = lines
  if (verdict === undefined || !first) return [...lines]
  const said = verdict === 'expected' && hasPassed(wording) ? 'wasExpected' : verdict
  return [{ kind: 'fact', text: `${say(language, `verdict.${said}`)} ${first.text}` }, ...rest]
}

/** Whether it is past what the source was written before. */
function hasPassed({ pack, now }: Wording): boolean {
  return pack.writtenBefore !== undefined && dayIn(pack.timeZone, now) >= pack.writtenBefore
}

function notes(entry: Entry, wording: Wording): Line[] {
  const { pack, language } = wording
  return [
    ...(entry.expected && hasPassed(wording)
      ? [{ kind: 'note' as const, text: saySource(pack, language, 'note.expected') }]
      : []),
    ...sourceLine(entry.section, pack, language),
  ]
}

/** Where the answer stands in the source. */
export function sourceLine(section: string | undefined, pack: Pack, language: Language): Line[] {
  if (section === undefined) return []
  const source = wordsIn(pack.source, language) ?? pack.id
  return [{ kind: 'source', text: say(language, 'note.source', { source, section }) }]
}
