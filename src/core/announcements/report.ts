import type { Language } from '../../knowledge/language.ts'
import type { Announcement, Pause, State } from './announcement.ts'
import type { Ledger, Line, Tally } from './ledger.ts'

/** How deliveries stand; the four add up to `total`. */
export type Figures = {
  readonly total: number
  readonly sent: number
  readonly failed: number
  readonly uncertain: number
  readonly pending: number
  /** Of those sent or uncertain: they may be there twice. */
  readonly possiblyTwice: number
}

/** How changes of copies that are out stand. */
export type Changes = { readonly pending: number; readonly done: number; readonly impossible: number }

export type Report = Figures & {
  readonly id: string
  readonly state: State
  readonly byPlatform: Readonly<Record<string, Figures>>
  readonly byLanguage: Readonly<Record<string, Figures>>
  readonly byKind: Readonly<Record<string, Figures>>
  /** What there is to say of deliveries that have ended (why they failed, what could not be published), and of how many; the most first. */
  readonly reasons: Readonly<Record<string, number>>
  readonly correction: Changes | undefined
  readonly recall: (Changes & { readonly removed: number; readonly replaced: number }) | undefined
  readonly pause: Pause | undefined
  readonly sendAt: Date | undefined
  readonly startedAt: Date | undefined
  readonly finishedAt: Date | undefined
}

export async function reportOn(announcement: Announcement, ledger: Ledger): Promise<Report> {
  const tally = await ledger.tally(announcement.id)
  const { id, state, pause, sendAt, startedAt, finishedAt, version } = announcement
  const ended = tally.flatMap(({ outcome, reason, count }) => (outcome === 'pending' || reason === undefined ? [] : [{ reason, count }]))
  return {
    id, state, pause, sendAt, startedAt, finishedAt,
    ...figuresOf(tally),
    byPlatform: grouped(tally, ({ platform }) => platform),
    byLanguage: grouped(tally, ({ languages }) => languages.join('+')),
    byKind: grouped(tally, ({ kind }) => kind),
    reasons: Object.fromEntries([...Map.groupBy(ended, ({ reason }) => reason)].map(([reason, rows]) => [reason, sum(rows)] as const).toSorted(([, a], [, b]) => b - a)),
    correction: version > 1 ? changesOf(tally, ({ correction }) => correction) : undefined,
    recall: state === 'recalled' ? {
      ...changesOf(tally, ({ recall }) => (recall === 'removed' || recall === 'replaced' ? 'done' : recall)),
      removed: sum(tally.filter(({ recall }) => recall === 'removed')),
      replaced: sum(tally.filter(({ recall }) => recall === 'replaced')),
    } : undefined,
  }
}

function figuresOf(rows: readonly Tally[]): Figures {
  const of = (outcome: Tally['outcome']): number => sum(rows.filter((row) => row.outcome === outcome))
  return { total: sum(rows), sent: of('sent'), failed: of('failed'), uncertain: of('uncertain'), pending: of('pending'), possiblyTwice: sum(rows.filter((row) => row.possiblyTwice)) }
}

function changesOf(rows: readonly Tally[], changeOf: (row: Tally) => 'none' | 'pending' | 'done' | 'impossible'): Changes {
  const of = (change: keyof Changes): number => sum(rows.filter((row) => changeOf(row) === change))
  return { pending: of('pending'), done: of('done'), impossible: of('impossible') }
}

function grouped(rows: readonly Tally[], keyOf: (row: Tally) => string): Record<string, Figures> {
  return Object.fromEntries(Map.groupBy(rows, keyOf).entries().map(([key, group]) => [key, figuresOf(group)]))
}

function sum(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((total, { count }) => total + count, 0)
}

/** Rows read at a time: an export may be long. */
const pageSize = 1000

/** Every delivery in its order. */
export async function* linesOf(id: string, ledger: Ledger): AsyncGenerator<Line> {
  for (let after = 0; ;) {
    const page = await ledger.lines(id, after, pageSize)
    yield* page
    if (page.length < pageSize) return
    after = page.at(-1)!.delivery
  }
}

const columns = ['delivery', 'platform', 'kind', 'chat', 'thread', 'title', 'languages', 'outcome', 'reason', 'possibly_twice', 'attempts', 'doubts', 'messages', 'sent_at', 'correction', 'recall'] as const

/** The report as CSV (RFC 4180), line by line. */
export async function* csvOf(id: string, ledger: Ledger): AsyncGenerator<string> {
  yield row(columns)
  for await (const line of linesOf(id, ledger)) yield row(valuesOf(line))
}

function valuesOf(line: Line): string[] {
  const { delivery, platform, kind, chat, thread, title = '', languages, outcome, reason = '', possiblyTwice, attempts, doubts, messages, sentAt, correction, recall } = line
  return [
    String(delivery), platform, kind, chat, thread, title, namesOf(languages), outcome, reason, possiblyTwice ? 'yes' : 'no', String(attempts), String(doubts),
    messages.join(' '), sentAt?.toISOString() ?? '', correction, recall,
  ]
}

function namesOf(languages: readonly Language[]): string {
  return languages.join('+')
}

function row(values: readonly string[]): string {
  return `${values.map(field).join(',')}\r\n`
}

/** A title that begins like a formula must not become one in a spreadsheet: owasp.org/www-community/attacks/CSV_Injection */
function field(value: string): string {
  const safe = /^[=+@\t\r]|^-(?!\d+$)/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
