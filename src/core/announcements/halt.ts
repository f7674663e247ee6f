import type { State } from '../mailing/mailing.ts'
import { deadlineOf } from '../mailing/schedule.ts'
import { actBy, changed, refused, type Actor, type Done } from './done.ts'
import { within, type Tools } from './tools.ts'

const underWay: readonly State[] = ['sending', 'paused']

/** Some copies are out, also of what was cancelled on its way. */
export const out: readonly State[] = [...underWay, 'sent', 'cancelled']

/** Nothing more is sent of it; what was not sent stays as a draft does. */
export function cancel(id: string, by: Actor, tools: Tools): Promise<Done> {
  const before: readonly State[] = ['draft', 'scheduled', ...underWay]
  const change = { state: 'cancelled' as const, pause: undefined, startAt: undefined, finishedAt: by.now }
  return within(
    id,
    tools,
    ({ state }) => before.includes(state),
    () => tools.announcements.change(id, before, change, actBy(by, 'cancel')),
  )
}

/** Nothing is handed over from this moment on. `why`: because they said so, or while they decide on something else. */
export function pause(id: string, by: Actor, why: 'asked' | 'deciding', tools: Tools): Promise<Done> {
  return within(
    id,
    tools,
    ({ state }) => state === 'sending',
    () => tools.announcements.change(id, ['sending'], { state: 'paused', pause: { why } }, actBy(by, 'pause')),
  )
}

/** What is late was asked about: whoever says "go on" says so for the usual time. */
export function resume(id: string, by: Actor, tools: Tools): Promise<Done> {
  return within(
    id,
    tools,
    ({ state }) => state === 'paused',
    () =>
      tools.announcements.change(
        id,
        ['paused'],
        ({ startedAt, notAfter }) => ({
          ...(startedAt ? { state: 'sending' } : { state: 'scheduled', startAt: by.now }),
          pause: undefined,
          notAfter: extended(notAfter, by.now),
        }),
        actBy(by, 'resume'),
      ),
  )
}

/** Takes back every copy that is out. */
export function recall(id: string, by: Actor, tools: Tools): Promise<Done> {
  return within(
    id,
    tools,
    ({ state, startedAt }) => startedAt !== undefined && out.includes(state),
    () =>
      tools.announcements.change(
        id,
        out,
        { state: 'recalled', pause: undefined, finishedAt: by.now },
        actBy(by, 'recall'),
      ),
  )
}

/** Tries again what failed; `uncertain`: also what may have arrived, which may then be there twice. */
export async function retry(id: string, by: Actor, uncertain: boolean, { announcements }: Tools): Promise<Done> {
  const announcement = await announcements.find(id)
  if (!announcement) return refused('unknown')
  const again = {
    state: 'sending' as const,
    pause: undefined,
    notAfter: extended(announcement.notAfter, by.now),
    finishedAt: undefined,
  }
  const count = await announcements.retry(id, ['sent', ...underWay], uncertain, again, actBy(by, 'retry'))
  if (count === undefined) return refused('state', announcement)
  return count === 0 ? refused('nothing', announcement) : changed(announcement, await announcements.find(id), count)
}

/** Publishes to followers what could not be; what was corrected meanwhile goes out as it is now. */
export async function publishAgain(id: string, by: Actor, { announcements }: Tools): Promise<Done> {
  const announcement = await announcements.find(id)
  if (!announcement) return refused('unknown')
  const count = await announcements.republish(id, ['sent', ...underWay], actBy(by, 'publish'))
  if (count === undefined) return refused('state', announcement)
  return count === 0 ? refused('nothing', announcement) : changed(announcement, announcement, count)
}

/** A deadline that has passed begins anew; one that is still to come is an organizer's word. */
function extended(notAfter: Date | undefined, now: Date): Date {
  return deadlineOf({ notAfter: notAfter && notAfter > now ? notAfter : undefined }, now)
}
