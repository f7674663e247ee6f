import type { Pack } from '../../knowledge/pack.ts'
import type { Thing } from '../understanding/lexicon.ts'
import { wantsYesOrNo, type Question } from '../understanding/question.ts'
import type { Check } from './agreement.ts'
import type { Evidence, Surroundings } from './evidence.ts'
import type { EntryIndex, Way } from './entry-index.ts'
import { fairText } from './parameters.ts'
import { noToldFeatures, toldFeatureNames, toldFeatures } from './told-features.ts'

/**
 * What speaks for and against an entry as the answer. Where few entries have examples, a likeness to them proves less:
 * there is nothing else to be like (`…AmongUntaught`). In an event's pack there are the topics (`…OfEvent`): what its
 * entries say is weighed by itself there (`told…`, see `toldFeatures`).
 */
export const featureNames = [
  'taught',
  'example',
  'taughtAmongUntaught',
  'exampleAmongUntaught',
  'taughtOfEvent',
  'exampleOfEvent',
  'textTaught',
  'coverageTaught',
  'untaught',
  'text',
  'textLead',
  'coverage',
  'none',
  'holds',
  'holdsPrecisely',
  'fails',
  'failsOrdinal',
  'unmet',
  'listed',
  ...toldFeatureNames,
] as const

export type FeatureName = (typeof featureNames)[number]

export type Features = Readonly<Record<FeatureName, number>>

/** The features of one entry for a question, known in one way. */
export function featuresOf(evidence: Evidence, way: Way, { question, around, index, pack }: Asked): Features {
  const { entry, text, example, coverage, missing, checks } = evidence
  const asked = way === 'asked' ? 1 : 0
  const aligned = way === 'said' ? evidence.alignment : undefined
  const told = aligned ? 1 : 0
  const said = 1 - asked - told
  const untaught = 1 - index.taughtShare
  const ofEvent = pack.topics === true ? 1 : 0
  const count = (counts: (check: Check) => boolean): number => checks.filter(counts).length
  const answer = pack.entries[entry]!
  const denies = !wantsYesOrNo(question)
  return {
    taught: asked,
    example: asked * fitOf(example),
    taughtAmongUntaught: asked * untaught * (1 - ofEvent),
    exampleAmongUntaught: asked * untaught * (1 - ofEvent) * fitOf(example),
    taughtOfEvent: asked * untaught * ofEvent,
    exampleOfEvent: asked * untaught * ofEvent * fitOf(example),
    textTaught: asked * Math.min(1, text),
    coverageTaught: asked * coverage,
    untaught: said,
    text: said * Math.min(1.3, text),
    textLead: said * (text / Math.max(fairText, around.text)),
    coverage: said * coverage,
    none: Math.min(1.5, Math.max(-1.5, around.none)),
    holds: (1 - told) * count(({ holds, precise }) => holds && !precise),
    holdsPrecisely: (1 - told) * count(({ holds, precise }) => holds && precise),
    // "Was it in Bonn?" asks whether the place is right: there a wrong one says nothing against the entry.
    fails: denies ? count(({ holds, property }) => !holds && property !== 'ordinal') : 0,
    failsOrdinal: count(({ holds, property }) => !holds && property === 'ordinal'),
    unmet: question.names.filter(
      ({ things, from, to }) => things.every(isPlaceOrOrganisation) && missing.some((at) => from <= at && at < to),
    ).length,
    listed: answer.type === 'list' && (question.asked.has('list') || question.asked.has('number')) ? 1 : 0,
    ...(aligned ? toldFeatures(aligned, evidence, { question, around, entry: answer }) : noToldFeatures),
  }
}

/** A question, and the pack that it is asked of. */
type Asked = {
  readonly question: Question
  readonly around: Surroundings
  readonly index: Pick<EntryIndex, 'taughtShare'>
  readonly pack: Pack
}

function fitOf(example: number): number {
  return Math.min(1.2, Math.max(-0.2, example))
}

/** Places and organisations of the question that the entry does not speak of: "the president of Brazil". */
function isPlaceOrOrganisation({ kind }: Thing): boolean {
  return kind === 'place' || kind === 'organisation'
}
