import type { Check } from './agreement.ts'
import type { Alignment } from './alignment.ts'
import type { Covered } from './coverage.ts'

/** What was found out about an entry and a question, all numbers about 0 to 1. */
export type Evidence = Covered & {
  /** The entry's place in the pack. */
  readonly entry: number
  /** How much of the most that its words could score it does. */
  readonly text: number
  /** How like the entry's example questions the question is. */
  readonly example: number
  readonly kin: Kinship
  /** How its words stand for the question's; undefined where the topics of events say nothing. */
  readonly alignment: Alignment | undefined
  readonly checks: readonly Check[]
  /** Whether the question names it. */
  readonly named: boolean
}

/** How much a question and an entry's texts are about one topic, and about the same topics in all. */
export type Kinship = { readonly one: number; readonly all: number }

/** What a question looks like whichever entry is looked at. */
export type Surroundings = {
  /** How like the questions that nothing answers, whichever entry they seem to be for. */
  readonly none: number
  /** The most that the words of any entry score. */
  readonly text: number
  /** How much the question is about any topic of events, and the share of it that they know: see `Aligner`. */
  readonly topic: number
  readonly known: number
}
