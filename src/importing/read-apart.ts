import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { Worker } from 'node:worker_threads'
import { firstLine } from '../knowledge/pack-files.ts'
import { limits } from './files/limits.ts'
import { emptyProgramme, type Reading } from './programme/programme.ts'
import type { ReadContext } from './read-source.ts'

/** What reading may take; lower only in tests. */
export type Bounds = { readonly memory: number; readonly ms: number }

/** How often memory is looked at: what a library unpacks grows by some hundred megabytes a second. */
const lookEveryMs = 25

/**
 * Reads a file in a thread of its own, which is ended if it takes more memory or time than any programme does: a file
 * may be made to make a library do so. What can't be read is a fault; never throws for bad input.
 */
export async function readApart(path: string, context: ReadContext, bounds: Bounds = limits): Promise<Reading> {
  const refusal = refuse(path)
  if (refusal !== undefined) return faulty(path, refusal)
  const worker = new Worker(new URL('read-thread.ts', import.meta.url), {
    workerData: { path, context },
    resourceLimits: { maxOldGenerationSizeMb: Math.ceil(bounds.memory / 1_000_000) },
    // Libraries warn of what they meet in a file; whoever imports is told by faults and notes.
    stdout: true,
    stderr: true,
  })
  const { promise, resolve } = Promise.withResolvers<Reading>()
  worker.once('message', resolve)
  worker.once('error', (error: NodeJS.ErrnoException) => resolve(faulty(path, whyFailed(error))))
  const stopLooking = lookAfter(bounds, (why) => resolve(faulty(path, why)))
  try {
    return await promise
  } finally {
    stopLooking()
    await worker.terminate()
  }
}

/** Why a file is not even opened. */
function refuse(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats) return 'there is no such file; correct its name'
  if (!stats.isFile()) return 'this is no file; name the file to import'
  if (stats.size <= limits.file) return undefined
  const most = `more than the ${limits.file / 1_000_000} MB of any programme`
  return `it has ${Math.round(stats.size / 1_000_000)} MB, ${most}; leave out pictures`
}

const tooMuch = 'reading it takes more memory than any programme does; save it anew, without what is no programme'

/** A fault of a library, or of ours: the file is of a kind that nobody thought of. */
function whyFailed(error: NodeJS.ErrnoException): string {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return tooMuch
  return `it can't be read (${firstLine(error)}); save it anew, or in another format`
}

/** Tells when reading takes more than it may. Returns what ends the looking. */
function lookAfter({ memory, ms }: Bounds, tell: (why: string) => void): () => void {
  let least = process.memoryUsage.rss()
  const look = setInterval(() => {
    const now = process.memoryUsage.rss()
    // What others give back meanwhile is not the file's to take.
    least = Math.min(least, now)
    if (now - least > memory) tell(tooMuch)
  }, lookEveryMs)
  const end = setTimeout(() => {
    tell(`reading it takes longer than ${Math.round(ms / 1000)} seconds; save it anew, or in another format`)
  }, ms)
  return () => {
    clearInterval(look)
    clearTimeout(end)
  }
}

function faulty(path: string, message: string): Reading {
  return { programme: emptyProgramme, faults: [{ file: basename(path), place: '', message }], notes: [] }
}
