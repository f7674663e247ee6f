import type { Visitor } from '../../pages/visitor.ts'
import type { Address } from '../../people/people.ts'
import type { DraftField } from '../pages/draft-fields.ts'

/** What the next message of an organizer is taken for: a field of an announcement. */
export type EntryPrompt = { readonly announcement: string; readonly field: DraftField }

/** What the next message is taken for besides: the names of a topic of announcements, or of a new one (""). */
export type TopicPrompt = { readonly field: 'topic'; readonly topic: string }

/** What was entered and waits for a "yes". `text`: a correction, or what was offered, as JSON. */
export type Entered = EntryPrompt & { readonly text: string }

/** A prompt, with what was entered if that waits for a "yes", and when it was kept. */
export type KeptPrompt = (TopicPrompt | (EntryPrompt & { readonly text?: string | undefined })) & { readonly at: Date }

/**
 * What is asked for. `waits`: it was asked for so long ago that a message may be about something else; `offered`:
 * something was entered for it, and waits for a "yes".
 */
export type OpenPrompt = EntryPrompt & { readonly waits: boolean; readonly offered: boolean }

export type OpenTopicPrompt = TopicPrompt & Pick<OpenPrompt, 'waits'>

/** What can be asked for, or kept. */
export type AnyPrompt = (EntryPrompt & { readonly text?: string | undefined }) | TopicPrompt

/** Where prompts are kept, one for each person. */
export type PromptStore = {
  /** The prompt of a person, unless it is older than a moment. */
  readonly latest: (person: Address, since: Date) => Promise<KeptPrompt | undefined>
  readonly keep: (person: Address, prompt: AnyPrompt, now: Date) => Promise<void>
  /** Puts another in the place of a prompt, or nothing; false, and nothing is done, if that is not there any more. */
  readonly exchange: (person: Address, before: AnyPrompt, next: AnyPrompt | undefined, now: Date) => Promise<boolean>
  /** False if there was none. */
  readonly clear: (person: Address) => Promise<boolean>
}

/**
 * What organizers were asked to enter: one thing for each of them, whichever process they get to. For half an hour the
 * next message is taken for it. After that, and after a command, it waits for two days: a message is then offered for
 * it, and taken if the organizer says so.
 */
export type EntryPrompts = {
  readonly open: (visitor: Visitor) => Promise<OpenPrompt | OpenTopicPrompt | undefined>
  /** What was entered and waits for a "yes". */
  readonly entered: (visitor: Visitor) => Promise<Entered | undefined>
  /** Takes the place of whatever was asked for or entered before. */
  readonly ask: (visitor: Visitor, prompt: EntryPrompt | TopicPrompt) => Promise<void>
  readonly keepEntered: (visitor: Visitor, entered: Entered) => Promise<void>
  /**
   * Puts something in the place of what was entered, or nothing. False if something else stands there by now, which
   * another message or press has put there.
   */
  readonly exchange: (visitor: Visitor, before: Entered, next?: Entered) => Promise<boolean>
  /** The organizer turns to something else: what was asked for waits. */
  readonly setAside: (visitor: Visitor) => Promise<void>
  /** The next message is taken for nothing. False if it was so already, as for the second of two presses at once. */
  readonly clear: (visitor: Visitor) => Promise<boolean>
}

/** What was asked longer ago need not be what the next message is about. */
const lifetimeMs = 30 * 60_000

/** What was asked longer ago is forgotten by everybody. */
const waitingMs = 48 * 60 * 60_000

/** Keeps what organizers were asked for in a store. */
export function openEntryPrompts(store: PromptStore): EntryPrompts {
  return {
    async open(visitor) {
      const found = await latest(visitor)
      if (!found) return undefined
      const waits = visitor.now.getTime() - found.at.getTime() > lifetimeMs
      if (found.field === 'topic') return { field: found.field, topic: found.topic, waits }
      const { announcement, field, text } = found
      return { announcement, field, waits, offered: text !== undefined }
    },
    async entered(visitor) {
      const found = await latest(visitor)
      return found === undefined || found.field === 'topic' || found.text === undefined
        ? undefined
        : { ...found, text: found.text }
    },
    ask: keep,
    keepEntered: keep,
    exchange: ({ person, now }, before, next) => store.exchange(person, before, next, now),
    async setAside(visitor) {
      const found = await latest(visitor)
      const aside = new Date(visitor.now.getTime() - lifetimeMs - 1)
      if (found && found.at > aside) await store.exchange(visitor.person, found, found, aside)
    },
    clear: ({ person }) => store.clear(person),
  }

  function latest({ person, now }: Visitor) {
    return store.latest(person, new Date(now.getTime() - waitingMs))
  }

  function keep({ person, now }: Visitor, prompt: AnyPrompt): Promise<void> {
    return store.keep(person, prompt, now)
  }
}
