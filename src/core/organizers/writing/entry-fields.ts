import type { Language } from '../../../knowledge/language.ts'
import type { AnnouncementCommands } from '../../announcements/commands.ts'
import { typeOf, type FileStore } from '../../announcements/file.ts'
import { say } from '../../i18n.ts'
import type { Amendment } from '../../announcements/amend.ts'
import type { Announcement } from '../../announcements/announcement.ts'
import { standInOf, withTexts, writtenIn, type AttachmentRef, type Texts } from '../../mailing/content.ts'
import { notePage } from '../../pages/note-page.ts'
import type { Page } from '../../pages/page.ts'
import type { Visitor } from '../../pages/visitor.ts'
import { readComingMoment } from '../../time/coming-moment.ts'
import { askPage } from '../pages/ask.ts'
import { organizeButton } from '../pages/buttons.ts'
import type { Views } from '../pages/views.ts'
import { actorOf } from './actor.ts'
import type { EntryPrompt, EntryPrompts } from './entry-prompts.ts'
import type { Input } from './input.ts'
import { textsOf, type Written } from './written.ts'

/** A message, who sent it, and what it is taken for. */
export type EnteredMessage = {
  readonly visitor: Visitor
  readonly language: Language
  readonly prompt: EntryPrompt
  readonly input: Input
  /** Another version of what was said: what is asked for meanwhile goes on being asked for. */
  readonly edited: boolean
}

/** Puts what was entered into a draft, and asks for what comes next. */
export type EntryFields = {
  /** When to start; asks again for what is no moment, or a past one. */
  readonly moment: (entry: EnteredMessage) => Promise<Page>
  /** A text or a file; what follows may be more of it. `stored`: a file that was kept before. */
  readonly content: (entry: EnteredMessage, written: Written, stored?: AttachmentRef) => Promise<Page>
}

/** `timeZone`: the venue's at the moment, in which moments are written. */
export function openEntryFields({
  commands,
  files,
  prompts,
  views,
  timeZone,
}: {
  readonly commands: Pick<AnnouncementCommands, 'amend'>
  readonly files: Pick<FileStore, 'attach'>
  readonly prompts: Pick<EntryPrompts, 'ask'>
  readonly views: Pick<Views, 'after'>
  readonly timeZone: () => string
}): EntryFields {
  return {
    async moment({ visitor, language, prompt, input }) {
      const { announcement: id, field } = prompt
      const { now } = visitor
      const sendAt = readComingMoment(input.text, timeZone(), now)
      if (sendAt && sendAt > now) {
        const done = await commands.amend(id, () => ({ sendAt }), actorOf(visitor, language))
        return views.after(done, id, language, now)
      }
      await prompts.ask(visitor, prompt)
      const { buttons } = askPage(id, field, language, { timeZone: timeZone(), now: visitor.now })
      const again = [organizeButton(say(language, 'organizers.when'), 'when', id)]
      const why = say(language, sendAt ? 'refused.past' : 'organizers.noMoment', { id })
      return notePage(language, why, [again, ...buttons])
    },
    async content({ visitor, language, prompt, input: { file }, edited }, written, stored) {
      const { announcement: id } = prompt
      const attachment = stored ?? (file && (await files.attach(file.name, typeOf(file.name), file.bytes)))
      const done = await commands.amend(id, withWritten(textsOf(written), attachment), actorOf(visitor, language))
      if (done.kind === 'done' && !edited) await prompts.ask(visitor, { announcement: id, field: 'more' })
      return views.after(done, id, language, visitor.now)
    },
  }
}

/** With the first text, somebody else's language is stood in for, until an organizer says otherwise. */
function withWritten(texts: Texts, attachment: AttachmentRef | undefined): (before: Announcement) => Amendment {
  return ({ content, fallback }) => {
    const next = { ...withTexts(content, texts), ...(attachment ? { attachment } : {}) }
    const isFirst = writtenIn(content).length === 0
    return { content: next, ...(isFirst ? { fallback: fallback ?? standInOf(next) } : {}) }
  }
}
