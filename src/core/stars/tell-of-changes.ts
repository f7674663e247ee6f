import type { Logger } from 'pino'
import { idAmong, partsOf } from '../../knowledge/joint-pack.ts'
import type { Entry, Pack } from '../../knowledge/pack.ts'
import { noticeOfChange } from './notice.ts'
import { remindersOf } from './reminders.ts'
import { readSnapshot, snapshotOf, writeSnapshot, type Snapshot } from './snapshot.ts'
import type { StarStore } from './star.ts'

type Parts = { readonly stars: Pick<StarStore, 'seen' | 'renew'>; readonly now: Date; readonly log: Logger }

/**
 * Compares what people have marked with the programme as it is, tells them of what was moved, called off or comes back,
 * and puts their reminders right. To be called whenever a pack takes over, the first one too: it may have changed while
 * nothing ran. What was told once is not told again. Throws an AggregateError once all else is told, if an entry could
 * not be: it may be looked at again.
 */
export async function tellOfChanges(pack: Pack, parts: Parts): Promise<void> {
  const failures: unknown[] = []
  for (const part of partsOf(pack)) {
    const entries = new Map(part.entries.map((entry) => [entry.id, entry]))
    for (const { entry, seen } of await parts.stars.seen(part.id)) {
      const id = idAmong(pack, part.id, entry)
      try {
        await tellOf({ id, own: entry, seen }, entries.get(id), part, parts)
      } catch (error) {
        failures.push(new Error(`people not told of a change of ${id}`, { cause: error }))
      }
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} changes not told`)
}

/** `own`: the id of the entry in its own pack; `seen`: how it was last told. */
async function tellOf(
  { id, own, seen }: { readonly id: string; readonly own: string; readonly seen: string },
  entry: Entry | undefined,
  pack: Pack,
  { stars, now, log }: Parts,
): Promise<void> {
  const before = readSnapshot(seen)
  const after = entry ? snapshotOf(entry, pack) : goneFrom(before, pack)
  const to = writeSnapshot(after)
  if (to === seen) return
  const notice = before && noticeOfChange(id, before, after, now)
  const reminders = entry ? remindersOf(entry, pack, now) : []
  const told = await stars.renew({ pack: pack.id, entry: own, from: seen, to, notice, reminders }, now)
  if (notice) log.info({ entry: id, told }, 'people told of a change in the programme')
}

function goneFrom(before: Snapshot | undefined, { timeZone }: Pack): Snapshot {
  return { zone: timeZone, title: {}, times: [], ...before, off: 'gone' }
}
