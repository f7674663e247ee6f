import type { Done } from '../../core/announcements/done.ts'
import { startOf } from '../../core/announcements/announcement.ts'
import { reportOn } from '../../core/announcements/report.ts'
import { readMoment, venueTime } from '../../core/time/venue.ts'
import { helpTexts } from '../help.ts'
import { misused } from '../parse.ts'
import { audienceOf } from './audience.ts'
import { described } from './report.ts'
import { AnnounceError, find, unwrap, type Result, type VerbTools } from './verb.ts'

/** `send`: as soon as the time to think again has passed; only with a yes to how many get it. */
export async function send(tools: VerbTools, id: string): Promise<Result> {
  const { commands, by, values } = tools
  const announcement = await find(commands, id)
  if (!values.yes) {
    const { total } = await audienceOf(announcement, commands)
    throw new AnnounceError(
      `announcement ${id} would go to ${total} destinations; to send it: announce send ${id} --yes`,
    )
  }
  return scheduled(await commands.send(id, by), id, tools)
}

/** `schedule`: at a moment at the venue. */
export async function schedule(tools: VerbTools, id: string): Promise<Result> {
  const { commands, by, values, timeZone } = tools
  if (values.at === undefined) throw misused('schedule needs --at "2026-04-22 09:00"', helpTexts.announce)
  const at = readMoment(values.at, timeZone)
  if (!at)
    throw new AnnounceError(
      `--at ${JSON.stringify(values.at)} is no time; ` +
        `write it as at the venue (${timeZone}), such as "2026-04-22 09:00"`,
    )
  return scheduled(await commands.send(id, by, at), id, tools)
}

async function scheduled(
  done: Done,
  id: string,
  { store, timeZone }: Pick<VerbTools, 'store' | 'timeZone'>,
): Promise<Result> {
  const { announcement, count = 0, proposed } = unwrap(done, id)
  if (proposed) {
    const { json } = described(await reportOn(announcement, store.figures))
    const asked = `announcement ${id} would go to ${count} destinations: organizers were asked to confirm it`
    return { json: { ...json, destinations: count, proposed }, lines: [asked] }
  }
  const startsAt = startOf(announcement.startAt!, announcement.urgency, timeZone)
  const { json } = described(await reportOn(announcement, store.figures))
  const moment = `${venueTime(startsAt, timeZone)} (${timeZone}, ${startsAt.toISOString()})`
  return {
    json: { ...json, destinations: count, startsAt },
    lines: [
      `announcement ${id} goes to ${count} destinations at ${moment}`,
      ...(startsAt > announcement.startAt! ? ['it is routine, and waits until the morning at the venue'] : []),
      `until then: announce cancel ${id}`,
      ...(count === 0 ? ['nobody would get it at present: who is subscribed by then will'] : []),
    ],
  }
}
