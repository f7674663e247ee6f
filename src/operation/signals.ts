/** Aborts at the first SIGTERM or SIGINT. The second ends the process at once: for whoever does not want to wait. */
export function abortOnSignal(): AbortSignal {
  const controller = new AbortController()
  const signals = ['SIGTERM', 'SIGINT'] as const
  const stop = (): void => {
    controller.abort()
    for (const signal of signals) process.off(signal, stop)
  }
  for (const signal of signals) process.on(signal, stop)
  return controller.signal
}
