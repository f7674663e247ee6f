import { languages as all, type Language } from '../../../knowledge/language.ts'
import type { Announcement } from '../../announcements/announcement.ts'
import { typeOf, type FileStore } from '../../announcements/file.ts'
import type { TextFacts } from '../../answering/read-text.ts'
import { writtenIn, type AttachmentRef, type Content } from '../../mailing/content.ts'
import type { Page } from '../../pages/page.ts'
import type { Visitor } from '../../pages/visitor.ts'
import { offerPage, type Place } from '../pages/offer.ts'
import { stampOfText } from '../pages/stamp.ts'
import type { TextReader } from '../../answering/read-text.ts'
import type { EnteredMessage } from './entry-fields.ts'
import type { EntryPrompt, EntryPrompts } from './entry-prompts.ts'
import { writtenOf, type Written } from './written.ts'
import { blocksIn } from './written-as.ts'

/** What was typed, and may be meant for an announcement. */
type Offered = { readonly text: string; readonly file?: AttachmentRef | undefined }

/** What the organizer said of it: where it belongs. */
export type Accepted = { readonly prompt: EntryPrompt; readonly written: Written; readonly file?: AttachmentRef }

/** Nothing that may be meant otherwise gets into an announcement before the organizer has said where it belongs. */
export type Offers = {
  /** Keeps what was typed, shows it, and asks. */
  readonly offer: (entry: EnteredMessage, announcement: Announcement, facts: TextFacts) => Promise<Page>
  /** What was said of what was offered last; undefined if that is not what the button was under. */
  readonly accept: (
    visitor: Visitor,
    announcement: Announcement,
    value: string | undefined,
  ) => Promise<Accepted | undefined>
}

/** Offers are made to the one who typed. */
export function openOffers({
  files,
  prompts,
  readText,
}: {
  readonly files: Pick<FileStore, 'attach'>
  readonly prompts: Pick<EntryPrompts, 'entered' | 'keepEntered' | 'clear'>
  readonly readText: TextReader
}): Offers {
  return {
    async offer({ visitor, language, prompt, input: { text, file } }, { content }, facts) {
      const { announcement, field } = prompt
      const stored = file && (await files.attach(file.name, typeOf(file.name), file.bytes))
      const kept = JSON.stringify({ text, ...(stored ? { file: stored } : {}) } satisfies Offered)
      await prompts.keepEntered(visitor, { announcement, field, text: kept })
      const several = blocksIn(text, visitor.now, readText)
      const places = several ? (['all'] as const) : placesFor(field, facts, content)
      return offerPage(
        {
          id: announcement,
          text,
          places,
          written: writtenIn(content).filter((one) => one !== field),
          stamp: stampOfText(kept),
        },
        language,
      )
    },
    async accept(visitor, { id, content }, value) {
      const entered = await prompts.entered(visitor)
      const [, place, stamp] = /^(\w+)-(.{8})$/.exec(value ?? '') ?? []
      if (!entered || entered.announcement !== id || stampOfText(entered.text) !== stamp) return undefined
      if (place !== 'all' && !all.some((one) => one === place)) return undefined
      if (!(await prompts.clear(visitor))) return undefined
      const { text, file } = JSON.parse(entered.text) as Offered
      const language = all.find((one) => one === place)
      const written =
        language === undefined
          ? (blocksIn(text, visitor.now, readText) ?? {})
          : { [language]: placed(content, language, text, entered.field) }
      return { prompt: { announcement: id, field: entered.field }, written, ...(file ? { file } : {}) }
    },
  }
}

/** Where it may belong: in its own language first, then in the one that was asked for; else in any. */
function placesFor(field: EntryPrompt['field'], { language }: TextFacts, content: Content): Place[] {
  const asked = all.filter((one) => one === field)
  const own = language === undefined ? [] : [language]
  const named = [...new Set([...own, ...asked])]
  const written = writtenIn(content)
  return named.length > 0 ? named : written.length > 0 ? written : [...all]
}

/** In place of what was to be written anew; else after what is written in that language already. */
function placed(content: Content, language: Language, text: string, field: EntryPrompt['field']): string {
  if (field === language) return text
  return [writtenOf(content)[language], text].filter(Boolean).join('\n')
}
