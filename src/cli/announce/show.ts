import { headline } from '../../core/mailing/copy.ts'
import { reportOn } from '../../core/announcements/report.ts'
import { described } from './report.ts'
import { find, language, type Result, type VerbTools } from './verb.ts'
import { watch } from './watch.ts'

/** The latest. */
const mostListed = 100

/** `list`: the announcements, and how far each is. */
export async function list({ store }: Pick<VerbTools, 'store'>): Promise<Result> {
  const announcements = await store.announcements.list(mostListed)
  const rows = await Promise.all(
    announcements.map(async (announcement) => {
      const { total, sent, pending } = await reportOn(announcement, store.figures)
      const { id, state, urgency, startedAt, finishedAt, author, content } = announcement
      const sendAt = announcement.startAt ?? announcement.sendAt
      const title = headline(content, language)
      return { id, state, urgency, title, author, sendAt, startedAt, finishedAt, total, sent, pending }
    }),
  )
  return {
    json: { announcements: rows },
    lines:
      rows.length === 0
        ? ['there are no announcements yet; to write one: announce create --file FILE']
        : rows.map(({ id, state, title, total, sent }) => `${id}\t${state}\t${sent}/${total}\t${title}`),
  }
}

/** `show`: how far it is, what failed and why, and who did what with it; with --watch when it is all sent. */
export async function show({ commands, store, values, stdout }: VerbTools, id: string): Promise<Result> {
  const found = await find(commands, id)
  // What is told meanwhile is for people, not for programs.
  const told = values.json ? { write: () => {} } : stdout
  const announcement = values.watch ? await watch(found, { commands, store, stdout: told }) : found
  return described(await reportOn(announcement, store.figures), await store.announcements.acts(id))
}
