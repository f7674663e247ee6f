import type { Language } from '../../knowledge/language.ts'
import type { Address, Platform } from '../people/people.ts'
import type { Act } from './act.ts'

export const platforms = ['telegram', 'discord'] as const satisfies readonly Platform[]

/** Where mailings go: to a person in private, into a group, into a channel. */
export const kinds = ['person', 'group', 'channel'] as const
export type Kind = (typeof kinds)[number]

/** A chat of any kind; `thread` is a forum topic. */
export type ChatAddress = { readonly platform: Platform; readonly chat: string; readonly thread?: string | undefined }

/** What is to be remembered of a chat that receives announcements. */
export type Subscription = ChatAddress & {
  readonly kind: Kind
  /** Fixed for this chat: several in one post. Undefined to follow what the person or the group chose. */
  readonly languages?: readonly Language[] | undefined
  /** The language to use while nobody chose one. */
  readonly hint: Language
  /** The group or server whose choice of language counts, if that is not the chat itself. */
  readonly group?: string | undefined
  /** Where to write to, if that is not the chat's id. */
  readonly route?: string | undefined
  /** Whether posts are to be published to followers (Discord's announcement channels). */
  readonly publishes?: boolean | undefined
  /** Ids of the topics that it follows; none for all. Undefined to leave it as it was, if it is known. */
  readonly topics?: readonly string[] | undefined
  /** A name by which organizers know it. */
  readonly title?: string | undefined
}

/**
 * `personal`: gets what it asked for itself, such as reminders, and no announcements; `waiting`: an organizer has to
 * approve it; `left`: said no more; `gone`: the platform says that nobody is there.
 */
export type Standing = 'active' | 'personal' | 'waiting' | 'left' | 'gone'

export type StoredSubscription = Subscription & { readonly id: number; readonly standing: Standing }

/** May it receive announcements, and in which languages? */
export type DestinationDecision =
  | { readonly standing: Extract<Standing, 'active' | 'left'> }
  | { readonly languages: readonly Language[] }

/** Topics to follow from now on, and not to follow any more; or all. */
export type TopicChoice = 'all' | { readonly follow: readonly string[]; readonly leave: readonly string[] }

export type DestinationStore = {
  /** Adds a chat, or takes it in again with what is new. */
  readonly subscribe: (
    subscription: Subscription,
    standing: Extract<Standing, 'active' | 'waiting'>,
    now: Date,
  ) => Promise<StoredSubscription>
  /** Takes a person in for what they ask for themselves; whether announcements come to them stays as it is. */
  readonly admit: (person: Subscription, now: Date) => Promise<StoredSubscription>
  /**
   * Every thread of the chat, unless one is named. Returns how many were subscribed until now. Who has marked something
   * in the programme goes on to get what belongs to that, if they left and are not gone.
   */
  readonly unsubscribe: (
    address: ChatAddress,
    standing: Extract<Standing, 'left' | 'gone'>,
    reason: string,
    now: Date,
  ) => Promise<number>
  /** All channels of a group or server. */
  readonly groupGone: (group: Address, reason: string, now: Date) => Promise<void>
  /** Names of chats of a group or server that have received announcements until nobody was there any more. */
  readonly goneFrom: (group: Address) => Promise<string[]>
  readonly find: (address: ChatAddress) => Promise<StoredSubscription | undefined>
  readonly byId: (id: number) => Promise<StoredSubscription | undefined>
  readonly setLanguages: (id: number, languages: readonly Language[] | undefined) => Promise<void>
  /** Who follows no topic after that gets all. */
  readonly choose: (id: number, choice: TopicChoice) => Promise<void>
  /** What an organizer decides of a chat, recorded with who and when. */
  readonly decide: (id: number, decision: DestinationDecision, act: Act) => Promise<void>
  /** The chat goes on under another id. */
  readonly move: (from: ChatAddress, to: string, now: Date) => Promise<void>
}
