/** What takes longer is told of, so that nobody takes it for a program that hangs. */
const patienceMs = 1000

/** Where it is told: standard error, which is no part of what other programs read. */
type Told = { readonly isTTY?: boolean; readonly columns?: number; readonly write: (text: string) => unknown }

/**
 * Waits for something. If it takes longer than a second, says what it is: on a screen with the seconds that have
 * passed, which are wiped away when it is done; else in one line.
 */
export async function patiently<T>(what: string, told: Told, work: Promise<T>): Promise<T> {
  const begun = performance.now()
  let isTold = false
  const timer = setInterval(() => {
    const seconds = Math.round((performance.now() - begun) / 1000)
    // Shorter than the line: what is broken can't be written over.
    if (told.isTTY) told.write(`\r${`${seconds} s: ${what} …`.slice(0, (told.columns ?? 80) - 1)}`)
    else if (!isTold) told.write(`${what} …\n`)
    isTold = true
  }, patienceMs)
  try {
    return await work
  } finally {
    clearInterval(timer)
    // The whole line: xterm's "erase in line".
    if (isTold && told.isTTY) told.write('\r\u001B[2K')
  }
}
