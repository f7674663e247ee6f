import { languages as all, type Language } from '../../knowledge/language.ts'
import type { Localised } from '../../knowledge/pack.ts'
import type { Topic } from './topic.ts'

/** One text for one or many: title and body (Markdown, see markup.ts) in each language. */
export type Content = {
  readonly title: Localised
  readonly body: Localised
  /** The entry that it speaks of, if its readers have marked that in the programme: then its buttons lead there. */
  readonly about?: string | undefined
  /** What it is about, under the names that its topics had when it was sent. */
  readonly topics?: readonly Pick<Topic, 'id' | 'name'>[] | undefined
  /** Pictures and files, in the order in which they are shown. */
  readonly attachments?: readonly AttachmentRef[] | undefined
  /** Calls everyone in Discord's channels, which nothing does unless an organizer asks for it. */
  readonly callEveryone?: boolean | undefined
  /** By language: in which version its text was last corrected, and when (ISO 8601). */
  readonly corrected?:
    | { readonly [language in Language]?: { readonly version: number; readonly at: string } }
    | undefined
}

/** A stored file by its id. */
export type AttachmentRef = {
  readonly id: string
  readonly name: string
  readonly type: string
  /** Bytes. */
  readonly size: number
  /** Handed over as it is, though it could be shown. */
  readonly asFile?: boolean | undefined
  /** The message that brought it, by who sent it and its id: an edit of that replaces it. */
  readonly from?: string | undefined
}

/** Texts in some languages. */
export type Texts = Pick<Content, 'title' | 'body'>

/** The texts of before, with others in the place of some. */
export function withTexts(before: Content, { title, body }: Texts): Content {
  return { ...before, title: { ...before.title, ...title }, body: { ...before.body, ...body } }
}

/** Languages in which there is a title. */
export function writtenIn({ title }: Content): Language[] {
  return all.filter((language) => (title[language] ?? '').trim() !== '')
}

/** Who lacks a text most likely reads this one, the likeliest first. */
const standIns: readonly Language[] = ['ru', 'en', 'kk']

/** The language that stands in for those that are missing, until an organizer says otherwise. */
export function standInOf(content: Content): Language | undefined {
  const written = writtenIn(content)
  return written.length < all.length ? standIns.find((language) => written.includes(language)) : undefined
}

/** Languages that are still missing. */
export function missingIn(content: Content): Language[] {
  const written = writtenIn(content)
  return all.filter((language) => !written.includes(language))
}
