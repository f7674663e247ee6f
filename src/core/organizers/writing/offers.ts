import { languages as all, type Language } from '../../../knowledge/language.ts'
import type { Announcement } from '../../announcements/announcement.ts'
import { attachAll, type FileStore } from '../../announcements/file.ts'
import type { TextFacts } from '../../answering/read-text.ts'
import { writtenIn, type AttachmentRef, type Content } from '../../mailing/content.ts'
import type { Page } from '../../pages/page.ts'
import type { Visitor } from '../../pages/visitor.ts'
import { offerPage, type Place } from '../pages/offer.ts'
import { stampOfText } from '../pages/stamp.ts'
import type { TextReader } from '../../answering/read-text.ts'
import type { Albums } from './albums.ts'
import type { EnteredMessage } from './entry-fields.ts'
import type { EntryPrompt, EntryPrompts } from './entry-prompts.ts'
import { filesOf, type Input } from './input.ts'
import { behind, type Written } from './written.ts'
import { blocksIn } from './written-as.ts'

/** What was typed, and may be meant for an announcement. */
type Offered = {
  readonly text: string
  readonly files?: readonly AttachmentRef[] | undefined
  readonly album?: string | undefined
}

/** What the organizer said of it: where it belongs. */
export type Accepted = {
  readonly prompt: EntryPrompt
  readonly written: Written
  readonly files: readonly AttachmentRef[]
  readonly album: string | undefined
}

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
  /** The album of what was offered last. */
  readonly albumOf: (visitor: Visitor) => Promise<string | undefined>
  /** What was said of what was offered last; undefined if that is not what the button was under. */
  readonly accept: (
    visitor: Visitor,
    announcement: Announcement,
    value: string | undefined,
  ) => Promise<Accepted | undefined>
}

/** Offers are made to the one who typed. */
export function openOffers({
  albums,
  files,
  prompts,
  readText,
}: {
  readonly albums: Pick<Albums, 'keep'>
  readonly files: Pick<FileStore, 'attach'>
  readonly prompts: Pick<EntryPrompts, 'entered' | 'keepEntered' | 'clear'>
  readonly readText: TextReader
}): Offers {
  return {
    async offer({ visitor, language, prompt, input }, { content }) {
      const { text, album } = input
      const stored = await attachAll(filesOf(visitor, input), files)
      const offered = { text, ...(stored.length > 0 ? { files: stored } : {}), album }
      await keep(visitor, prompt, offered)
      await albums.keep(visitor, album, { state: 'offered', announcement: prompt.announcement })
      return pageOf(offered, prompt, content, language, reading(text, visitor.now))
    },
    async join(visitor, language, { id, content }, input) {
      const entered = await prompts.entered(visitor)
      const offered = entered?.announcement === id ? read(entered.text) : undefined
      if (!entered || !offered || offered.album !== input.album) return undefined
      const more = await attachAll(filesOf(visitor, input), files)
      const joined = { ...offered, files: [...(offered.files ?? []), ...more] }
      await keep(visitor, entered, joined)
      return pageOf(joined, entered, content, language, reading(joined.text, visitor.now))
    },
    async albumOf(visitor) {
      const entered = await prompts.entered(visitor)
      return entered && read(entered.text)?.album
    },
    async accept(visitor, { id, content }, value) {
      const entered = await prompts.entered(visitor)
      const [, place, stamp] = /^(\w+)-(.{8})$/.exec(value ?? '') ?? []
      if (!entered || entered.announcement !== id || stampOfText(read(entered.text)?.text ?? '') !== stamp)
        return undefined
      if (place !== 'all' && !all.some((one) => one === place)) return undefined
      if (!(await prompts.clear(visitor))) return undefined
      const { text, files: kept = [], album } = read(entered.text)!
      const language = all.find((one) => one === place)
      const written = language === undefined ? (blocksIn(text, visitor.now, readText) ?? {}) : { [language]: text }
      // What was to be written anew takes the place of what is there.
      const isAnew = language === undefined || entered.field === language
      const placed = isAnew ? written : behind(content, written)
      return { prompt: { announcement: id, field: entered.field }, written: placed, files: kept, album }
    },
  }

  function reading(text: string, now: Date): { several: boolean; facts: TextFacts } {
    return { several: blocksIn(text, now, readText) !== undefined, facts: readText(text, now) }
  }

  function keep(visitor: Visitor, { announcement, field }: EntryPrompt, offered: Offered): Promise<void> {
    return prompts.keepEntered(visitor, { announcement, field, text: JSON.stringify(offered) })
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

/** Undefined for what is no offer: a correction that waits. */
function read(entered: string): Offered | undefined {
  const value = JSON.parse(entered) as Partial<Offered>
  return typeof value.text === 'string' ? { ...value, text: value.text } : undefined
}

/** Where it may belong: in its own language first, then in the one that was asked for; else in any. */
function placesFor(field: EntryPrompt['field'], { language }: TextFacts, content: Content): Place[] {
  const asked = all.filter((one) => one === field)
  const own = language === undefined ? [] : [language]
  const named = [...new Set([...own, ...asked])]
  const written = writtenIn(content)
  return named.length > 0 ? named : written.length > 0 ? written : [...all]
}
