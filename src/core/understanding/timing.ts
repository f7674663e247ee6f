import type { Asked } from './asked.ts'
import { finerTimes, isFinerTime } from './finer-time.ts'

/**
 * What a question asks of an event's time, finer than when: its first or last day, the hour, how long it lasts, how many days
 * are left or have gone, the day of the week; whether it has started or is over.
 */
export type Timing = 'start' | 'end' | 'hour' | 'duration' | 'remaining' | 'weekday' | 'started' | 'over'

/** What may be asked beside a time without asking for something else as well. */
const beside: ReadonlySet<Asked> = new Set([...finerTimes, 'when', 'yes-no', 'whether', 'what', 'list', 'number'])

/**
 * The time that is asked for, and what else: for the rest of the program whoever asks for a finer time asks when. Beside
 * other facets "start" and "end" are no times: "who started the initiative?"
 */
export function findTiming(
  asked: ReadonlySet<Asked>,
  counts: boolean,
): { readonly timing: Timing | undefined; readonly asked: ReadonlySet<Asked> } {
  if (!finerTimes.some((one) => asked.has(one))) return { timing: undefined, asked }
  const timing =
    [...asked].every((one) => beside.has(one)) && !(counts && asked.has('remaining')) ? timingOf(asked) : undefined
  const asksDays = timing === 'duration' || timing === 'remaining'
  const rest = new Set(Array.from(asked).filter((one) => !isFinerTime(one) && !(asksDays && one === 'number')))
  const isWhether = timing === 'started' || timing === 'over'
  const asksTime =
    timing === undefined ? (['hour', 'duration', 'weekday'] as const).some((one) => asked.has(one)) : !isWhether
  if (asksTime) rest.add('when')
  return { timing, asked: rest }
}

function timingOf(asked: ReadonlySet<Asked>): Timing | undefined {
  const isEdge = asked.has('start') !== asked.has('end')
  const first = (['remaining', 'hour', 'weekday', 'duration'] as const).find((one) => asked.has(one))
  // The first day and the last one are told with their day of the week.
  if (first && !(first === 'weekday' && isEdge)) return first
  const whether = (asked.has('yes-no') || asked.has('whether')) && !asked.has('when')
  if (asked.has('start') && asked.has('end')) return undefined
  if (asked.has('start')) return whether ? 'started' : 'start'
  if (asked.has('end')) return whether ? 'over' : 'end'
  return whether ? 'over' : undefined
}
