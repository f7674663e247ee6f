import type { parseArgs, ParseArgsOptionsConfig } from 'node:util'
import type { Announcement } from '../../core/announcements/announcement.ts'
import type { Actor, Done } from '../../core/announcements/done.ts'
import type { AnnouncementCommands } from '../../core/announcements/commands.ts'
import { say } from '../../core/i18n.ts'
import type { EventName } from '../../core/mailing/foot.ts'
import type { Store } from '../../core/store/open.ts'
import { OperatorError } from '../../knowledge/fault.ts'
import type { Streams } from '../streams.ts'

export const options = {
  file: { type: 'string' },
  language: { type: 'string' },
  platform: { type: 'string' },
  yes: { type: 'boolean' },
  at: { type: 'string' },
  uncertain: { type: 'boolean' },
  watch: { type: 'boolean' },
  json: { type: 'boolean' },
} as const satisfies ParseArgsOptionsConfig

/** The faults of what organizers wrote and what tools read are told in one language. */
export const language = 'en'

/** What a verb works with. */
export type VerbTools = Streams & {
  readonly commands: AnnouncementCommands
  readonly store: Store
  readonly timeZone: string
  readonly eventName: EventName
  readonly by: Actor
  readonly values: ReturnType<typeof parseArgs<{ options: typeof options }>>['values']
}

/** What a verb comes to: an object for other programs, and lines for people. */
export type Result = { readonly json: object; readonly lines: readonly string[] }

/** `id`: of the announcement; empty for verbs that take none. */
export type Verb = (tools: VerbTools, id: string) => Promise<Result>

/** An act that can't be done. The message names what, why and what to do. */
export class AnnounceError extends OperatorError {
  override readonly name = 'AnnounceError'
}

/** The announcement; an AnnounceError if there is none. */
export async function find(commands: Pick<AnnouncementCommands, 'find'>, id: string): Promise<Announcement> {
  const announcement = await commands.find(id)
  if (!announcement) throw new AnnounceError(`there is no announcement ${JSON.stringify(id)}; see: announce list`)
  return announcement
}

/** What was done; an AnnounceError with the reasons if it was refused. */
export function unwrap(done: Done, id: string): Extract<Done, { kind: 'done' }> {
  if (done.kind === 'done') return done
  const why = say(language, `refused.${done.why}`, { id, state: done.announcement?.state ?? '' })
  throw new AnnounceError([why, ...(done.problems ?? []).map((problem) => `  ${problem}`)].join('\n'))
}
