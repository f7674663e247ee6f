import type { Asked } from './asked.ts'
import { finerTimes, isFinerTime } from './finer-time.ts'

/**
 * What a question asks of an event's time, finer than when: its first or last day, the hour, how long it lasts, how
 * many days
 * are left or have gone, the day of the week; whether it has started or is over.
 */
export type Timing = 'start' | 'end' | 'hour' | 'duration' | 'remaining' | 'weekday' | 'started' | 'over'

/** What may be asked beside a time without asking for something else as well. */
const beside: ReadonlySet<Asked> = new Set([...finerTimes, 'when', 'yes-no', 'whether', 'what', 'list', 'number'])

/** What a question asks of a time. */
export type AskedOfTime = {
  readonly timing: Timing | undefined
  /**
   * Whether words such as "start" ask for a time at all; beside other facets they do not: "who started the initiative?"
   */
  readonly isTime: boolean
  /** All that is asked; for the rest of the program whoever asks for a finer time asks when. */
  readonly asked: ReadonlySet<Asked>
}

/** `counts`: "how many" is said of something else than days. */
export function findTiming(asked: ReadonlySet<Asked>, counts: boolean): AskedOfTime {
  const finer = finerTimes.filter((one) => asked.has(one))
  if (finer.length === 0) return { timing: undefined, isTime: false, asked }
  const others = [...asked].filter((one) => !beside.has(one))
  const mayBe = others.every((one) => one === 'where') && !(counts && asked.has('remaining'))
  const timing = mayBe && others.length === 0 ? timingOf(asked) : undefined
  const isTime = mayBe && (timing !== undefined || finer.some((one) => one !== 'over'))
  const asksDays = timing === 'duration' || timing === 'remaining'
  const rest = new Set(Array.from(asked).filter((one) => !isFinerTime(one) && !(asksDays && one === 'number')))
  const isWhether = timing === 'started' || timing === 'over'
  if (isTime ? !isWhether : finer.some((one) => saysWhen.has(one))) rest.add('when')
  return { timing, isTime, asked: rest }
}

/** These ask for a time whatever else is asked. */
const saysWhen: ReadonlySet<Asked> = new Set(['hour', 'duration', 'weekday'])

function timingOf(asked: ReadonlySet<Asked>): Timing | undefined {
  const isEdge = asked.has('start') !== asked.has('end')
  const first = (['remaining', 'hour', 'weekday', 'duration'] as const).find((one) => asked.has(one))
  // The first day and the last one are told with their day of the week.
  if (first && !(isEdge && (first === 'weekday' || (first === 'duration' && asked.has('when'))))) return first
  const whether = (asked.has('yes-no') || asked.has('whether')) && !asked.has('when')
  if (asked.has('start') && asked.has('end')) return undefined
  if (asked.has('start')) return whether ? 'started' : 'start'
  if (asked.has('end')) return whether ? 'over' : 'end'
  return whether ? 'over' : undefined
}
