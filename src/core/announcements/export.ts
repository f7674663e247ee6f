import type { DeliveryRecord, FigureStore } from './figure-store.ts'

/** Rows read at a time: an export may be long. */
const pageSize = 1000

/** Every delivery in its order. */
export async function* recordsOf(id: string, figures: Pick<FigureStore, 'records'>): AsyncGenerator<DeliveryRecord> {
  for (let after = 0; ;) {
    const page = await figures.records(id, after, pageSize)
    yield* page
    if (page.length < pageSize) return
    after = page.at(-1)!.delivery
  }
}

const columns = [
  'delivery',
  'platform',
  'kind',
  'chat',
  'thread',
  'title',
  'languages',
  'outcome',
  'reason',
  'possibly_twice',
  'attempts',
  'doubts',
  'messages',
  'sent_at',
  'publication',
  'correction',
  'recall',
] as const

/** The report as CSV (RFC 4180), line by line. */
export async function* csvOf(id: string, figures: Pick<FigureStore, 'records'>): AsyncGenerator<string> {
  yield row(columns)
  for await (const record of recordsOf(id, figures)) yield row(valuesOf(record))
}

function valuesOf(record: DeliveryRecord): string[] {
  const {
    delivery,
    platform,
    kind,
    chat,
    thread,
    title = '',
    languages,
    outcome,
    note,
    reason,
    possiblyTwice,
    attempts,
    doubts,
    messages,
    sentAt,
    correction,
    recall,
    publication,
  } = record
  return [
    String(delivery),
    platform,
    kind,
    chat,
    thread,
    title,
    languages.join('+'),
    outcome,
    [note, reason].filter(Boolean).join('; '),
    possiblyTwice ? 'yes' : 'no',
    String(attempts),
    String(doubts),
    messages.join(' '),
    sentAt?.toISOString() ?? '',
    publication,
    correction,
    recall,
  ]
}

function row(values: readonly string[]): string {
  return `${values.map(field).join(',')}\r\n`
}

/**
 * A title that begins like a formula must not become one in a spreadsheet:
 * owasp.org/www-community/attacks/CSV_Injection
 */
function field(value: string): string {
  const safe = /^[=+@\t\r]|^-(?!\d+$)/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
