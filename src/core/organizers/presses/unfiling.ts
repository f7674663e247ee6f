import type { AnnouncementCommands } from '../../announcements/commands.ts'
import type { Content } from '../../mailing/content.ts'
import type { OrganizerAct } from '../../pages/page.ts'
import { allFiles, unfilePage } from '../pages/unfile.ts'
import type { Views } from '../pages/views.ts'
import { pressedAfter, replaced, type ActTable, type AnnouncementPress } from './press.ts'

type Act = Extract<OrganizerAct, 'unfile'>

/** Takes files off a draft: the only one at once, of several the one that is named then. */
export function unfilingPresses({
  commands,
  views,
}: {
  readonly commands: Pick<AnnouncementCommands, 'amend'>
  readonly views: Pick<Views, 'after'>
}): ActTable<Act, AnnouncementPress> {
  return {
    async unfile(press) {
      const { announcement, subject, value, language, by } = press
      const files = announcement.content.attachments ?? []
      if (value === undefined && files.length > 1) return replaced(unfilePage(announcement, language))
      // By its id, whatever has come or gone since it was shown.
      const gone = value ?? files[0]?.id
      const done = await commands.amend(subject, ({ content }) => ({ content: without(content, gone) }), by)
      return pressedAfter(done, press, views)
    },
  }
}

function without(content: Content, gone: string | undefined): Content {
  const left = (content.attachments ?? []).filter(({ id }) => gone !== allFiles && id !== gone)
  return { ...content, attachments: left.length > 0 ? left : undefined }
}
