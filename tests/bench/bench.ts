import { execFileSync } from 'node:child_process'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import { createAssistant } from '../../src/core/answering/assistant.ts'
import { loadPack } from '../../src/knowledge/load.ts'
import type { Pack } from '../../src/knowledge/pack.ts'
import { readCases } from '../evaluation/cases.ts'
import { itemsOf } from '../evaluation/peers.ts'
import { benchFanOut } from './fan-out.ts'
import { madeUpPack, questionsOn } from './packs.ts'

/** Each engine is measured in a process of its own, so that none warms up or fills the memory of another. */
type Measured = {
  buildMs: number
  memoryMb: number
  p50: number
  p99: number
  perSecond: number
  asked: number
  of: number
}

const engines = ['Jauap', 'MiniSearch', 'MiniSearch fuzzy', 'Fuse.js'] as const
type Engine = (typeof engines)[number]

/**
 * How long an engine is asked, first without counting and then with, and how many questions at least: a slow one is
 * measured on a sample, or Fuse.js and MiniSearch over 100 000 entries would take minutes.
 */
const warmUp = { mostMs: 400, fewest: 1 }
const counted = { mostMs: 1500, fewest: 5 }

const fields = ['title', 'names', 'text', 'questions']
const bulletin = fileURLToPath(new URL('../../src/knowledge/bulletin', import.meta.url))
const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
// As the npm scripts start it.
const flags = ['--max-semi-space-size=2']
const sayPeak = "process.on('exit', () => console.log('peak', process.resourceUsage().maxRSS))"
const peakMemory = `data:text/javascript,${encodeURIComponent(sayPeak)}`
const [engine, size] = process.argv.slice(2)
if (engine === undefined) {
  runAll()
  await benchFanOut()
} else if (engine === 'fan-out') await benchFanOut()
else
  console.log(
    JSON.stringify(measure(engine as Engine, size === 'bulletin' ? loadPack(bulletin) : madeUpPack(Number(size)))),
  )

function runAll(): void {
  const [processor, today] = [cpus()[0]?.model ?? 'unknown processor', new Date().toISOString().slice(0, 10)]
  console.log(`${processor}, ${cpus().length} cores, Node ${process.version}, ${today}\n`)
  const { medianMs, memoryMb } = startToAnswer()
  console.log(`start to first answer, whole process: ${medianMs.toFixed(0)} ms, at most ${memoryMb.toFixed(0)} MB\n`)
  console.log(
    `Each is asked for ${counted.mostMs / 1000} s: ` +
      'what is slow, such as Fuse.js, is measured on the sample in the last column.\n',
  )
  console.log('entries    engine              build ms  memory MB    p50 ms    p99 ms  answers/s  asked')
  for (const size of ['bulletin', '1000', '10000', '100000']) {
    for (const engine of engines) {
      if (engine === 'Fuse.js' && size === '100000') continue
      const { buildMs, memoryMb, p50, p99, perSecond, asked, of } = JSON.parse(child([engine, size])) as Measured
      const figures = [
        buildMs.toFixed(0).padStart(9),
        memoryMb.toFixed(0).padStart(10),
        p50.toFixed(3).padStart(9),
        p99.toFixed(3).padStart(9),
        perSecond.toFixed(0).padStart(10),
        asked < of ? ` ${asked} of ${of}` : ' all',
      ]
      console.log(`${size.padEnd(11)}${engine.padEnd(18)} ${figures.join(' ')}`)
    }
  }
}

function child(args: readonly string[]): string {
  return execFileSync(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url), ...args], { encoding: 'utf8' })
}

/** What a person waits for: the whole process from its start to its answer and end. */
function startToAnswer(): { medianMs: number; memoryMb: number } {
  const runs = Array.from({ length: 7 }, () => {
    const start = performance.now()
    const report = execFileSync(
      process.execPath,
      [...flags, '--import', peakMemory, main, 'ask', 'When is the summit?'],
      { encoding: 'utf8' },
    )
    return { ms: performance.now() - start, memoryMb: Number(/peak (\d+)/.exec(report)?.[1]) / 1024 }
  })
  const sorted = runs.toSorted((a, b) => a.ms - b.ms)
  return { medianMs: sorted[3]!.ms, memoryMb: sorted[3]!.memoryMb }
}

function measure(engine: Engine, pack: Pack): Measured {
  const questions = spread(
    pack.id === 'made-up' ? questionsOn(pack, 400) : readCases().map(({ turns }) => turns.at(-1)!),
  )
  // What a search library is fed with is made before the clock starts; our own index is made of the pack.
  const items =
    engine === 'Jauap'
      ? []
      : pack.languages.flatMap((language) =>
          itemsOf(pack, language).map((item) => ({ ...item, id: `${item.id} ${language}` })),
        )
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  const start = performance.now()
  const answer = open(engine, pack, items)
  const buildMs = performance.now() - start
  globalThis.gc?.()
  const memoryMb = (process.memoryUsage().rss - before) / 2 ** 20
  timesOf(answer, questions.slice(0, 200), warmUp)
  const times = timesOf(answer, questions, counted)
  const sorted = times.toSorted((a, b) => a - b)
  const total = times.reduce((sum, time) => sum + time, 0)
  return {
    buildMs,
    memoryMb,
    p50: sorted[Math.floor(sorted.length / 2)]!,
    p99: sorted[Math.floor(sorted.length * 0.99)]!,
    perSecond: (1000 * times.length) / total,
    asked: times.length,
    of: questions.length,
  }
}

/** In an order of which every beginning is a fair sample: cases come sorted by language and kind. */
function spread(questions: readonly string[]): string[] {
  // Multiples of the golden ratio fall evenly between 0 and 1, however many of them are taken.
  return questions
    .map((question, at) => ({ question, place: (at * 0.618_033_988_749_895) % 1 }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ question }) => question)
}

/** Milliseconds for each answer, of as many questions as fit into so much time. */
function timesOf(
  answer: (question: string) => unknown,
  questions: readonly string[],
  { mostMs, fewest }: typeof counted,
): number[] {
  const times: number[] = []
  const deadline = performance.now() + mostMs
  for (const question of questions) {
    const start = performance.now()
    if (start > deadline && times.length >= fewest) break
    answer(question)
    times.push(performance.now() - start)
  }
  return times
}

function open(engine: Engine, pack: Pack, items: ReturnType<typeof itemsOf>): (question: string) => unknown {
  if (engine === 'Jauap') {
    const assistant = createAssistant(pack)
    return (text) => assistant.ask({ text, now: new Date() })
  }
  if (engine === 'Fuse.js') {
    const fuse = new Fuse(items, { keys: fields, useTokenSearch: true })
    return (text) => fuse.search(text.slice(0, 250), { limit: 10 })
  }
  const mini = new MiniSearch<(typeof items)[number]>({
    fields,
    extractField: (item, field) => [item[field as 'title']].flat().join(' '),
  })
  mini.addAll(items)
  const options = engine === 'MiniSearch fuzzy' ? { fuzzy: 0.2, prefix: true } : {}
  return (text) => mini.search(text, options).slice(0, 10)
}
