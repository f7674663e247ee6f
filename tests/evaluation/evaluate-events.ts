import { parseArgs } from 'node:util'
import { eventNames, judgeEvent, type Judged } from './events.ts'
import { percent } from './shares.ts'

/**
 * How questions to events are answered whose writers saw nothing of the program: by event, and in all. With `--show
 * wrong` the questions of an outcome, for reading.
 */
const { values, positionals } = parseArgs({ options: { show: { type: 'string' } }, allowPositionals: true })
const judged = (positionals.length > 0 ? positionals : eventNames()).flatMap(judgeEvent)

for (const [event, of] of [...Map.groupBy(judged, ({ event }) => event), ['all', judged] as const]) print(event, of)
for (const { event, kind, outcome, question, told } of judged) {
  if (outcome === values.show) console.log(`\n[${event}, ${kind}] ${question}\n  ${told.replaceAll('\n', '\n  ')}`)
}

function print(event: string, of: readonly Judged[]): void {
  const kinds = [...Map.groupBy(of, ({ kind }) => kind)].map(([kind, asked]) => {
    const good = asked.filter(({ outcome }) => outcome === 'right' || outcome === 'declined').length
    return `${kind} ${percent(good, asked.length)} of ${asked.length}`.padEnd(22)
  })
  console.log(`${event.padEnd(12)}${kinds.join('')}`)
}
