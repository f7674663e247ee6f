import { enableCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import type { Compiled } from './compile-apart.ts'

// A thread of its own: reads the pack that it is started with, compiles it, hands over the result and ends. Like
// main.ts it loads the program only after this line, or each thread would strip the types anew.
enableCompileCache()

const { PackError } = await import('../../knowledge/fault.ts')
const { readPackFiles } = await import('../../knowledge/pack-files.ts')
const { compileFiles } = await import('./load-knowledge.ts')

const { path } = workerData as { path: string }
try {
  const { bytes, key } = await compileFiles(readPackFiles(path))
  parentPort!.postMessage({ kind: 'compiled', bytes, key } satisfies Compiled, [bytes.buffer])
} catch (error) {
  if (!(error instanceof PackError)) throw error
  parentPort!.postMessage({ kind: 'faulty', faults: error.faults } satisfies Compiled, [])
}
