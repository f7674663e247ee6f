import type { Language } from '../../../knowledge/language.ts'
import type { AnnouncementCommands } from '../../announcements/commands.ts'
import type { TextReader } from '../../answering/read-text.ts'
import { say } from '../../i18n.ts'
import type { AttachmentRef, Content } from '../../mailing/content.ts'
import { notePage } from '../../pages/note-page.ts'
import type { Page } from '../../pages/page.ts'
import type { Visitor } from '../../pages/visitor.ts'
import { readComingMoment } from '../../time/coming-moment.ts'
import { askPage } from '../pages/ask.ts'
import { organizeButton } from '../pages/buttons.ts'
import type { Views } from '../pages/views.ts'
import { withLeftOut } from '../pages/files.ts'
import { actorOf } from './actor.ts'
import type { Albums } from './albums.ts'
import type { EntryPrompt, EntryPrompts } from './entry-prompts.ts'
import { filesOf, type Input } from './input.ts'
import type { PuttingIn } from './put-in.ts'
import { behind, textsOf, type Written } from './written.ts'
import { writtenAs } from './written-as.ts'

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
  /**
   * A text or files; what follows may be more of it. `writtenOn`: given what is there by then; `stored`: files that
   * were kept before.
   */
  readonly content: (
    entry: EnteredMessage,
    writtenOn: (before: Content) => Written,
    stored?: readonly AttachmentRef[],
  ) => Promise<Page>
  /** Files that belong to what was taken before, with words if there are any; nothing else is asked for. */
  readonly add: (visitor: Visitor, language: Language, id: string, input: Input) => Promise<Page>
}

/** `timeZone`: the venue's at the moment, in which moments are written. */
export function openEntryFields({
  commands,
  albums,
  putIn,
  prompts,
  views,
  readText,
  timeZone,
}: {
  readonly commands: Pick<AnnouncementCommands, 'amend'>
  readonly albums: Pick<Albums, 'keep'>
  readonly putIn: PuttingIn
  readonly prompts: Pick<EntryPrompts, 'ask'>
  readonly views: Pick<Views, 'after'>
  readonly readText: TextReader
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
    async content({ visitor, language, prompt, input, edited }, writtenOn, stored) {
      const { announcement: id } = prompt
      const files = stored ? { stored } : { given: filesOf(visitor, input) }
      const put = { textsFor: (before: Content) => textsOf(writtenOn(before)), files }
      const { done, isLeftOut } = await putIn(id, put, actorOf(visitor, language))
      if (done.kind === 'done') await albums.keep(visitor, input.album, { state: 'taken', announcement: id })
      if (done.kind === 'done' && !edited) await prompts.ask(visitor, { announcement: id, field: 'more' })
      return withLeftOut(await views.after(done, id, language, visitor.now), isLeftOut)
    },
    async add(visitor, language, id, input) {
      const said = input.text.trim()
      const texts = said === '' ? {} : writtenAs(said, language, visitor.now, readText)
      const put = {
        textsFor: (before: Content) => textsOf(behind(before, texts)),
        files: { given: filesOf(visitor, input) },
      }
      const { done, isLeftOut } = await putIn(id, put, actorOf(visitor, language))
      return withLeftOut(await views.after(done, id, language, visitor.now), isLeftOut)
    },
  }
}
