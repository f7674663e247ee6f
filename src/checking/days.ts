import { daysBetween } from '../knowledge/dates.ts'
import { subjectOfPack } from '../knowledge/pack-subject.ts'
import type { Entry } from '../knowledge/pack.ts'
import { at, ofPack, some, type Look } from './warning.ts'

/**
 * An event that is over, sessions on other days than the event, and sessions without an end or a room beside others.
 */
export const days: Look = (checked) => {
  const { pack, today } = checked
  const sessions = pack.entries.filter(({ type, slots }) => type === 'event' && slots.length > 0)
  const dated = pack.entries.filter(({ type, dates }) => type === 'event' && dates !== undefined)
  const subject = subjectOfPack(pack)
  const last = (subject?.dates ? [subject] : dated)
    .map(({ dates }) => dates!.to)
    .toSorted()
    .at(-1)
  const over =
    last !== undefined && last < today && pack.writtenBefore === undefined
      ? [
          ofPack(
            checked,
            'dates',
            `the event was over on ${last}, ${daysBetween(last, today)} days ago; correct the year if it is to come`,
          ),
        ]
      : []
  const outside = sessions.filter(({ dates }) => {
    const around = subject?.dates
    return around !== undefined && dates !== undefined && (dates.to < around.from || dates.from > around.to)
  })
  return [
    ...over,
    ...outside.map((entry) =>
      at(
        entry,
        checked,
        'start',
        `is on ${entry.dates!.from}, and ${subject!.id} from ${spanOf(subject!)}; correct one of them`,
      ),
    ),
    ...lacking(
      sessions.filter(({ place }) => place === undefined),
      sessions.length,
      'room',
      checked,
    ),
    ...lacking(
      sessions.filter(({ slots }) => slots.some(({ to }) => to === undefined)),
      sessions.length,
      'end',
      checked,
    ),
  ]
}

function spanOf({ dates }: Pick<Entry, 'dates'>): string {
  return `${dates!.from} to ${dates!.to}`
}

/** What most sessions have, the others are missing. */
function lacking(
  without: readonly { id: string }[],
  all: number,
  what: string,
  checked: Parameters<Look>[0],
): ReturnType<Look> {
  if (without.length === 0 || without.length * 2 > all) return []
  return [
    ofPack(
      checked,
      what,
      `${without.length} of ${all} sessions have no ${what}: ${some(without.map(({ id }) => id))}; add it`,
    ),
  ]
}
