import type { KnowledgeBase } from './knowledge-base.ts'

/**
 * What is known at present. Whoever answers asks for it anew each time and keeps it for one answer, so that an answer
 * is wholly from before a change or wholly from after it.
 */
export type Knowledge = { readonly current: () => KnowledgeBase; readonly replace: (next: KnowledgeBase) => void }

export function holdKnowledge(first: KnowledgeBase): Knowledge {
  let current = first
  return { current: () => current, replace: (next) => void (current = next) }
}
