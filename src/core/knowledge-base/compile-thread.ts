import { enableCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { PackError } from '../../knowledge/fault.ts'
import { readPackFiles } from '../../knowledge/pack-files.ts'
import type { Compiled } from './compile-apart.ts'
import { compileFiles } from './load-knowledge.ts'

// A thread of its own: reads the pack that it is started with, compiles it, hands over the result and ends.
enableCompileCache()

const { path } = workerData as { path: string }
try {
  const { bytes, key } = await compileFiles(readPackFiles(path))
  parentPort!.postMessage({ kind: 'compiled', bytes, key } satisfies Compiled, [bytes.buffer])
} catch (error) {
  if (!(error instanceof PackError)) throw error
  parentPort!.postMessage({ kind: 'faulty', faults: error.faults } satisfies Compiled, [])
}
