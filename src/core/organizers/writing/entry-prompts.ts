import type { Visitor } from '../../pages/visitor.ts'
import type { Address } from '../../people/people.ts'
import type { DraftField } from '../pages/draft-fields.ts'

/** What the next message of an organizer is taken for: a field of an announcement. */
export type EntryPrompt = { readonly announcement: string; readonly field: DraftField }

/** A correction that was entered and is to be confirmed. `text`: what was written (Written as JSON). */
export type EnteredCorrection = EntryPrompt & { readonly text: string }

/** Where prompts are kept, one for each person. */
export type PromptStore = {
  /** The prompt of a person, unless it is older than a moment; with a text if one was entered. */
  readonly latest: (
    person: Address,
    since: Date,
  ) => Promise<(EntryPrompt & { readonly text?: string | undefined }) | undefined>
  readonly keep: (person: Address, prompt: EntryPrompt | EnteredCorrection | undefined, now: Date) => Promise<void>
}

/** What organizers were asked to enter: one thing for each of them, for half an hour, whichever process they get to. */
export type EntryPrompts = {
  /** What is asked for and was not entered yet. */
  readonly open: (visitor: Visitor) => Promise<EntryPrompt | undefined>
  /** What was entered and waits for a "yes". */
  readonly entered: (visitor: Visitor) => Promise<EnteredCorrection | undefined>
  /** Takes the place of whatever was asked for or entered before. */
  readonly ask: (visitor: Visitor, prompt: EntryPrompt) => Promise<void>
  readonly keepEntered: (visitor: Visitor, entered: EnteredCorrection) => Promise<void>
  /** The next message is taken for nothing. */
  readonly clear: (visitor: Visitor) => Promise<void>
}

/** What was asked longer ago is not what the next message is about. */
const lifetimeMs = 30 * 60_000

/** Keeps what organizers were asked for in a store. */
export function openEntryPrompts(store: PromptStore): EntryPrompts {
  return {
    async open(visitor) {
      const found = await latest(visitor)
      return found && found.text === undefined ? found : undefined
    },
    async entered(visitor) {
      const found = await latest(visitor)
      return found?.text === undefined ? undefined : { ...found, text: found.text }
    },
    ask: keep,
    keepEntered: keep,
    clear: (visitor) => keep(visitor, undefined),
  }

  function latest({ person, now }: Visitor) {
    return store.latest(person, new Date(now.getTime() - lifetimeMs))
  }

  function keep({ person, now }: Visitor, prompt: EntryPrompt | EnteredCorrection | undefined): Promise<void> {
    return store.keep(person, prompt, now)
  }
}
