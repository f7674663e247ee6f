import { PackError, type Fault } from '../../knowledge/fault.ts'
import { readPackFiles } from '../../knowledge/pack-files.ts'
import { compileApart } from './compile-apart.ts'
import { holdKnowledge, type Knowledge } from './knowledge.ts'
import type { KnowledgeBase } from './knowledge-base.ts'
import { readKnowledge } from './load-knowledge.ts'
import { stateOf, watchPack, type Pace } from './watch-pack.ts'

/** Knowledge that can follow the files of its pack. */
export type FollowingKnowledge = Knowledge & {
  /** Takes over each good change of the files until stopped; the last good pack outlives every faulty one. */
  readonly follow: (following: Following) => Promise<void>
}

export type Following = {
  readonly stopped: AbortSignal
  readonly onReplaced: (knowledge: KnowledgeBase) => void
  /** The pack as it is now can't be used, for these reasons. */
  readonly onRefused: (faults: readonly Fault[]) => void
  readonly pace?: Pace
}

/**
 * Opens a pack for a program that runs on: from its compiled file, or else compiled in a thread. Throws a PackError if the
 * pack is faulty.
 */
export async function openKnowledge(path: string, stopped?: AbortSignal): Promise<FollowingKnowledge> {
  // Before the files are read: what changes from here on is noticed.
  const since = stateOf(path)
  const knowledge = holdKnowledge(readKnowledge(readPackFiles(path)) ?? (await compileApart(path, stopped)))
  return {
    ...knowledge,
    follow: ({ stopped, onReplaced, onRefused, pace }) =>
      watchPack(path, {
        since,
        stopped,
        ...(pace && { pace }),
        async onChange() {
          try {
            const next = await compileApart(path, stopped)
            knowledge.replace(next)
            onReplaced(next)
          } catch (error) {
            if (stopped.aborted) return
            onRefused(error instanceof PackError ? error.faults : [{ file: path, place: '', message: String(error) }])
          }
        },
      }),
  }
}
