import { languages as all } from '../../../knowledge/language.ts'
import type { Announcement } from '../../announcements/announcement.ts'
import type { FileStore } from '../../announcements/file.ts'
import type { TextReader } from '../../answering/read-text.ts'
import type { AttachmentRef, Content } from '../../mailing/content.ts'
import type { Visitor } from '../../pages/visitor.ts'
import { stampOfText } from '../pages/stamp.ts'
import type { Albums } from './albums.ts'
import type { Entered, EntryPrompt, EntryPrompts } from './entry-prompts.ts'
import { offeredIn, type Offered } from './offered.ts'
import { behind, type Written } from './written.ts'
import { blocksIn } from './written-as.ts'

/** What the organizer said of an offer: where it belongs. */
export type Accepted = {
  readonly prompt: EntryPrompt
  /** What is written with it, given what is there by then. */
  readonly writtenOn: (before: Content) => Written
  readonly files: readonly AttachmentRef[]
  readonly album: string | undefined
}

/** What organizers say of what was offered last. */
export type OfferAnswers = {
  /** Undefined if that is not what the button was under. */
  readonly accept: (
    visitor: Visitor,
    announcement: Pick<Announcement, 'id'>,
    value: string | undefined,
  ) => Promise<Accepted | undefined>
  /** It is meant for nothing. Gives the field for which it was; undefined if that is not what the button was under. */
  readonly dismiss: (
    visitor: Visitor,
    id: string,
    stamp: string | undefined,
  ) => Promise<EntryPrompt['field'] | undefined>
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
  readonly prompts: Pick<EntryPrompts, 'entered' | 'exchange'>
  readonly readText: TextReader
}): OfferAnswers {
  return {
    async dismiss(visitor, id, stamp) {
      const entered = await claimed(visitor, id, stamp)
      const offered = entered && offeredIn(entered)
      if (!offered) return undefined
      await albums.keep(visitor, offered.album, { state: 'left', announcement: undefined })
      await files.detach((offered.files ?? []).map((one) => one.id))
      return entered.field
    },
    async accept(visitor, { id }, value) {
      const [, place, stamp] = /^(\w+)-(.{8})$/.exec(value ?? '') ?? []
      if (place !== 'all' && !all.some((one) => one === place)) return undefined
      // What comes behind it in an album asks what the album is for once the offer is gone.
      const entered = await claimed(visitor, id, stamp, ({ album }) =>
        albums.keep(visitor, album, { state: 'taken', announcement: id }),
      )
      if (!entered) return undefined
      const { text, files: kept = [], album } = offeredIn(entered)!
      const language = all.find((one) => one === place)
      const written = language === undefined ? (blocksIn(text, visitor.now, readText) ?? {}) : { [language]: text }
      // What was to be written anew takes the place of what is there.
      const isAnew = language === undefined || entered.field === language
      const writtenOn = (before: Content): Written => (isAnew ? written : behind(before, written))
      return { prompt: { announcement: id, field: entered.field }, writtenOn, files: kept, album }
    },
  }

  /** What was offered under a button, with all that has joined it by now; it is nobody else's to answer any more. */
  async function claimed(
    visitor: Visitor,
    id: string,
    stamp: string | undefined,
    first?: (offered: Offered) => Promise<void>,
  ): Promise<Entered | undefined> {
    for (;;) {
      const entered = await prompts.entered(visitor)
      const offered = entered?.announcement === id ? offeredIn(entered) : undefined
      if (!entered || !offered || stampOfText(offered.text) !== stamp) return undefined
      await first?.(offered)
      // Another message of the album may join meanwhile; or somebody has pressed twice.
      if (await prompts.exchange(visitor, entered)) return entered
    }
  }
}
