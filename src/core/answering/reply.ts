import type { Language } from '../../knowledge/language.ts'
import type { Decider, Lack } from './rule-name.ts'

/**
 * One line of what is said. `fact`: what was asked for, to be seen first; `text`: more of it; `item`: one of a list;
 * `note`: about the answer itself; `source`: where it stands. The text is plain: each platform escapes it by its rules.
 * `marked`: what an organizer wrote (Markdown, see mailing/markup.ts), as its readers will see it.
 */
export type Line = { readonly kind: 'fact' | 'text' | 'item' | 'note' | 'source' | 'marked'; readonly text: string }

/**
 * What is said and which entries it speaks of. `isNone`: that the source has nothing of the kind, without a no; `rest`:
 * lines that are left for whoever wants more.
 */
export type Told = {
  readonly lines: readonly Line[]
  readonly entries: readonly string[]
  readonly isNone?: boolean
  /** Whether nothing was found, be it said with a no or without. */
  readonly isOfNothing?: boolean
  readonly rest?: readonly Line[]
}

/** An entry that can be asked for with one press. */
export type Suggestion = { readonly id: string; readonly title: string }

/** What helps best beside the words: a button of that kind, where a platform has buttons. */
export type Act =
  | { readonly do: 'subscribe' | 'unsubscribe' | 'languages' | 'calendar' | 'mine' | 'topics' }
  | { readonly do: 'speak'; readonly language: Language }

/** What is said to a question, before any platform dresses it. */
export type Reply = {
  readonly status: 'answered' | 'clarify' | 'unknown' | 'social'
  readonly language: Language
  readonly lines: readonly Line[]
  /** The ids of the entries that the lines speak of. */
  readonly entries: readonly string[]
  /** Offered as buttons: the readings to choose from, or the nearest topics. */
  readonly suggestions: readonly Suggestion[]
  /** How sure it is that this is what was asked, 0 to 1; see confidence.ts. */
  readonly confidence: number
  /** Up to ten entry ids, best first, whatever the status. */
  readonly ranked: readonly string[]
  /** What small talk and commands in words lead to. */
  readonly act?: Act
  /** The lines that had no room, for whoever asks for more. */
  readonly rest?: readonly Line[]
  readonly rule: Decider
  /** The ids of the packs that say it; undefined where there is but one. */
  readonly packs?: readonly string[]
}

/** A reply before the rule that gave it is written into it. `lacks`: why the entry found is not told. */
export type Decision = Omit<Reply, 'rule'> & { readonly lacks?: Lack }

/** The lines as plain text, as a terminal shows them. */
export function plainText({ lines }: Pick<Reply, 'lines'>): string {
  return lines
    .map(({ kind, text }) => (kind === 'item' ? `• ${text}` : kind === 'source' ? `(${text})` : text))
    .join('\n')
}
