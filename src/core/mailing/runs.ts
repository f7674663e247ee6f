import { LRUCache } from 'lru-cache'
import type { Platform } from '../people/people.ts'
import { afterFailure, unbroken, type Run } from './circuit-breaker.ts'
import { platforms } from './destination.ts'

/** Counts the failures of mailings, apart on each platform. */
export type Runs = {
  /** Until when sending must rest; undefined if it may go on. `begunAt`: when the attempt that failed began. */
  readonly failed: (mailing: string, platform: Platform, begunAt: Date, now: Date) => Date | undefined
  readonly succeeded: (mailing: string, platform: Platform) => void
  /** Nothing of it is left to be sent; whoever has it tried again begins anew. */
  readonly ended: (mailing: string) => void
}

/**
 * More than fail side by side. What another process has finished is not heard of here: it makes room for what
 * fails later.
 */
const mostRuns = 100

/** Of the mailings that failed last; what is forgotten counts anew. */
export function countRuns(most = mostRuns): Runs {
  const runs = new LRUCache<string, Run>({ max: most })
  return {
    failed(mailing, platform, begunAt, now) {
      const key = keyOf(mailing, platform)
      const { run, restUntil } = afterFailure(runs.get(key) ?? unbroken, begunAt, now)
      runs.set(key, run)
      return restUntil
    },
    succeeded: (mailing, platform) => void runs.delete(keyOf(mailing, platform)),
    ended(mailing) {
      for (const platform of platforms) runs.delete(keyOf(mailing, platform))
    },
  }
}

function keyOf(mailing: string, platform: Platform): string {
  return `${mailing} ${platform}`
}
