/** What people ask of a time that is finer than when. */
export const finerTimes = ['start', 'end', 'hour', 'duration', 'remaining', 'weekday', 'over'] as const

export type FinerTime = (typeof finerTimes)[number]

export function isFinerTime(asked: string): asked is FinerTime {
  return (finerTimes as readonly string[]).includes(asked)
}
