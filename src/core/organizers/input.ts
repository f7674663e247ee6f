import type { Address } from '../people/people.ts'

/** The parts of an announcement that an organizer writes in a message of its own. */
export const draftFields = ['kk', 'ru', 'en', 'when', 'file', 'correct-kk', 'correct-ru', 'correct-en'] as const
export type DraftField = (typeof draftFields)[number]

/** What the next message of an organizer is taken for. */
export type ExpectedInput = {
  readonly announcement: string
  readonly field: DraftField
  /** What was written, and is to be confirmed. */
  readonly text?: string | undefined
}

/** Remembers what organizers were asked to write. */
export type InputStore = {
  /** What a person is about to write, if anything was asked for since a moment. */
  readonly expected: (person: Address, since: Date) => Promise<ExpectedInput | undefined>
  /** The next message is taken for this; undefined: for nothing in particular. */
  readonly expect: (person: Address, input: ExpectedInput | undefined, now: Date) => Promise<void>
}
