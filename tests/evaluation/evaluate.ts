import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createAssistant } from '../../src/core/answering/assistant.ts'
import { loadPack } from '../../src/knowledge/load.ts'
import { holds, readCases } from './cases.ts'
import { judgeAll, type Outcome, type Result } from './judge.ts'
import { keptWhenMutated } from './mutated.ts'
import { peersOver } from './peers.ts'

const { values } = parseArgs({
  options: {
    knowledge: { type: 'string' },
    show: { type: 'string' },
    now: { type: 'string' },
    peers: { type: 'boolean' },
    mutate: { type: 'boolean' },
  },
  allowNegative: true,
})
const pack = loadPack(values.knowledge ?? fileURLToPath(new URL('../../src/knowledge/bulletin', import.meta.url)))
const cases = readCases()
const now = new Date(values.now ?? '2026-11-24T09:00:00+05:00')
const assistant = createAssistant(pack)

const results = judgeAll(cases, assistant, now)

printOutcomes()
printRules()
printCalibration()
if (values.peers !== false) printPeers()
if (values.mutate) printMutated()
if (values.show !== undefined) printFailures(values.show)

function printOutcomes(): void {
  printShares('language kind', [
    ...Map.groupBy(results, ({ asked }) => `${asked.language} ${asked.kind}`),
    ...Map.groupBy(results, ({ asked }) => `all ${asked.expect.length > 0 ? 'answerable' : asked.kind}`),
  ])
}

/** What became of the questions that each rule decided, the most frequent first. */
function printRules(): void {
  console.log('')
  const groups = [...Map.groupBy(results, ({ rule }) => rule)]
  printShares(
    'rule',
    groups.toSorted(([, a], [, b]) => b.length - a.length),
  )
}

function printShares(heading: string, groups: readonly (readonly [string, readonly Result[]])[]): void {
  const columns: Outcome[] = ['correct', 'clarify', 'unknown', 'wrong', 'refused', 'false']
  console.log(`${heading.padEnd(26)}${'asked'.padStart(6)}${columns.map((name) => name.padStart(9)).join('')}`)
  for (const [name, group] of groups) {
    const shares = columns.map((outcome) => {
      const count = group.filter((result) => result.outcome === outcome).length
      return (count === 0 ? '–' : percent(count, group.length)).padStart(9)
    })
    console.log(`${name.padEnd(26)}${String(group.length).padStart(6)}${shares.join('')}`)
  }
}

function printCalibration(): void {
  console.log('\nconfidence of answers   answers   right')
  const told = results.filter(({ outcome }) => ['correct', 'wrong', 'false'].includes(outcome))
  for (const from of [0.5, 0.6, 0.7, 0.8, 0.9]) {
    const bin = told.filter(({ confidence }) => confidence >= from && (confidence < from + 0.1 || from === 0.9))
    const right = bin.filter(({ outcome }) => outcome === 'correct').length
    const share = bin.length === 0 ? '' : percent(right, bin.length).padStart(10)
    console.log(`${from.toFixed(1)}–${(from + 0.1).toFixed(1)}${String(bin.length).padStart(24)}${share}`)
  }
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

/** How many of the right answers stay right when the question is written otherwise (`--mutate`). */
function printMutated(): void {
  console.log('\nright answers kept when the question is written otherwise')
  for (const { how, asked, lost } of keptWhenMutated(results, assistant, now)) {
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

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`
}
