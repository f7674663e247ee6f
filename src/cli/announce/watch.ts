import { setTimeout as pause } from 'node:timers/promises'
import type { Announcement } from '../../core/announcements/announcement.ts'
import { reportOn, type Report } from '../../core/announcements/report.ts'
import { AnnounceError, find, type VerbTools } from './verb.ts'

/** Often enough for a person who looks on. */
const lookEveryMs = 500

/**
 * Tells how far an announcement is, as often as that changes, until there is nothing more to wait for: it is all sent,
 * ended, or paused until somebody says so. Returns it as it is then. Throws an AnnounceError for a draft.
 */
export async function watch(
  announcement: Announcement,
  { commands, store, stdout }: Pick<VerbTools, 'commands' | 'store' | 'stdout'>,
): Promise<Announcement> {
  if (announcement.state === 'draft')
    throw new AnnounceError(`announcement ${announcement.id} is a draft: there is nothing to watch until it is sent`)
  let last = ''
  for (let found = announcement; ; found = await find(commands, announcement.id)) {
    const report = await reportOn(found, store.figures)
    const line = progressOf(report)
    // On a screen the line is written over, elsewhere there is one for each change.
    if (line !== last) stdout.write(stdout.isTTY ? `\r\u001B[2K${line}` : `${line}\n`)
    last = line
    if (isOver(report)) {
      if (stdout.isTTY) stdout.write('\n')
      return found
    }
    await pause(lookEveryMs)
  }
}

function isOver({ state, pause: paused, pending, correction, recall }: Report): boolean {
  if (state === 'scheduled' || state === 'sending') return false
  if (state === 'paused') return paused?.until === undefined
  return pending + (correction?.pending ?? 0) + (recall?.pending ?? 0) === 0
}

function progressOf({ id, state, total, sent, failed, uncertain, pause: paused }: Report): string {
  const counts = [
    `${sent} of ${total} sent`,
    ...(failed ? [`${failed} failed`] : []),
    ...(uncertain ? [`${uncertain} uncertain`] : []),
  ]
  return `announcement ${id}: ${state}${paused ? ` (${paused.why})` : ''}, ${counts.join(', ')}`
}
