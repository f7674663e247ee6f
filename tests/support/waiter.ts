const patienceMs = 20_000

/** Waits for conditions on what a server has seen; the server tells when something has changed. */
export type Waiter = {
  readonly until: (condition: () => boolean, what: string) => Promise<void>
  readonly changed: () => void
}

/** `summary`: what to say of the server when a condition does not come true. */
export function createWaiter(summary: () => string): Waiter {
  const checks = new Set<() => void>()
  return {
    async until(condition, what) {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      const check = (): void => void (condition() && resolve())
      const timer = setTimeout(
        () => reject(new Error(`not within ${patienceMs} ms: ${what}\n${summary()}`)),
        patienceMs,
      )
      checks.add(check)
      check()
      await promise.finally(() => {
        clearTimeout(timer)
        checks.delete(check)
      })
    },
    changed() {
      for (const check of checks) check()
    },
  }
}
