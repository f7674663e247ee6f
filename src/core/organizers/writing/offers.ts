import { languages as all, type Language } from '../../../knowledge/language.ts'
import type { Announcement } from '../../announcements/announcement.ts'
import { attachAll, fitting, type FileStore } from '../../announcements/file.ts'
import type { TextFacts } from '../../answering/read-text.ts'
import { writtenIn, type AttachmentRef, type Content } from '../../mailing/content.ts'
import type { Page } from '../../pages/page.ts'
import type { Visitor } from '../../pages/visitor.ts'
import { withLeftOut } from '../pages/files.ts'
import { offerPage, type Place } from '../pages/offer.ts'
import { stampOfText } from '../pages/stamp.ts'
import type { TextReader } from '../../answering/read-text.ts'
import type { Albums } from './albums.ts'
import type { EnteredMessage } from './entry-fields.ts'
import type { EntryPrompt, EntryPrompts } from './entry-prompts.ts'
import { filesOf, type Input } from './input.ts'
import { offeredAs, offeredIn, type Offered } from './offered.ts'
import { blocksIn } from './written-as.ts'

/** Nothing that may be meant otherwise gets into an announcement before the organizer has said where it belongs. */
export type Offers = {
  /** Keeps what was typed, shows it, and asks. */
  readonly offer: (entry: EnteredMessage, announcement: Announcement) => Promise<Page>
  /** Files of the same album; undefined if that is not what was offered last. */
  readonly join: (
    visitor: Visitor,
    language: Language,
    announcement: Announcement,
    input: Input,
  ) => Promise<Page | undefined>
}

/** Offers are made to the one who typed. */
export function openOffers({
  albums,
  files,
  prompts,
  readText,
}: {
  readonly albums: Pick<Albums, 'keep'>
  readonly files: Pick<FileStore, 'attach' | 'detach'>
  readonly prompts: Pick<EntryPrompts, 'entered' | 'keepEntered' | 'exchange'>
  readonly readText: TextReader
}): Offers {
  return {
    async offer({ visitor, language, prompt, input }, { content }) {
      const { text, album } = input
      const given = filesOf(visitor, input)
      const stored = await attachAll(fitting(content.attachments ?? [], given), files)
      const offered = { text, ...(stored.length > 0 ? { files: stored } : {}), album }
      await prompts.keepEntered(visitor, offeredAs(prompt, offered))
      await albums.keep(visitor, album, { state: 'offered', announcement: prompt.announcement })
      const page = pageOf(offered, prompt, content, language, reading(text, visitor.now))
      return withLeftOut(page, stored.length < given.length)
    },
    async join(visitor, language, { id, content }, input) {
      const given = filesOf(visitor, input)
      let more: readonly AttachmentRef[] | undefined
      for (;;) {
        const entered = await prompts.entered(visitor)
        const offered = entered?.announcement === id ? offeredIn(entered) : undefined
        if (!entered || !offered || offered.album !== input.album) {
          await detach(more)
          return undefined
        }
        const there = offered.files ?? []
        more ??= await attachAll(fitting([...(content.attachments ?? []), ...there], given), files)
        const joined = { ...offered, files: [...there, ...more] }
        // Another message of the album may have joined meanwhile.
        if (!(await prompts.exchange(visitor, entered, offeredAs(entered, joined)))) continue
        const page = pageOf(joined, entered, content, language, reading(joined.text, visitor.now))
        return withLeftOut(page, more.length < given.length)
      }
    },
  }

  function reading(text: string, now: Date): { several: boolean; facts: TextFacts } {
    return { several: blocksIn(text, now, readText) !== undefined, facts: readText(text, now) }
  }

  function detach(stored: readonly AttachmentRef[] = []): Promise<void> {
    return files.detach(stored.map(({ id }) => id))
  }
}

/** Its buttons stay good for files that come behind: they are about the text. */
function pageOf(
  { text, files = [] }: Offered,
  { announcement: id, field }: EntryPrompt,
  content: Content,
  language: Language,
  { several, facts }: { readonly several: boolean; readonly facts: TextFacts },
): Page {
  const places = several ? (['all'] as const) : placesFor(field, facts, content)
  const written = writtenIn(content).filter((one) => one !== field)
  return offerPage({ id, text, files, places, written, stamp: stampOfText(text) }, language)
}

/** Where it may belong: in its own language first, then in the one that was asked for; else in any. */
function placesFor(field: EntryPrompt['field'], { language }: TextFacts, content: Content): Place[] {
  const asked = all.filter((one) => one === field)
  const own = language === undefined ? [] : [language]
  const named = [...new Set([...own, ...asked])]
  const written = writtenIn(content)
  return named.length > 0 ? named : written.length > 0 ? written : [...all]
}
