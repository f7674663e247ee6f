import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createAssistant } from '../../src/core/answering/assistant.ts'
import { loadPack } from '../../src/knowledge/load.ts'
import { holds, readCases } from './cases.ts'
import { judgeAll, type Outcome } from './judge.ts'
import { peersOver } from './peers.ts'

const { values } = parseArgs({
  options: {
    knowledge: { type: 'string' },
    show: { type: 'string' },
    now: { type: 'string' },
    peers: { type: 'boolean' },
  },
  allowNegative: true,
})
const pack = loadPack(values.knowledge ?? fileURLToPath(new URL('../../src/knowledge/bulletin', import.meta.url)))
const cases = readCases()
const now = new Date(values.now ?? '2026-11-24T09:00:00+05:00')
const assistant = createAssistant(pack)

const results = judgeAll(cases, assistant, now)

printOutcomes()
printCalibration()
if (values.peers !== false) printPeers()
if (values.show !== undefined) printFailures(values.show)

function printOutcomes(): void {
  const columns: Outcome[] = ['correct', 'clarify', 'unknown', 'wrong', 'refused', 'false']
  console.log(`${'language kind'.padEnd(24)}${'asked'.padStart(6)}${columns.map((name) => name.padStart(9)).join('')}`)
  const groups = Map.groupBy(results, ({ asked }) => `${asked.language} ${asked.kind}`)
  const all = [
    ...groups,
    ...Map.groupBy(results, ({ asked }) => `all ${asked.expect.length > 0 ? 'answerable' : asked.kind}`),
  ]
  for (const [name, group] of all) {
    const shares = columns.map((outcome) => {
      const share = group.filter((result) => result.outcome === outcome).length / group.length
      return (share === 0 ? '–' : `${(100 * share).toFixed(1)} %`).padStart(9)
    })
    console.log(`${name.padEnd(24)}${String(group.length).padStart(6)}${shares.join('')}`)
  }
}

function printCalibration(): void {
  console.log('\nconfidence of answers   answers   right')
  const told = results.filter(({ outcome }) => ['correct', 'wrong', 'false'].includes(outcome))
  for (const from of [0.5, 0.6, 0.7, 0.8, 0.9]) {
    const bin = told.filter(({ confidence }) => confidence >= from && (confidence < from + 0.1 || from === 0.9))
    const right = bin.filter(({ outcome }) => outcome === 'correct').length / bin.length
    console.log(
      `${from.toFixed(1)}–${(from + 0.1).toFixed(1)}${String(bin.length).padStart(24)}${bin.length === 0 ? '' : `${(100 * right).toFixed(1)} %`.padStart(10)}`,
    )
  }
}

/** The last question of each dialogue, to libraries that know no dialogue and never say "the bulletin does not say". */
function printPeers(): void {
  console.log('\nfirst entry found holds the answer, single questions only')
  const single = cases.filter(({ turns, expect }) => turns.length === 1 && expect.length > 0)
  const foreign = cases.filter(({ expect }) => expect.length === 0)
  const ours =
    results.filter(({ asked, outcome }) => single.includes(asked) && outcome === 'correct').length / single.length
  console.log(
    `${'Jauap'.padEnd(24)}${(100 * ours).toFixed(1)} %, false answers ${((100 * results.filter(({ outcome }) => outcome === 'false').length) / foreign.length).toFixed(1)} %`,
  )
  for (const { name, answer } of peersOver(pack)) {
    const right = single.filter(({ turns, language, expect }) =>
      holds(answer(turns[0]!, language) ?? '', expect),
    ).length
    const invented = foreign.filter(({ turns, language }) => answer(turns[0]!, language) !== undefined).length
    console.log(
      `${name.padEnd(24)}${((100 * right) / single.length).toFixed(1)} %, false answers ${((100 * invented) / foreign.length).toFixed(1)} %`,
    )
  }
}

/** The questions of an outcome or kind, for reading: `--show wrong`. */
function printFailures(which: string): void {
  for (const { asked, outcome, confidence, text } of results) {
    const failed = outcome !== 'correct' && outcome !== 'refused'
    if (!failed || !(which === 'all' || which === outcome || which === asked.kind || which === asked.language)) continue
    console.log(
      `\n[${asked.id}] ${outcome} ${confidence.toFixed(2)}: ${asked.turns.join(' → ')}\n  expected: ${asked.expect.join(' ; ') || '(unknown)'}\n  ${text.replaceAll('\n', '\n  ')}`,
    )
  }
}
