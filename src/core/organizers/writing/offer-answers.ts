import { languages as all } from '../../../knowledge/language.ts'
import type { Announcement } from '../../announcements/announcement.ts'
import type { FileStore } from '../../announcements/file.ts'
import type { TextReader } from '../../answering/read-text.ts'
import type { AttachmentRef } from '../../mailing/content.ts'
import type { Visitor } from '../../pages/visitor.ts'
import { stampOfText } from '../pages/stamp.ts'
import type { Albums } from './albums.ts'
import type { Entered, EntryPrompt, EntryPrompts } from './entry-prompts.ts'
import { offeredIn } from './offered.ts'
import { behind, type Written } from './written.ts'
import { blocksIn } from './written-as.ts'

/** What the organizer said of an offer: where it belongs. */
export type Accepted = {
  readonly prompt: EntryPrompt
  readonly written: Written
  readonly files: readonly AttachmentRef[]
  readonly album: string | undefined
}

/** What organizers say of what was offered last. */
export type OfferAnswers = {
  /** Undefined if that is not what the button was under. */
  readonly accept: (
    visitor: Visitor,
    announcement: Announcement,
    value: string | undefined,
  ) => Promise<Accepted | undefined>
  /** It is meant for nothing. Gives the field for which it was, if it was for that announcement. */
  readonly dismiss: (visitor: Visitor, id: string) => Promise<EntryPrompt['field'] | undefined>
}

/** Each offer is answered once, with all that has joined it by then. */
export function answeringOffers({
  albums,
  files,
  prompts,
  readText,
}: {
  readonly albums: Pick<Albums, 'keep'>
  readonly files: Pick<FileStore, 'detach'>
  readonly prompts: Pick<EntryPrompts, 'entered' | 'exchange' | 'clear'>
  readonly readText: TextReader
}): OfferAnswers {
  return {
    async dismiss(visitor, id) {
      for (;;) {
        const entered = await prompts.entered(visitor)
        const offered = entered && offeredIn(entered)
        if (!offered) {
          await prompts.clear(visitor)
          return entered?.announcement === id ? entered.field : undefined
        }
        await albums.keep(visitor, offered.album, { state: 'left', announcement: undefined })
        if (!(await prompts.exchange(visitor, entered))) continue
        await files.detach((offered.files ?? []).map((one) => one.id))
        return entered.announcement === id ? entered.field : undefined
      }
    },
    async accept(visitor, { id, content }, value) {
      const [, place, stamp] = /^(\w+)-(.{8})$/.exec(value ?? '') ?? []
      if (place !== 'all' && !all.some((one) => one === place)) return undefined
      let entered: Entered | undefined
      do {
        entered = await prompts.entered(visitor)
        if (!entered || entered.announcement !== id || stampOfText(offeredIn(entered)?.text ?? '') !== stamp)
          return undefined
        // Another message of the album may join meanwhile; or somebody has pressed twice.
      } while (!(await prompts.exchange(visitor, entered)))
      const { text, files: kept = [], album } = offeredIn(entered)!
      const language = all.find((one) => one === place)
      const written = language === undefined ? (blocksIn(text, visitor.now, readText) ?? {}) : { [language]: text }
      // What was to be written anew takes the place of what is there.
      const isAnew = language === undefined || entered.field === language
      const placed = isAnew ? written : behind(content, written)
      return { prompt: { announcement: id, field: entered.field }, written: placed, files: kept, album }
    },
  }
}
