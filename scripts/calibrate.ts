import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { thresholds } from '../src/core/answering/parameters.ts'
import { featureNames } from '../src/core/search/features.ts'
import { loadPack } from '../src/knowledge/load.ts'
import { readPackFiles } from '../src/knowledge/pack-files.ts'
import { eventNames } from '../tests/evaluation/events.ts'
import { samplesOfEvent } from './calibration/event-samples.ts'
import { fitWeights, type Weights } from './calibration/fit.ts'
import { samplesOfHands } from './calibration/hand-samples.ts'
import { samplesOf, type Kind, type Sample } from './calibration/samples.ts'

/**
 * Fits `scoreWeights` in src/core/search/parameters.ts to the teaching and contrast questions of the bulletin, each
 * asked of a pack that has not learnt it, with `--events` to the events of tests/evaluation, or with `--hands` to the
 * questions of people who saw nothing but the bulletin's text, and prints them. Then,
 * how well the weights do for each writer when they are fitted to the others: what is right and wrong among the
 * questions that an entry answers, and what is told falsely among those of gaps and among contrast questions.
 */
const { values } = parseArgs({ options: { events: { type: 'boolean' }, hands: { type: 'boolean' } } })
const bulletin = fileURLToPath(new URL('../src/knowledge/bulletin', import.meta.url))
const samples = [...chosen()]
const weights = fitWeights(samples)
console.log(
  weights,
  `\n\n${samples.length} samples\n\nheld out               asked   first   right   wrong   false: gap  contrast`,
)
for (const [writer, own] of Map.groupBy(samples, (sample) => sample.writer)) {
  const others = fitWeights(samples.filter((sample) => sample.writer !== writer))
  print(
    writer,
    own.filter(({ pack }) => pack === 'whole' || pack === 'event' || pack === 'hands'),
    others,
  )
}
console.log('\nall writers, by pack')
for (const [pack, asked] of Map.groupBy(samples, (sample) => sample.pack)) print(pack, asked, weights)
function chosen(): Iterable<Sample> {
  if (values.hands) return samplesOfHands(loadPack(bulletin))
  return values.events ? eventNames().values().flatMap(samplesOfEvent) : samplesOf(readPackFiles(bulletin))
}

function print(name: string, asked: readonly Sample[], fitted: Weights): void {
  const told = asked.map((sample) => ({ kind: sample.kind, ...tell(sample, fitted) }))
  const share = (kind: Kind, holds: (one: (typeof told)[number]) => boolean): string => {
    const among = told.filter((one) => one.kind === kind)
    const percent = `${((100 * among.filter(holds).length) / among.length).toFixed(1)} %`
    return (among.length === 0 ? '–' : percent).padStart(8)
  }
  const columns = [
    share('answerable', ({ right }) => right),
    share('answerable', ({ answered, right }) => answered && right),
    share('answerable', ({ answered, right }) => answered && !right),
    share('gap', ({ answered }) => answered).padStart(12),
    share('contrast', ({ answered }) => answered).padStart(10),
  ]
  console.log(`${name.padEnd(20)}${String(told.length).padStart(8)}${columns.join('')}`)
}

/** Whether the best candidate is right, and whether it is sure enough to be told. */
function tell({ candidates }: Sample, fitted: Weights): { right: boolean; answered: boolean } {
  const scores = candidates.map(({ features }) =>
    featureNames.reduce((sum, name) => sum + fitted[name] * features[name], 0),
  )
  const most = Math.max(...scores)
  const best = candidates[scores.indexOf(most)]
  if (!best) return { right: false, answered: false }
  const rivals = scores.reduce((sum, score) => sum + Math.exp(score - most), Math.exp(-most))
  return { right: best.right, answered: !best.gap && 1 / rivals >= thresholds.answer }
}
