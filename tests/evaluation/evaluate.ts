import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createAssistant } from '../../src/core/answering/assistant.ts'
import { loadPack } from '../../src/knowledge/load.ts'
import { holds, readCases } from './cases.ts'
import { keptWhenIntroduced } from './introduced.ts'
import { judgeAll } from './judge.ts'
import { keptWhenMutated, type Kept } from './mutated.ts'
import { peersOver } from './peers.ts'
import { binsOf, reliabilityPlot, reliabilityTable } from './reliability.ts'
import { percent, sharesTable } from './shares.ts'

const { values } = parseArgs({
  options: {
    knowledge: { type: 'string' },
    show: { type: 'string' },
    now: { type: 'string' },
    peers: { type: 'boolean' },
    mutate: { type: 'boolean' },
    questions: { type: 'string', multiple: true },
    plot: { type: 'string' },
  },
  allowNegative: true,
})
const pack = loadPack(values.knowledge ?? fileURLToPath(new URL('../../src/knowledge/bulletin', import.meta.url)))
const cases = readCases(values.questions)
const now = new Date(values.now ?? '2026-11-24T09:00:00+05:00')
const assistant = createAssistant(pack)

const plotTitle = 'How often answers of each confidence are right'

const results = judgeAll(cases, assistant, now)

printOutcomes()
printRules()
console.log(`\n${reliabilityTable(binsOf(results))}`)
if (values.plot !== undefined) writeFileSync(values.plot, reliabilityPlot(binsOf(results), plotTitle))
if (values.peers !== false) printPeers()
if (values.mutate) printMutated()
if (values.show !== undefined) printFailures(values.show)

function printOutcomes(): void {
  const groups = [
    ...Map.groupBy(results, ({ asked }) => `${asked.language} ${asked.kind}`),
    ...Map.groupBy(
      results,
      ({ asked }) => `by ${asked.writer}: ${asked.expect.length > 0 ? 'answerable' : asked.kind}`,
    ),
    ...Map.groupBy(results, ({ asked }) => `all ${asked.expect.length > 0 ? 'answerable' : asked.kind}`),
  ]
  console.log(sharesTable('language kind', groups))
}

/** What became of the questions that each rule decided, the most frequent first. */
function printRules(): void {
  console.log('')
  const groups = [...Map.groupBy(results, ({ rule }) => rule)]
  const frequentFirst = groups.toSorted(([, a], [, b]) => b.length - a.length)
  console.log(sharesTable('rule', frequentFirst))
}

/** The last question of each dialogue, to libraries that know no dialogue and never say "the bulletin does not say". */
function printPeers(): void {
  console.log('\nfirst entry found holds the answer, single questions only')
  const single = cases.filter(({ turns, expect }) => turns.length === 1 && expect.length > 0)
  const foreign = cases.filter(({ expect }) => expect.length === 0)
  const ours = results.filter(({ asked, outcome }) => single.includes(asked) && outcome === 'correct')
  printPeer('Jauap', ours.length, results.filter(({ outcome }) => outcome === 'false').length)
  for (const { name, answer } of peersOver(pack)) {
    const right = single.filter(({ turns, language, expect }) => holds(answer(turns[0]!, language) ?? '', expect))
    printPeer(
      name,
      right.length,
      foreign.filter(({ turns, language }) => answer(turns[0]!, language) !== undefined).length,
    )
  }

  function printPeer(name: string, right: number, invented: number): void {
    const shares = `${percent(right, single.length)}, false answers ${percent(invented, foreign.length)}`
    console.log(`${name.padEnd(24)}${shares}`)
  }
}

/** How many of the right answers stay right when the question is written otherwise, or introduced (`--mutate`). */
function printMutated(): void {
  printKept('right answers kept when the question is written otherwise', keptWhenMutated(results, assistant, now))
  printKept('right answers and refusals kept behind an introduction', keptWhenIntroduced(results, assistant, now))
}

function printKept(title: string, kept: readonly Kept[]): void {
  console.log(`\n${title}`)
  for (const { how, asked, lost } of kept) {
    console.log(`${how.padEnd(34)}${percent(asked - lost.length, asked)}`)
    for (const { asked, outcome } of lost) console.log(`  ${outcome}: ${JSON.stringify(asked.turns)}`)
  }
}

/** The questions of an outcome, kind, language or rule, for reading: `--show wrong`. */
function printFailures(which: string): void {
  for (const { asked, outcome, confidence, rule, text } of results) {
    const failed = outcome !== 'correct' && outcome !== 'refused'
    if (!failed || !['all', outcome, asked.kind, asked.language, rule].includes(which)) continue
    console.log(`\n[${asked.id}] ${outcome} by ${rule} ${confidence.toFixed(2)}: ${asked.turns.join(' → ')}`)
    console.log(`  expected: ${asked.expect.join(' ; ') || '(unknown)'}\n  ${text.replaceAll('\n', '\n  ')}`)
  }
}
