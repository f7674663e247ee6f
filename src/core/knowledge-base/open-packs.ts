import type { Fault } from '../../knowledge/fault.ts'
import type { Pack } from '../../knowledge/pack.ts'
import { openKnowledge, type Following } from './follow-pack.ts'
import type { Knowledge } from './knowledge.ts'
import { openEach } from './open-each.ts'

/** One or several packs, each of which follows its own files. */
export type OpenPacks = {
  readonly each: readonly [Knowledge, ...Knowledge[]]
  /** Calls after each replacement of one of them; returns how to be called no more. */
  readonly onReplaced: (listener: () => void) => () => void
  /** Takes over each good change of each pack until disposed of; one that is refused leaves the others alone. */
  readonly follow: (following: PacksFollowing) => AsyncDisposable
}

type PacksFollowing = Pick<Following, 'onReplaced' | 'pace'> & {
  /** `pack`: the one that goes on answering; `path`: where its files are. */
  readonly onRefused: (faults: readonly Fault[], of: { readonly pack: Pack; readonly path: string }) => void
}

/**
 * Opens packs for a program that runs on. Throws an OperatorError that says of each faulty one what is wrong with it,
 * or which two can't be told apart; a PackError if there is one pack.
 */
export async function openPacks(paths: readonly [string, ...string[]], stopped?: AbortSignal): Promise<OpenPacks> {
  const each = await openEach(paths, (path) => openKnowledge(path, stopped))
  return {
    each,
    onReplaced(listener) {
      const ends = each.map(({ onReplaced }) => onReplaced(listener))
      return () => ends.forEach((end) => end())
    },
    follow({ onReplaced, onRefused, pace }) {
      const followed = each.map((knowledge, at) =>
        knowledge.follow({
          onReplaced,
          onRefused: (faults) => onRefused(faults, { pack: knowledge.current().pack, path: paths[at]! }),
          refuses: ({ pack: { id } }) => (isTaken(id, knowledge) ? takenId(id) : undefined),
          ...(pace && { pace }),
        }),
      )
      return {
        async [Symbol.asyncDispose]() {
          await Promise.all(followed.map((one) => one[Symbol.asyncDispose]()))
        },
      }
    },
  }

  function isTaken(id: string, by: Knowledge): boolean {
    return each.some((other) => other !== by && other.current().pack.id === id)
  }
}

function takenId(id: string): Fault {
  return { file: 'pack.yaml', place: 'id', message: `another pack has the id ${id}; write another one` }
}
