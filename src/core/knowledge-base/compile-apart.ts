import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { PackError, type Fault } from '../../knowledge/fault.ts'
import { decodeCompiled } from './compiled-bytes.ts'
import { openCompiled, type KnowledgeBase } from './knowledge-base.ts'

/** What the thread hands over. */
export type Compiled =
  | { readonly kind: 'compiled'; readonly bytes: Uint8Array<ArrayBuffer>; readonly key: Uint8Array }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] }

/**
 * Reads, checks and compiles a pack in a thread of its own, so that nobody waits for it who asks meanwhile. Opening the
 * result takes this thread some ten milliseconds. Throws a PackError that lists every fault, or what else ended the
 * thread; an abort ends it too.
 */
export async function compileApart(path: string, stopped?: AbortSignal): Promise<KnowledgeBase> {
  const worker = new Worker(new URL('compile-thread.ts', import.meta.url), { workerData: { path } })
  try {
    const compiled = await messageOf<Compiled>(worker, stopped)
    if (compiled.kind === 'faulty') throw new PackError(path, compiled.faults)
    const opened = decodeCompiled(compiled.bytes, compiled.key)
    // A thread runs the sources as they are now, and this one as they were.
    if (!opened) throw new Error('the program has changed since it was started; start it anew')
    return openCompiled(opened)
  } finally {
    await worker.terminate()
  }
}

/** The first message of a thread. Rejects if it ends without one, with its error if it has one. */
export async function messageOf<T>(worker: Worker, stopped?: AbortSignal): Promise<T> {
  const signal = stopped && { signal: stopped }
  const ended = once(worker, 'exit', signal).then(([status]) => {
    throw new Error(`the thread that compiles ended with status ${status} before it was done; start the program anew`)
  })
  const [message] = (await Promise.race([once(worker, 'message', signal), ended])) as [T]
  return message
}
