import { PackError, type Fault } from '../../knowledge/fault.ts'
import { readPackFiles } from '../../knowledge/pack-files.ts'
import { compileApart } from './compile-apart.ts'
import { holdKnowledge, type Knowledge } from './knowledge.ts'
import type { KnowledgeBase } from './knowledge-base.ts'
import { readKnowledge } from './load-knowledge.ts'
import { stateOf, watchPack, type WatchPace } from './watch-pack.ts'

/** Knowledge that can follow the files of its pack. */
export type FollowingKnowledge = Knowledge & {
  /** Takes over each good change of the files until disposed of; the last good pack outlives every faulty one. */
  readonly follow: (following: Following) => AsyncDisposable
}

export type Following = {
  readonly onReplaced: (knowledge: KnowledgeBase) => void
  /** The pack as it is now can't be used, for these reasons. */
  readonly onRefused: (faults: readonly Fault[]) => void
  /** What is wrong with a pack that is good by itself. */
  readonly refuses?: (next: KnowledgeBase) => Fault | undefined
  readonly pace?: WatchPace
}

/**
 * Opens a pack for a program that runs on: from its compiled file, or else compiled in a thread. Throws a PackError
 * if the pack is faulty.
 */
export async function openKnowledge(path: string, stopped?: AbortSignal): Promise<FollowingKnowledge> {
  // Before the files are read: what changes from here on is noticed.
  const since = stateOf(path)
  const knowledge = holdKnowledge(readKnowledge(readPackFiles(path)) ?? (await compileApart(path, stopped)))
  return {
    ...knowledge,
    follow({ onReplaced, onRefused, refuses, pace }) {
      const ending = new AbortController()
      const following = watchPack(path, {
        since,
        pace,
        stopped: ending.signal,
        async onChange() {
          try {
            const next = await compileApart(path, ending.signal)
            const fault = refuses?.(next)
            if (fault) return onRefused([fault])
            knowledge.replace(next)
            onReplaced(next)
          } catch (error) {
            if (!ending.signal.aborted) onRefused(faultsOf(error, path))
          }
        },
      })
      return {
        [Symbol.asyncDispose]() {
          ending.abort()
          return following
        },
      }
    },
  }
}

/** Whatever else went wrong is told like a fault: the pack that answers is as good as before. */
function faultsOf(error: unknown, path: string): readonly Fault[] {
  return error instanceof PackError ? error.faults : [{ file: path, place: '', message: String(error) }]
}
