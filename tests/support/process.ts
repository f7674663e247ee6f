import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createTranscript } from './transcript.ts'

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

/** The program while it runs, in a process of its own or in that of the tests. */
export type Running = AsyncDisposable & {
  /** Everything it has written. */
  readonly output: () => string
  /** Resolves when it has written something that matches. */
  readonly said: (pattern: RegExp) => Promise<RegExpExecArray>
  /** Resolves with the exit status, or the name of the signal that ended it. */
  readonly ended: () => Promise<number | NodeJS.Signals | null>
  /** Tells it to stop, and waits for the end. */
  readonly end: () => Promise<number | NodeJS.Signals | null>
}

/** The program as an operator runs it, in a process and a directory of its own. */
export type Program = Omit<Running, 'end'> & {
  readonly child: ChildProcess
  /** Sends a signal and waits for the end. */
  readonly end: (signal?: NodeJS.Signals) => Promise<number | NodeJS.Signals | null>
}

export function startProgram(env: Readonly<Record<string, string>>, args: readonly string[] = []): Program {
  return start([process.execPath, main, ...args], env)
}

/** The same by `npm start`. */
export function startByNpm(env: Readonly<Record<string, string>>): Program {
  return start(['npm', '--prefix', dirname(dirname(main)), 'start'], env)
}

function start([command, ...args]: readonly string[], env: Readonly<Record<string, string>>): Program {
  const directory = mkdtempSync(join(tmpdir(), 'jauap-run-'))
  const child = spawn(command!, args, {
    cwd: directory,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, LOG_LEVEL: 'info', DATABASE_URL: `sqlite:${join(directory, 'jauap.db')}`, ...env },
  })
  const transcript = createTranscript()
  const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', transcript.write)
  child.once('close', transcript.close)
  return {
    child,
    output: transcript.text,
    said: transcript.said,
    ended,
    end(signal = 'SIGTERM') {
      child.kill(signal)
      return ended()
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL')
        await exited
      }
      rmSync(directory, { recursive: true, force: true })
    },
  }

  async function ended(): Promise<number | NodeJS.Signals | null> {
    const [code, name] = await exited
    return code ?? name
  }
}
