import { languages, type Language } from '../../knowledge/language.ts'
import type { Subscription } from '../mailing/destination.ts'
import type { Address, PeopleStore, Settings } from '../people/people.ts'
import { languageForStranger } from './stranger-language.ts'

/** A chat that can receive announcements. */
export type ReceivingChat = Pick<
  Subscription,
  'platform' | 'kind' | 'chat' | 'thread' | 'group' | 'route' | 'publishes' | 'title'
>

/** Someone who asks, and where. */
export type Visitor = {
  readonly person: Address
  /** The group or server in which they ask; undefined in private. */
  readonly group?: Address | undefined
  /** Whose language counts more in a group: its own, where everyone reads the answer, or the person's. */
  readonly groupLeads?: boolean
  /** Whether what is answered in a group is for their eyes alone: then the group's choice of language counts less. */
  readonly alone?: boolean
  /** Whether they may set the group's language, as far as that is known beforehand. */
  readonly managesGroup?: boolean
  /** What announcements would come to, if they were subscribed to here; undefined where that can't be. */
  readonly here?: ReceivingChat | undefined
  /** Their private chat with us, where that can be written to and `here` is not it. */
  readonly own?: ReceivingChat | undefined
  /** Whether there is room for more buttons than the most needed ones. */
  readonly roomy?: boolean
  /** The longest address that a button may lead to; what an app can open, if the platform sets no limit. */
  readonly longestLink?: number
  /** What their app says of its language (BCP 47: "ru", "en-GB"); a hint only. */
  readonly languageTag?: string | undefined
  /** Whether a question's own language counts before what their app says, which may not know all of ours. */
  readonly questionLeads?: boolean
  /** Whether what their app says is kept for when it says nothing, as with messages in Discord. */
  readonly keepTag?: boolean
  /**
   * What is kept of everybody there besides what they chose: the language of their app, or the numbers of messages, so
   * that an edited question changes its answer.
   */
  readonly alsoKept?: 'appLanguage' | 'messageNumbers'
  /** What the group says of its language, if nobody chose one there; the last of all hints. */
  readonly groupTag?: string | undefined
  /** Questions of one session share a dialogue. */
  readonly session: string
  readonly now: Date
}

/** Where a visitor alone reads what we write; undefined where no such chat is known. */
export function ownChatOf({ here, own }: Pick<Visitor, 'here' | 'own'>): ReceivingChat | undefined {
  return own ?? (here?.kind === 'person' ? here : undefined)
}

/** How to speak to someone: without a language, in that of the question; the hint is for what has no language. */
export type Manner = {
  readonly language: Language | undefined
  readonly hint: Language | undefined
  readonly settings: Settings
}

/** `link`: the language of a link that was followed; `spoken`: those of the pack, for people who speak none of ours. */
type MannerOptions = {
  readonly link?: Language | undefined
  readonly patienceMs?: number
  readonly spoken?: readonly Language[]
}

/**
 * The stored choices first, of the person and of the group; then that of a link that was followed, then what their app
 * says, or said last. Where the question leads, what the app says is a hint alone. A store that fails, or that takes
 * longer than anybody waits, is no reason not to answer: then it counts as if nothing had been chosen.
 */
export async function mannerFor(
  { person, group, groupLeads, alone, languageTag, questionLeads, groupTag }: Visitor,
  people: Pick<PeopleStore, 'settingsOf' | 'groupLanguage'>,
  { link, patienceMs = longPatienceMs, spoken = languages }: MannerOptions = {},
): Promise<Manner> {
  const read = Promise.all([people.settingsOf(person), group && people.groupLanguage(group)])
  const [settings, ofGroup] = (await inTime(read, patienceMs).catch(() => undefined)) ?? unknown
  const chosen = groupLeads ? (ofGroup ?? settings.language) : (settings.language ?? (alone ? undefined : ofGroup))
  const tagged = languageOfTag(languageTag)
  const ofStranger = languageForStranger(languageTag, spoken)
  return {
    settings,
    language: chosen ?? link ?? (questionLeads ? undefined : tagged),
    hint:
      tagged ??
      settings.appLanguage ??
      (alone ? (ofStranger ?? ofGroup) : (ofGroup ?? ofStranger)) ??
      languageOfTag(groupTag) ??
      languageForStranger(groupTag, spoken),
  }
}

/** The language of what is no answer to a question. */
export function pageLanguage({ language, hint }: Omit<Manner, 'settings'>, defaultLanguage: Language): Language {
  return language ?? hint ?? defaultLanguage
}

/** Nothing is known, and nothing is offered that may have been refused. */
const unknown = [{ language: undefined, appLanguage: undefined, switchOffered: true, plain: false }, undefined] as const

/** A database may be some seconds late, and people still get the language they chose. */
export const longPatienceMs = 8000

/** Whoever types waits less. */
export const typingPatienceMs = 500

/** The result, or undefined if it takes longer. */
export async function inTime<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  const { promise: late, resolve } = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => resolve(undefined), ms)
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/** The language that a BCP 47 tag names ("kk-KZ", "EN_us"), if it is one of ours. */
export function languageOfTag(tag: string | undefined): Language | undefined {
  const primary = tag?.toLowerCase().split(/[-_]/)[0]
  return languages.find((language) => language === primary)
}
