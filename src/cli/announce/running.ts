import { reportOn } from '../../core/announcements/report.ts'
import { shown } from './report.ts'
import { AnnounceError, find, unwrap, type Result, type VerbTools } from './verb.ts'

/** `cancel`: goes to nobody who did not get it yet. */
export async function cancel({ commands, store, by }: VerbTools, id: string): Promise<Result> {
  return shown(unwrap(await commands.cancel(id, by), id).announcement, store)
}

/** `pause`: stops until `resume`. */
export async function pause({ commands, store, by }: VerbTools, id: string): Promise<Result> {
  return shown(unwrap(await commands.pause(id, by), id).announcement, store)
}

/** `resume`: goes on where `pause`, or the program by itself, stopped it. */
export async function resume({ commands, store, by }: VerbTools, id: string): Promise<Result> {
  return shown(unwrap(await commands.resume(id, by), id).announcement, store)
}

/** `retry`: once more to where it failed; with --uncertain also to where it may have arrived. */
export async function retry({ commands, store, by, values }: VerbTools, id: string): Promise<Result> {
  return shown(unwrap(await commands.retry(id, by, values.uncertain), id).announcement, store)
}

/** `recall`: takes back the copies that are out; only with a yes to how many they are. */
export async function recall({ commands, store, by, values }: VerbTools, id: string): Promise<Result> {
  const announcement = await find(commands, id)
  if (!values.yes) {
    const { sent } = await reportOn(announcement, store.figures)
    throw new AnnounceError(
      `announcement ${id} was sent to ${sent} destinations; to take it back: announce recall ${id} --yes`,
    )
  }
  return shown(unwrap(await commands.recall(id, by), id).announcement, store)
}
