import type { Localised, LocalisedLists } from '../knowledge/localised.ts'

/**
 * What people ask at events, whatever they are about: food, parking, a visa. Usable by every pack. A topic without a
 * title is an aspect of some events ("cut-off times"): by it questions and texts are known for akin, no more.
 */
export type Topic = {
  readonly id: string
  /** How a refusal names it: "The programme does not say: parking." */
  readonly title: Localised
  /** What to say instead where that sentence would be odd; empty for most. */
  readonly text: Localised
  /** How people ask about it, by several writers. */
  readonly questions: LocalisedLists
  /** What organizers write about it: headings and sentences. */
  readonly told: LocalisedLists
}
