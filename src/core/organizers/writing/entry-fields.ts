import type { Language } from '../../../knowledge/language.ts'
import type { AnnouncementCommands } from '../../announcements/commands.ts'
import { typeOf, type FileStore } from '../../announcements/file.ts'
import { say } from '../../i18n.ts'
import { missingIn, withTexts } from '../../mailing/content.ts'
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
  /** A text or a file; then asks for the next language that is missing. */
  readonly content: (entry: EnteredMessage, written: Written) => Promise<Page>
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
      const { buttons } = askPage(id, field, language, timeZone())
      const again = [organizeButton(say(language, 'organizers.when'), 'when', id)]
      const why = say(language, sendAt ? 'refused.past' : 'organizers.noMoment', { id })
      return notePage(language, why, [again, ...buttons])
    },
    async content({ visitor, language, prompt, input: { file }, edited }, written) {
      const { announcement: id, field } = prompt
      const attachment = file && (await files.attach(file.name, typeOf(file.name), file.bytes))
      const texts = textsOf(written)
      const done = await commands.amend(
        id,
        ({ content }) => ({ content: { ...withTexts(content, texts), ...(attachment ? { attachment } : {}) } }),
        actorOf(visitor, language),
      )
      const goesOn = done.kind === 'done' && field !== 'file' && !edited
      const [missing] = goesOn ? missingIn(done.announcement.content) : []
      if (missing === undefined) return views.after(done, id, language, visitor.now)
      await prompts.ask(visitor, { announcement: id, field: missing })
      return askPage(id, missing, language, timeZone())
    },
  }
}
