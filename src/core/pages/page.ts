import type { Language } from '../../knowledge/language.ts'
import type { Copy } from '../mailing/copy.ts'
import type { Line } from '../answering/reply.ts'

export const organizerActs = [
  'board',
  'new',
  'open',
  'write',
  'urgency',
  'platforms',
  'kinds',
  'fallback',
  'when',
  'file',
  'preview',
  'confirm',
  'send',
  'halt',
  'cancel',
  'discard',
  'pause',
  'resume',
  'correct',
  'correctNow',
  'recall',
  'remove',
  'retry',
  'repeat',
  'publish',
  'export',
  'approve',
  'refuse',
  'languages',
  'take',
  'dismiss',
  'copy',
  'unfile',
  'history',
  'audience',
] as const
export type OrganizerAct = (typeof organizerActs)[number]

/** What a button does. Buttons carry ids, so that they work after a restart and in any language. */
export type Action =
  /** Answers with an entry, in a message of its own. */
  | { readonly do: 'show'; readonly entry: string }
  /** The topics of a chapter, the chapters, or the events; in place (menu.ts of the desk). Pages count from 0. */
  | { readonly do: 'browse'; readonly chapter?: string | undefined; readonly page: number }
  /** An entry among the topics; in place. */
  | { readonly do: 'open'; readonly entry: string }
  /** Sets the language of the person, or of the group in which the button was pressed. */
  | { readonly do: 'speak'; readonly language: Language; readonly to: 'person' | 'group' }
  /** The page on which languages are chosen. */
  | { readonly do: 'languages' }
  /** What else has to do with an entry. */
  | { readonly do: 'related'; readonly entry: string }
  /** The dates of an entry, of one of several events (the first is 1), or of everything, as a calendar file. */
  | { readonly do: 'calendar'; readonly entry?: string | undefined; readonly event?: number | undefined }
  /** Announcements come to this chat, or no more. */
  | { readonly do: 'subscribe' }
  | { readonly do: 'unsubscribe' }
  /** In which languages announcements come to this group or channel; all of them in one post. */
  | { readonly do: 'receive'; readonly languages: readonly Language[] }
  /** Reminders of an event, a day and an hour before. */
  | { readonly do: 'remind'; readonly entry: string }
  /** What organizers do with an announcement, or with a chat that wants to receive them; `value` says more. */
  | {
      readonly do: 'organize'
      readonly act: OrganizerAct
      readonly subject: string
      readonly value?: string | undefined
    }
  /** "Wrong answer?" */
  | { readonly do: 'report'; readonly entry: string }

/** The action, or the actions, of some verbs. */
export type ActionOf<Verb extends Action['do']> = Extract<Action, { readonly do: Verb }>

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

/** What a press leads to: a new message, another page in place of the one pressed, a file, or a word in passing. */
export type Pressed =
  | { readonly kind: 'message'; readonly page: Page }
  | { readonly kind: 'notice'; readonly page: Page }
  /** `watch`: the announcement whose progress the page goes on to show; `watched`: the page pressed has done so. */
  | { readonly kind: 'replacement'; readonly page: Page; readonly watch?: string; readonly watched?: boolean }
  /** Announcements as their readers will see them, and what there is to say of them. */
  | { readonly kind: 'preview'; readonly copies: readonly Copy[]; readonly page: Page }
  | { readonly kind: 'file'; readonly file: Attachment }
