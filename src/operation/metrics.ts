import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { AnswerFacts } from '../core/desk/asking.ts'
import { programVersion } from './version.ts'

/** Figures for Prometheus: what is asked and how it ends, how long it takes, and how platforms stand. */
export type Metrics = {
  readonly answered: (facts: AnswerFacts) => void
  /** Something that a platform should have done and did not. */
  readonly failed: (platform: string) => void
  /** A delivery of an announcement has ended. */
  readonly delivered: (platform: string, outcome: string) => void
  readonly up: (platform: string, isUp: boolean) => void
  readonly databaseUp: (isUp: boolean) => void
  /** The text of `/metrics`. */
  readonly text: () => Promise<string>
}

/** Seconds: an answer takes about a millisecond. */
const buckets = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5]

/**
 * All at zero, in a registry of their own: two programs in one process, as in the tests, don't add up. Labels are few
 * (platforms, languages, outcomes) and never tell who asked or what.
 */
export function createMetrics(): Metrics {
  const registers = [new Registry()]
  const questions = new Counter({
    name: 'jauap_questions_total',
    help: 'Questions by outcome, language and platform',
    labelNames: ['platform', 'language', 'status'],
    registers,
  })
  const seconds = new Histogram({
    name: 'jauap_answer_seconds',
    help: 'Time from a question to its answer, without the platform',
    labelNames: ['platform'],
    buckets,
    registers,
  })
  const errors = new Counter({
    name: 'jauap_platform_errors_total',
    help: 'Calls and connections of a platform that failed',
    labelNames: ['platform'],
    registers,
  })
  const deliveries = new Counter({
    name: 'jauap_deliveries_total',
    help: 'Deliveries of announcements by platform and outcome',
    labelNames: ['platform', 'outcome'],
    registers,
  })
  const platforms = new Gauge({
    name: 'jauap_platform_up',
    help: '1 while a platform is connected',
    labelNames: ['platform'],
    registers,
  })
  const database = new Gauge({
    name: 'jauap_database_up',
    help: '1 while the database answers; it is asked whenever these figures are',
    registers,
  })
  describeProcess(registers)
  return {
    answered({ platform, language, status, ms }) {
      questions.inc({ platform, language, status })
      seconds.observe({ platform }, ms / 1000)
    },
    failed: (platform) => errors.inc({ platform }),
    delivered: (platform, outcome) => deliveries.inc({ platform, outcome }),
    up: (platform, isUp) => platforms.set({ platform }, isUp ? 1 : 0),
    databaseUp: (isUp) => database.set(isUp ? 1 : 0),
    text: () => registers[0]!.metrics(),
  }
}

/** What runs here, since when, and how much memory it takes. */
function describeProcess(registers: Registry[]): void {
  new Gauge({ name: 'jauap_build_info', help: 'Always 1', labelNames: ['version', 'node'], registers }).set(
    { version: programVersion(), node: process.versions.node },
    1,
  )
  new Gauge({
    name: 'process_start_time_seconds',
    help: 'When the process was started, in seconds since 1970',
    registers,
  }).set(Math.round(Date.now() / 1000 - process.uptime()))
  const memory: Gauge = new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Memory that the process takes',
    registers,
    collect: (): void => memory.set(process.memoryUsage.rss()),
  })
}
