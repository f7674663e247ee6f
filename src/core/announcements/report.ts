import type { Announcement } from './announcement.ts'
import type { Pause, State } from '../mailing/mailing.ts'
import type { FigureStore, Tally } from './figure-store.ts'

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
export type ChangedCopies = { readonly pending: number; readonly done: number; readonly impossible: number }

export type Report = Figures & {
  readonly id: string
  readonly state: State
  readonly byPlatform: Readonly<Record<string, Figures>>
  readonly byLanguage: Readonly<Record<string, Figures>>
  readonly byKind: Readonly<Record<string, Figures>>
  /**
   * What there is to say of deliveries that have ended (why they failed, what could not be published), and of how
   * many; the most first.
   */
  readonly reasons: Readonly<Record<string, number>>
  readonly correction: ChangedCopies | undefined
  readonly recall: (ChangedCopies & { readonly removed: number; readonly replaced: number }) | undefined
  /** To those who follow channels; undefined where nothing was to be published. */
  readonly publication: ChangedCopies | undefined
  readonly pause: Pause | undefined
  readonly sendAt: Date | undefined
  readonly startedAt: Date | undefined
  readonly finishedAt: Date | undefined
}

/** Adds up how every delivery of an announcement stands at this moment. */
export async function reportOn(announcement: Announcement, figures: Pick<FigureStore, 'tally'>): Promise<Report> {
  const tally = await figures.tally(announcement.id)
  const { id, state, pause, startedAt, finishedAt, version } = announcement
  const sendAt = announcement.startAt ?? announcement.sendAt
  const ended = tally
    .filter(({ outcome }) => outcome !== 'pending')
    .flatMap(({ note, reason, count }) => [note, reason].flatMap((why) => (why === undefined ? [] : [{ why, count }])))
  return {
    id,
    state,
    pause,
    sendAt,
    startedAt,
    finishedAt,
    ...figuresOf(tally),
    byPlatform: grouped(tally, ({ platform }) => platform),
    byLanguage: grouped(tally, ({ languages }) => languages.join('+')),
    byKind: grouped(tally, ({ kind }) => kind),
    reasons: Object.fromEntries(
      [...Map.groupBy(ended, ({ why }) => why)]
        .map(([why, rows]) => [why, sum(rows)] as const)
        .toSorted(([, a], [, b]) => b - a),
    ),
    correction: version > 1 ? changesOf(tally, ({ correction }) => correction) : undefined,
    recall:
      state === 'recalled'
        ? {
            ...changesOf(tally, ({ recall }) => (recall === 'removed' || recall === 'replaced' ? 'done' : recall)),
            removed: sum(tally.filter(({ recall }) => recall === 'removed')),
            replaced: sum(tally.filter(({ recall }) => recall === 'replaced')),
          }
        : undefined,
    publication: tally.some((one) => one.publication !== 'none')
      ? changesOf(tally, (one) => one.publication)
      : undefined,
  }
}

function figuresOf(rows: readonly Tally[]): Figures {
  const of = (outcome: Tally['outcome']): number => sum(rows.filter((row) => row.outcome === outcome))
  return {
    total: sum(rows),
    sent: of('sent'),
    failed: of('failed'),
    uncertain: of('uncertain'),
    pending: of('pending'),
    possiblyTwice: sum(rows.filter((row) => row.possiblyTwice)),
  }
}

function changesOf(
  rows: readonly Tally[],
  changeOf: (row: Tally) => 'none' | 'pending' | 'done' | 'impossible',
): ChangedCopies {
  const of = (change: keyof ChangedCopies): number => sum(rows.filter((row) => changeOf(row) === change))
  return { pending: of('pending'), done: of('done'), impossible: of('impossible') }
}

function grouped(rows: readonly Tally[], keyOf: (row: Tally) => string): Record<string, Figures> {
  return Object.fromEntries(
    Map.groupBy(rows, keyOf)
      .entries()
      .map(([key, group]) => [key, figuresOf(group)]),
  )
}

function sum(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((total, { count }) => total + count, 0)
}
