import type { Entry } from '../../knowledge/pack.ts'
import type { Alignment } from './alignment.ts'
import type { Question } from '../understanding/question.ts'
import type { Evidence, Surroundings } from './evidence.ts'
import { fairText } from './parameters.ts'

/** What speaks for an entry of an event that is known by what it says. */
export const toldFeatureNames = [
  'told',
  'toldTextLead',
  'toldCoverage',
  'toldHolds',
  'toldHoldsPrecisely',
  'toldKin',
  'toldKinKnown',
  'toldTopic',
  'toldKnown',
  'toldLength',
  'toldSentence',
  'toldMissingWord',
  'toldLacksTime',
  'toldLacksNumber',
] as const

export type ToldFeatures = Readonly<Record<(typeof toldFeatureNames)[number], number>>

/** Of what is known in another way. */
export const noToldFeatures = Object.fromEntries(toldFeatureNames.map((name) => [name, 0])) as ToldFeatures

/** The features of one entry that was aligned with the question. */
export function toldFeatures(
  { sentence, missing, numberInSentence, numberInAll }: Alignment,
  { text, coverage, kin, checks }: Evidence,
  { question, around, entry: { slots, dates } }: { question: Question; around: Surroundings; entry: Entry },
): ToldFeatures {
  const { asked } = question
  const asksTime = timesAsked.some((one) => asked.has(one))
  const isTimed = slots.length > 0 || dates !== undefined
  const content = question.words.filter(({ role }) => role !== 'function').length
  const holding = checks.filter(({ holds }) => holds)
  return {
    told: 1,
    toldTextLead: text / Math.max(fairText, around.text),
    toldCoverage: coverage,
    toldHolds: holding.filter(({ precise }) => !precise).length,
    toldHoldsPrecisely: holding.filter(({ precise }) => precise).length,
    toldKin: kin.one,
    // A likeness of few words that are known beside many that are not says little: "where are the bedsores".
    toldKinKnown: kin.all * around.known,
    toldTopic: around.topic,
    toldKnown: around.known,
    toldLength: Math.min(1.5, Math.log(content + 1) / 2),
    toldSentence: sentence,
    toldMissingWord: missing,
    toldLacksTime: asksTime && !isTimed && !numberInAll ? 1 : 0,
    toldLacksNumber: asked.has('number') && !numberInSentence ? 1 : 0,
  }
}

const timesAsked = ['when', 'hour', 'start', 'end', 'duration', 'remaining'] as const
