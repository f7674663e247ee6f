import { readFileSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { basename } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { ReadContext } from './read-source.ts'

// A thread of its own: reads the file that it is started with, hands over the reading and ends. Like main.ts it loads
// the program only after this line, or each thread would strip the types anew.
enableCompileCache()

const { readSource } = await import('./read-source.ts')

const { path, context } = workerData as { path: string; context: ReadContext }
parentPort!.postMessage(await readSource({ name: basename(path), bytes: readFileSync(path) }, context), [])
