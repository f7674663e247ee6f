import { isUnsent, type Amendment } from '../../announcements/amend.ts'
import type { Announcement } from '../../announcements/announcement.ts'
import type { AnnouncementCommands } from '../../announcements/commands.ts'
import type { Actor, Done } from '../../announcements/done.ts'
import { attachAll, fitting, withFiles, type FileStore, type GivenFile } from '../../announcements/file.ts'
import { standInOf, withTexts, writtenIn, type AttachmentRef, type Content, type Texts } from '../../mailing/content.ts'

/** What is put into an announcement. `textsFor`: given what is there; `files`: to be stored, or stored before. */
export type PutIn = {
  readonly textsFor: (before: Content) => Texts
  readonly files: { readonly given: readonly GivenFile[] } | { readonly stored: readonly AttachmentRef[] }
}

/** Puts texts and files into an announcement. `isLeftOut`: there was no room for all files. */
export type PuttingIn = (
  id: string,
  put: PutIn,
  by: Actor,
) => Promise<{ readonly done: Done; readonly isLeftOut: boolean }>

/** Stores no file that there is no room for, and keeps none that did not get in after all. */
export function puttingIn({
  commands,
  files: { attach, detach },
}: {
  readonly commands: Pick<AnnouncementCommands, 'amend' | 'find'>
  readonly files: Pick<FileStore, 'attach' | 'detach'>
}): PuttingIn {
  return async (id, { textsFor, files }, by) => {
    const handed = 'stored' in files ? files.stored : files.given
    const attached = 'stored' in files ? files.stored : await attachAll(await fittingIn(id, files.given), { attach })
    const done = await commands.amend(id, (before) => amended(before, textsFor(before.content), attached), by)
    const there = done.kind === 'done' ? (done.announcement.content.attachments ?? []) : []
    const lost = attached.filter((one) => !there.some((other) => other.id === one.id))
    await detach(lost.map((one) => one.id))
    return { done, isLeftOut: done.kind === 'done' && attached.length - lost.length < handed.length }
  }

  async function fittingIn(id: string, given: readonly GivenFile[]): Promise<GivenFile[]> {
    if (given.length === 0) return []
    const found = await commands.find(id)
    return found && isUnsent(found) ? fitting(found.content.attachments ?? [], given) : []
  }
}

/** With the first text, somebody else's language is stood in for, until an organizer says otherwise. */
function amended({ content, fallback }: Announcement, texts: Texts, attached: readonly AttachmentRef[]): Amendment {
  const next = withFiles(withTexts(content, texts), attached)
  const isFirst = writtenIn(content).length === 0
  return { content: next, ...(isFirst ? { fallback: fallback ?? standInOf(next) } : {}) }
}
