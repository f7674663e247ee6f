import { backOff } from '../back-off.ts'

/** So many failures with no success between mean that not single chats are at fault. */
const longestRun = 10

/** How long sending rests when the platform is in trouble; each time longer. */
const rests = { firstMs: 30_000, longestMs: 5 * 60_000 }

/** How long a platform rests at most before it is tried again. */
export const longestRestMs = rests.longestMs

/** The failures of a mailing on a platform since its last success there. */
export type Run = {
  readonly failures: number
  /** How often it has tripped. */
  readonly rests: number
  /** When it tripped last. */
  readonly restedAt: Date
}

/** Before any failure, and after every success. */
export const unbroken: Run = { failures: 0, rests: 0, restedAt: new Date(0) }

/**
 * Counts a failure of an attempt that began at a moment. `restUntil` is there when the run is so long that sending must
 * rest: 30 seconds, then twice as long each time, up to five minutes. Attempts that were under way when it tripped say
 * nothing new, and are not counted.
 */
export function afterFailure(
  run: Run,
  begunAt: Date,
  now: Date,
): { readonly run: Run; readonly restUntil: Date | undefined } {
  if (begunAt <= run.restedAt) return { run, restUntil: undefined }
  const failures = run.failures + 1
  if (failures < longestRun) return { run: { ...run, failures }, restUntil: undefined }
  // To the full: one process rests for all, and organizers are told until when.
  const restUntil = new Date(now.getTime() + backOff(run.rests + 1, rests, () => 1))
  return { run: { failures: 0, rests: run.rests + 1, restedAt: now }, restUntil }
}
