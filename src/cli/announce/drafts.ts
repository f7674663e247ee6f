import { withTexts } from '../../core/mailing/content.ts'
import { attachAll, fitting, largestTogether, withFiles } from '../../core/announcements/file.ts'
import type { Amendment } from '../../core/announcements/amend.ts'
import { unfitWords } from '../../core/announcements/unfit.ts'
import { audienceOf } from './audience.ts'
import { readAttachments, readDraftFile, type DraftFile } from './draft-file.ts'
import { shown } from './report.ts'
import { AnnounceError, find, language, unwrap, type Result, type VerbTools } from './verb.ts'

/** `create`: a draft, which goes to nobody yet. */
export async function create(tools: VerbTools): Promise<Result> {
  const { commands, store, timeZone, by, values, stdin } = tools
  const { draft, directory } = await readDraftFile(values.file, timeZone, stdin, store.topics)
  const { content: texts, attachments, ...rest } = draft
  const files = await readAttachments(attachments, directory)
  if (fitting([], files).length < files.length)
    throw new AnnounceError(
      `the attachments together have more than ${largestTogether} bytes, the most that can be sent on both platforms`,
    )
  const content = withFiles(texts, await attachAll(files, store.files))
  const announcement = await commands.create({ ...rest, content, author: by.who }, by.now)
  const problems = await commands.problems(announcement, by)
  const audience = await audienceOf(announcement, commands)
  const { id, state } = announcement
  return {
    json: { id, state, audience, problems },
    lines: [
      `announcement ${id}: ${state}, ${audience.total} destinations at present`,
      ...problems.map((problem) => `  to be mended before it can be sent: ${problem}`),
      `next: announce preview ${id}, announce send ${id} --yes`,
    ],
  }
}

/** `correct`: other texts, also in copies that are out; what was not sent yet takes everything that the file says. */
export async function correct(tools: VerbTools, id: string): Promise<Result> {
  const { commands, store, by, values, timeZone, stdin } = tools
  const file = await readDraftFile(values.file, timeZone, stdin, store.topics)
  const { title, body } = file.draft.content
  const announcement = await find(commands, id)
  const unfit = announcement.startedAt ? await commands.unfit(announcement, { title, body }) : []
  if (unfit.length > 0) throw new AnnounceError(unfit.map((one) => unfitWords(one, language)).join('\n'))
  const done = announcement.startedAt
    ? await commands.rewrite(id, { title, body }, by)
    : await commands.amend(
        id,
        ({ content }) => ({ content: withTexts(content, { title, body }), ...amendmentOf(file) }),
        by,
      )
  return shown(unwrap(done, id).announcement, store)
}

/** Without what the file leaves out. */
function amendmentOf({ draft, given }: DraftFile): Amendment {
  const { urgency, audience, fallback, sendAt, notAfter } = draft
  return {
    ...(given.includes('urgency') ? { urgency } : {}),
    ...(given.includes('audience') ? { audience } : {}),
    ...(given.includes('fallback') ? { fallback } : {}),
    ...(given.includes('sendAt') ? { sendAt } : {}),
    ...(given.includes('sendNotAfter') ? { notAfter } : {}),
  }
}
