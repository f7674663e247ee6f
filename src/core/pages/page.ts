import type { Language } from '../../knowledge/language.ts'
import type { Copy } from '../mailing/copy.ts'
import type { Line } from '../answering/reply.ts'

export const organizerActs = [
  'board',
  'new',
  'open',
  'write',
  'urgency',
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
  'topics',
  'topic',
  'nameTopic',
  'endTopic',
  'tellTopic',
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
  | {
      readonly do: 'speak'
      readonly language: Language
      readonly to: 'person' | 'group'
      /** What is shown in the new language then: the first page, an entry; without it the page of languages. */
      readonly at?: SpokenAt | undefined
    }
  /** The page on which languages are chosen, for an entry that is to be told in another. */
  | { readonly do: 'languages'; readonly entry?: string | undefined }
  /** What else has to do with an entry. */
  | { readonly do: 'related'; readonly entry: string }
  /**
   * The dates of an entry as a calendar file; without one of all that is to come, of everything (`event`: of one of
   * several events, the first is 1), or of what is named.
   */
  | {
      readonly do: 'calendar'
      readonly entry?: string | undefined
      readonly event?: number | undefined
      readonly which?: CalendarOf | undefined
    }
  /** Announcements come to this chat, or no more. */
  | { readonly do: 'subscribe' }
  | { readonly do: 'unsubscribe' }
  /** Follows a topic of announcements (`on`), or no longer; without one everything comes. */
  | { readonly do: 'follow'; readonly topic?: string | undefined; readonly on?: boolean | undefined }
  /** In which languages announcements come to this group or channel; all of them in one post. */
  | { readonly do: 'receive'; readonly languages: readonly Language[] }
  /** Marks an entry in the person's own programme, or takes the mark away; also reminders of it alone. */
  | { readonly do: 'star' | 'unstar' | 'remind' | 'unremind'; readonly entry: string }
  /** A page of the person's own programme; `editing`: to take marks away. In place. Pages count from 0. */
  | { readonly do: 'mine'; readonly page: number; readonly editing?: boolean | undefined }
  /** Takes the mark of an entry away, on a page of the person's programme. */
  | { readonly do: 'drop'; readonly entry: string; readonly page: number }
  /** What is on on a day of the venue. */
  | { readonly do: 'day'; readonly day: 'today' | 'tomorrow' }
  /** Pages come without pictographs from now on, or with them again; in place. */
  | { readonly do: 'plain'; readonly on: boolean }
  /** What organizers do with an announcement, or with a chat that wants to receive them; `value` says more. */
  | {
      readonly do: 'organize'
      readonly act: OrganizerAct
      readonly subject: string
      readonly value?: string | undefined
    }
  /** "Wrong answer?" */
  | { readonly do: 'report'; readonly entry: string }

export type SpokenAt = 'welcome' | { readonly entry: string }

/** Of what a calendar file is made beside what is to come: what somebody has marked, or all, with what is past. */
export const calendarsOf = ['mine', 'all'] as const
export type CalendarOf = (typeof calendarsOf)[number]

/** The action, or the actions, of some verbs. */
export type ActionOf<Verb extends Action['do']> = Extract<Action, { readonly do: Verb }>

/** Hands an answer on to other people, by the platform's own means: a link with a text, or a message for all. */
export type Share = { readonly do: 'share'; readonly entry: string; readonly text: string }

/** Opens a page of the web. */
export type Link = { readonly do: 'link'; readonly url: string }

export type Button = { readonly label: string } & (Action | Share | Link)

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
  /** Some buttons of the message pressed are replaced by others; `page`: what there is to say of it in passing. */
  | { readonly kind: 'changed'; readonly page: Page; readonly swaps: readonly Swap[] }
  /** Announcements as their readers will see them, and what there is to say of them. */
  | { readonly kind: 'preview'; readonly copies: readonly Copy[]; readonly page: Page }
  | { readonly kind: 'file'; readonly file: Attachment }

/** A button by what it does, and the one that takes its place; without one it goes. */
export type Swap = { readonly from: Action; readonly to?: Button & Action }
