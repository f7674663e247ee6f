import { expect } from 'vitest'
import { runAnnounce } from '../../src/cli/announce/announce.ts'
import { UsageError } from '../../src/cli/parse.ts'
import { OperatorError } from '../../src/knowledge/fault.ts'
import { readConfig } from '../../src/operation/config.ts'
import { anAnnouncementFile } from './announce.ts'
import { bulletin, smallPack } from './packs.ts'

type Ended = { readonly status: number; readonly said: string }

/** The `announce` command on the database of a running program, in the process of the tests. */
export type Terminal = {
  /** Runs it with --json; returns what it printed, or throws with what it said. */
  readonly run: (...args: string[]) => Promise<Readonly<Record<string, unknown>>>
  /** Creates an announcement, and returns its id. */
  readonly create: (changes?: Readonly<Record<string, unknown>>) => Promise<string>
  readonly fails: (...args: string[]) => Promise<Ended>
}

/**
 * With the settings of the running program: the small pack unless KNOWLEDGE names another, and its DATABASE_URL.
 * `fails` returns what main.ts would say and end with, also 0 where nothing failed; what is no OperatorError is thrown.
 */
export function aTerminal(env: Readonly<Record<string, string>>): Terminal {
  const config = readConfig({ KNOWLEDGE: smallPack, ...env })
  const terminal: Terminal = {
    async run(...args) {
      const { status, said } = await terminal.fails(...args, '--json')
      expect(said, args.join(' ')).toMatch(/^\{/)
      expect(status).toBe(0)
      return JSON.parse(said) as Readonly<Record<string, unknown>>
    },
    async create(changes) {
      const { id } = await terminal.run('create', '--file', anAnnouncementFile(changes))
      return String(id)
    },
    /** With the status and the words that main.ts makes of what is thrown. */
    async fails(...args) {
      let said = ''
      try {
        await runAnnounce(args, config, bulletin, { stdin: process.stdin, stdout: { write: (text) => (said += text) } })
        return { status: 0, said }
      } catch (error) {
        if (!(error instanceof OperatorError)) throw error
        return { status: error instanceof UsageError ? 2 : 1, said: `${said}${error.message}\n` }
      }
    },
  }
  return terminal
}
