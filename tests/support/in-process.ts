import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OperatorError } from '../../src/knowledge/fault.ts'
import { readConfig, secretsOf } from '../../src/operation/config.ts'
import { createLog } from '../../src/operation/log.ts'
import { serve } from '../../src/serve.ts'
import { bulletin, smallPack } from './packs.ts'
import type { Running } from './process.ts'
import { createTranscript, type Transcript } from './transcript.ts'

/**
 * The program in the process of the tests, which costs a hundredth of a start: from its settings to its end as main.ts
 * runs it, with the small pack unless KNOWLEDGE names another. A process of its own is for what only a process can
 * show: kills, signals, and what becomes of rejections that nobody waits for. `now`: its clock, if not the machine's.
 */
export function startInProcess(env: Readonly<Record<string, string>>, now = (): Date => new Date()): Running {
  const directory = mkdtempSync(join(tmpdir(), 'jauap-in-'))
  const transcript = createTranscript()
  const stop = new AbortController()
  const defaults = { HTTP_PORT: '0', KNOWLEDGE: smallPack, DATABASE_URL: `sqlite:${join(directory, 'jauap.db')}` }
  const ended = run({ ...defaults, ...env }, { stopping: stop.signal, now }, transcript).finally(transcript.close)
  const end = (): Promise<number> => {
    stop.abort()
    return ended
  }
  return {
    output: transcript.text,
    said: transcript.said,
    ended: () => ended,
    end,
    async [Symbol.asyncDispose]() {
      await end()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** Resolves with the exit status that the process would have. */
async function run(
  env: Readonly<Record<string, string>>,
  { stopping, now }: { readonly stopping: AbortSignal; readonly now: () => Date },
  { write }: Transcript,
): Promise<number> {
  try {
    const config = readConfig(env)
    const log = createLog(config.logLevel, secretsOf(config), { write })
    const onListening = (address: string): void => write(`listening on ${address}\n`)
    await serve(config, bulletin, { stopping, now, log, onListening })
    return 0
  } catch (error) {
    write(error instanceof OperatorError ? `${error.message}\n` : `stopped by a fault: ${String(error)}\n`)
    return 1
  }
}
