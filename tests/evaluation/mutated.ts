import type { Assistant } from '../../src/core/answering/assistant.ts'
import type { Case } from './cases.ts'
import { judgeAll, type Result } from './judge.ts'
import { mutations } from './mutate.ts'

/** How many of the questions that are answered right stay so when they are written otherwise, and those that do not. */
export type Kept = { readonly how: string; readonly asked: number; readonly lost: readonly Result[] }

/** Asks what was answered right again in each mutation. A text typed on the wrong layout is disturbed enough. */
export function keptWhenMutated(results: readonly Result[], assistant: Assistant, now: Date): Kept[] {
  const right = results.filter(({ asked, outcome }) => outcome === 'correct' && asked.kind !== 'layout')
  return mutations.map(({ how, of }) => {
    const cases = right.map(({ asked }): Case => ({
      ...asked,
      id: `${asked.id} ${how}`,
      turns: asked.turns.map((turn) => of(turn)),
    }))
    const lost = judgeAll(cases, assistant, now).filter(({ outcome }) => outcome !== 'correct')
    return { how, asked: cases.length, lost }
  })
}
