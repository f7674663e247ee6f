import type { Language } from '../../knowledge/language.ts'
import type { Line } from '../answering/reply.ts'

/** What a button does. Buttons carry ids, so that they work after a restart and in any language. */
export type Action =
  /** Answers with an entry, in a message of its own. */
  | { readonly do: 'show'; readonly entry: string }
  /** The topics of a chapter, or the chapters; in place. Pages count from 0. */
  | { readonly do: 'browse'; readonly chapter?: string | undefined; readonly page: number }
  /** An entry among the topics; in place. */
  | { readonly do: 'open'; readonly entry: string }
  /** Sets the language of the person, or of the group in which the button was pressed. */
  | { readonly do: 'speak'; readonly language: Language; readonly to: 'person' | 'group' }
  /** The page on which languages are chosen. */
  | { readonly do: 'languages' }
  /** What else has to do with an entry. */
  | { readonly do: 'related'; readonly entry: string }
  /** The dates of an entry, or of everything, as a calendar file. */
  | { readonly do: 'calendar'; readonly entry?: string | undefined }
  /** "Wrong answer?" */
  | { readonly do: 'report'; readonly entry: string }

/** Hands an answer on to other people, by the platform's own means: a link with a text, or a message for all. */
export type Share = { readonly do: 'share'; readonly entry: string; readonly text: string }

export type Button = { readonly label: string } & (Action | Share)

/** What is shown: lines, and rows of buttons under them. Each platform dresses it by its rules. */
export type Page = {
  readonly language: Language
  readonly lines: readonly Line[]
  readonly buttons: readonly (readonly Button[])[]
}

/** A file to hand over, with what is said of it. */
export type Attachment = { readonly name: string; readonly content: string; readonly page: Page }

/** What a press leads to: a message of its own, another page in place of the one pressed, a file, or a word in passing. */
export type Pressed =
  | { readonly kind: 'message' | 'replacement' | 'notice'; readonly page: Page }
  | { readonly kind: 'file'; readonly file: Attachment }
