import type { Pack } from '../../knowledge/pack.ts'
import type { Thing } from '../understanding/lexicon.ts'
import { wantsYesOrNo, type Question } from '../understanding/question.ts'
import type { Check } from './agreement.ts'
import type { Covered } from './coverage.ts'
import type { EntryIndex } from './entry-index.ts'

/** What was found out about an entry and a question, all numbers about 0 to 1. */
export type Evidence = Covered & {
  /** The entry's place in the pack. */
  readonly entry: number
  /** How much of the most that its words could score it does. */
  readonly text: number
  /** How like the entry's example questions the question is. */
  readonly example: number
  readonly checks: readonly Check[]
  /** Whether the question names it. */
  readonly named: boolean
}

/** What a question looks like whichever entry is looked at. */
export type Surroundings = {
  /** How like the questions that nothing answers, whichever entry they seem to be for. */
  readonly none: number
}

/**
 * What speaks for and against an entry as the answer. An entry without example questions can't be judged by them: its
 * text weighs more, so that features of the text come twice. Where few entries have examples, a likeness to them proves
 * less: there is nothing else to be like (`taughtAmongUntaught`, `exampleAmongUntaught`).
 */
export const featureNames = [
  'taught',
  'example',
  'taughtAmongUntaught',
  'exampleAmongUntaught',
  'textTaught',
  'coverageTaught',
  'untaught',
  'text',
  'none',
  'holds',
  'holdsPrecisely',
  'fails',
  'failsOrdinal',
  'unmet',
  'listed',
] as const

export type FeatureName = (typeof featureNames)[number]

export type Features = Readonly<Record<FeatureName, number>>

/** The features of one entry for a question. */
export function featuresOf(
  { entry, text, example, coverage, missing, checks }: Evidence,
  question: Question,
  around: Surroundings,
  { taught: isTaught, taughtShare }: Pick<EntryIndex, 'taught' | 'taughtShare'>,
  pack: Pack,
): Features {
  const taught = isTaught[entry]!
  const count = (counts: (check: Check) => boolean): number => checks.filter(counts).length
  const fit = Math.min(1, text)
  const { type } = pack.entries[entry]!
  const denies = !wantsYesOrNo(question)
  return {
    taught: taught ? 1 : 0,
    example: fitOf(example),
    taughtAmongUntaught: taught ? 1 - taughtShare : 0,
    exampleAmongUntaught: (1 - taughtShare) * fitOf(example),
    textTaught: taught ? fit : 0,
    coverageTaught: taught ? coverage : 0,
    untaught: taught ? 0 : 1,
    text: taught ? 0 : fit,
    none: Math.min(1.5, Math.max(-1.5, around.none)),
    holds: count(({ holds, precise }) => holds && !precise),
    holdsPrecisely: count(({ holds, precise }) => holds && precise),
    // "Was it in Bonn?" asks whether the place is right: there a wrong one says nothing against the entry.
    fails: denies ? count(({ holds, property }) => !holds && property !== 'ordinal') : 0,
    failsOrdinal: count(({ holds, property }) => !holds && property === 'ordinal'),
    unmet: question.names.filter(
      ({ things, from, to }) => things.every(isPlaceOrOrganisation) && missing.some((at) => from <= at && at < to),
    ).length,
    listed: type === 'list' && (question.asked.has('list') || question.asked.has('number')) ? 1 : 0,
  }
}

function fitOf(example: number): number {
  return Math.min(1.2, Math.max(-0.2, example))
}

/** Places and organisations of the question that the entry does not speak of: "the president of Brazil". */
function isPlaceOrOrganisation({ kind }: Thing): boolean {
  return kind === 'place' || kind === 'organisation'
}
