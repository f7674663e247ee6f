import type { Deed } from '../../languages/language-data.ts'

/** The rules by which a question is answered. The lists of decide.ts give their order. */
export type RuleName =
  | 'social'
  | 'repeat'
  | 'taught-phrase'
  | 'programme-more'
  | 'session-title'
  | 'place-card'
  | 'speaker-others'
  | 'speaker'
  | 'first-session'
  | 'programme'
  | 'timing'
  | 'nth-day'
  | 'relative-day'
  | 'series-member'
  | 'other-number'
  | 'numbered-member'
  | 'beyond-numbers'
  | 'elsewhere'
  | 'named-list'
  | 'offered-option'
  | 'sibling'
  | 'confirm-last'
  | 'last-entry'
  | 'pack-subject'
  | 'unnamed-participant'
  | 'events'
  | 'organisation'
  | 'other-edition'
  | 'subject-data'
  | 'named-gap'
  | 'doer'
  | 'nothing-found'
  | 'pointing'
  | 'felt'
  | 'likest-talk'
  | 'best-gap'
  | 'tied-gap'
  | 'named-deed'
  | 'namesakes'
  | 'still-last'
  | 'events-then'
  | 'unsure'
  | 'clarify'
  | 'part-on-day'
  | 'best-entry'

/** What a question may ask for and an entry lack. */
export type MissingFacet = 'when' | 'where' | 'city' | 'address' | 'text' | 'names' | 'price' | 'who' | 'number' | Deed

/** What the source may lack of an entry that a question asks about: a facet, or what became of it. */
export type Lack = MissingFacet | 'part' | 'outcome' | 'hour' | 'day'

/**
 * What settled a reply: a rule, with what the entry that it chose lacks of what was asked ("sibling/lacks-city"). Of
 * several questions in one message ("several/…") each names its own, as does each of several packs that are told
 * together ("events/…"). The last four come before any rule: what is refused unread, and an entry chosen by its
 * button.
 */
export type Decider =
  | RuleName
  | `several/${string}`
  | `events/${string}`
  | `${RuleName}/lacks-${Lack}`
  | 'too-long'
  | 'empty'
  | 'foreign-letters'
  | 'chosen-entry'
