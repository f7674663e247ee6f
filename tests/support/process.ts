import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

/** The program as an operator runs it, in a directory of its own. */
export type Running = AsyncDisposable & {
  readonly child: ChildProcess
  /** Everything it has written. */
  readonly output: () => string
  /** Resolves when it has written something that matches. */
  readonly said: (pattern: RegExp) => Promise<RegExpExecArray>
  /** Resolves with the exit status, or the name of the signal that ended it. */
  readonly ended: () => Promise<number | NodeJS.Signals | null>
  /** Sends a signal and waits for the end. */
  readonly end: (signal?: NodeJS.Signals) => Promise<number | NodeJS.Signals | null>
}

const patienceMs = 20_000

export function startProgram(env: Readonly<Record<string, string>>, args: readonly string[] = []): Running {
  return start([process.execPath, main, ...args], env)
}

/** The same by `npm start`. */
export function startByNpm(env: Readonly<Record<string, string>>): Running {
  return start(['npm', '--prefix', dirname(dirname(main)), 'start'], env)
}

function start([command, ...args]: readonly string[], env: Readonly<Record<string, string>>): Running {
  const directory = mkdtempSync(join(tmpdir(), 'jauap-run-'))
  const child = spawn(command!, args, {
    cwd: directory,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, LOG_LEVEL: 'info', DATABASE_URL: `sqlite:${join(directory, 'jauap.db')}`, ...env },
  })
  let text = ''
  const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  return {
    child,
    output: () => text,
    async said(pattern) {
      const { promise, resolve, reject } = Promise.withResolvers<RegExpExecArray>()
      const check = (): void => {
        const found = pattern.exec(text)
        if (found) resolve(found)
      }
      const fail = (why: string) => (): void => reject(new Error(`${why} without saying ${pattern}:\n${text}`))
      const timer = setTimeout(fail(`${patienceMs} ms passed`), patienceMs)
      child.stdout.on('data', check)
      child.stderr.on('data', check)
      child.once('close', fail('it ended'))
      check()
      return promise.finally(() => clearTimeout(timer))
    },
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
