import type { Logger } from 'pino'
import { idAmong, partsOf } from '../../knowledge/joint-pack.ts'
import type { Pack } from '../../knowledge/pack.ts'
import { noticeOfChange } from './notice.ts'
import { remindersOf } from './reminders.ts'
import { readSnapshot, snapshotOf, writeSnapshot, type Snapshot } from './snapshot.ts'
import type { StarStore } from './star.ts'

type Parts = { readonly stars: Pick<StarStore, 'seen' | 'renew'>; readonly now: Date; readonly log: Logger }

/**
 * Compares what people have marked with the programme as it is, tells them of what was moved, called off or comes back,
 * and puts their reminders right. To be called whenever a pack takes over, the first one too: it may have changed while
 * nothing ran. What was told once is not told again.
 */
export async function tellOfChanges(pack: Pack, parts: Parts): Promise<void> {
  for (const part of partsOf(pack)) await tellOfPart(part, pack, parts)
}

async function tellOfPart(pack: Pack, whole: Pack, { stars, now, log }: Parts): Promise<void> {
  const entries = new Map(pack.entries.map((entry) => [entry.id, entry]))
  for (const { entry: own, seen } of await stars.seen(pack.id)) {
    const id = idAmong(whole, pack.id, own)
    const entry = entries.get(id)
    const before = readSnapshot(seen)
    const after = entry ? snapshotOf(entry, pack) : goneFrom(before, pack)
    const to = writeSnapshot(after)
    if (to === seen) continue
    const notice = before && noticeOfChange(id, before, after, now)
    const reminders = entry ? remindersOf(entry, pack, now) : []
    const told = await stars.renew({ pack: pack.id, entry: own, from: seen, to, notice, reminders }, now)
    if (notice) log.info({ entry: id, told }, 'people told of a change in the programme')
  }
}

function goneFrom(before: Snapshot | undefined, { timeZone }: Pack): Snapshot {
  return { zone: timeZone, title: {}, times: [], ...before, off: 'gone' }
}
