/** Those who want to know when something was written. */
export type Changes = {
  readonly changed: () => void
  /** Returns how to be told no more. */
  readonly onChange: (listener: () => void) => () => void
}

/** Within this process alone: what others write is found by asking. */
export function createChanges(): Changes {
  const listeners = new Set<() => void>()
  return {
    changed() {
      for (const listener of listeners) listener()
    },
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
