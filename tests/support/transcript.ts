/** What a program has written, and who waits for it to write something. */
export type Transcript = {
  readonly text: () => string
  readonly write: (chunk: string) => void
  /** Nothing more will be written. */
  readonly close: () => void
  /** Resolves when something that matches has been written; rejects if the program ends first, or after 20 s. */
  readonly said: (pattern: RegExp) => Promise<RegExpExecArray>
}

const patienceMs = 20_000

/** An empty one. `said` looks at all that was written from the start, so nothing is missed by asking late. */
export function createTranscript(): Transcript {
  const checks = new Set<() => void>()
  let text = ''
  let closed = false
  return {
    text: () => text,
    write(chunk) {
      text += chunk
      for (const check of checks) check()
    },
    close() {
      closed = true
      for (const check of checks) check()
    },
    async said(pattern) {
      const { promise, resolve, reject } = Promise.withResolvers<RegExpExecArray>()
      const fail = (why: string): void => reject(new Error(`${why} without saying ${pattern}:\n${text}`))
      const check = (): void => {
        const found = pattern.exec(text)
        if (found) resolve(found)
        else if (closed) fail('it ended')
      }
      const timer = setTimeout(() => fail(`${patienceMs} ms passed`), patienceMs)
      checks.add(check)
      check()
      return promise.finally(() => {
        clearTimeout(timer)
        checks.delete(check)
      })
    },
  }
}
