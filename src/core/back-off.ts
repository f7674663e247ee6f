/** Milliseconds of the first pause, and of the longest. */
export type BackOff = { readonly firstMs: number; readonly longestMs: number }

/**
 * How long to wait after so many failures (from 1), in milliseconds: twice as long each time, at random in the upper
 * half, so that those who failed together come back apart ("equal jitter": M. Brooker, "Exponential Backoff And
 * Jitter", 2015).
 */
export function backOff(failures: number, { firstMs, longestMs }: BackOff, random: () => number = Math.random): number {
  const pause = Math.min(firstMs * 2 ** (failures - 1), longestMs)
  return pause / 2 + (random() * pause) / 2
}
