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
    const [compiled] = (await once(worker, 'message', stopped && { signal: stopped })) as [Compiled]
    if (compiled.kind === 'faulty') throw new PackError(path, compiled.faults)
    const opened = decodeCompiled(compiled.bytes, compiled.key)
    if (!opened) throw new Error('a thread compiled a pack that another does not take')
    return openCompiled(opened)
  } finally {
    await worker.terminate()
  }
}
