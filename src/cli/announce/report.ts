import type { Announcement } from '../../core/announcements/announcement.ts'
import { reportOn, type Report } from '../../core/announcements/report.ts'
import type { Store } from '../../core/store/open.ts'
import type { Result } from './verb.ts'

/** Something that an organizer did. */
type Act = { readonly act: string; readonly who: string; readonly at: Date }

/** How an announcement stands. */
export async function shown(announcement: Announcement, { figures }: Pick<Store, 'figures'>): Promise<Result> {
  return described(await reportOn(announcement, figures))
}

/** A report as an object and as lines, with what was done so far. */
export function described(report: Report, acts: readonly Act[] = []): Result {
  const { id, state, total, sent, failed, uncertain, pending, possiblyTwice, byPlatform, reasons } = report
  const counts = `${sent} sent, ${failed} failed, ${uncertain} uncertain, ${pending} pending`
  return {
    json: { ...withNulls(report), ...(acts.length > 0 ? { acts } : {}) },
    lines: [
      `announcement ${id}: ${state}`,
      ...pauseLines(report),
      `  of ${total}: ${counts}; ${possiblyTwice} possibly twice`,
      ...Object.entries(byPlatform).map(([platform, one]) => `  ${platform}: ${one.sent} of ${one.total}`),
      ...Object.entries(reasons).map(([reason, count]) => `  ${count}: ${reason}`),
      ...changeLines(report),
      ...acts.map(({ act, who, at }) => `  ${at.toISOString()} ${act} by ${who}`),
    ],
  }
}

function pauseLines({ id, pause }: Report): string[] {
  if (!pause) return []
  const why = pause.reason === undefined ? pause.why : `${pause.why} (${pause.reason})`
  const next = pause.until ? `goes on at ${pause.until.toISOString()}` : `to go on: announce resume ${id}`
  return [`  paused: ${why}; ${next}`]
}

/** What came of a correction and of a recall. */
function changeLines({ id, correction, recall }: Report): string[] {
  const lines: string[] = []
  if (correction) {
    const { done, pending, impossible } = correction
    lines.push(`  corrected: ${done} done, ${pending} pending, ${impossible} impossible`)
  }
  if (recall) {
    const { removed, replaced, pending, impossible } = recall
    const counts = `${removed} removed, ${replaced} replaced by a notice, ${pending} pending, ${impossible} impossible`
    lines.push(`  recalled: ${counts} (announce export ${id} says which)`)
  }
  return lines
}

/** JSON leaves out what is undefined; whoever reads it looks for the key. */
function withNulls(report: Report): object {
  return { ...report, startedAt: report.startedAt ?? null, finishedAt: report.finishedAt ?? null }
}
