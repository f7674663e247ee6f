import type { KnowledgeBase } from './knowledge-base.ts'

/**
 * What is known at present. Whoever answers asks for it anew each time and keeps it for one answer, so that an answer
 * is wholly from before a change or wholly from after it.
 */
export type Knowledge = {
  readonly current: () => KnowledgeBase
  readonly replace: (next: KnowledgeBase) => void
  /** Calls after each replacement, for what others were told of the pack; returns how to be called no more. */
  readonly onReplaced: (listener: () => void) => () => void
}

/** Takes over what it is given at once, and tells listeners before `replace` returns. */
export function holdKnowledge(first: KnowledgeBase): Knowledge {
  let current = first
  const listeners = new Set<() => void>()
  return {
    current: () => current,
    replace(next) {
      current = next
      for (const listener of listeners) listener()
    },
    onReplaced(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
