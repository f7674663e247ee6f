import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import type { State } from '../../src/core/mailing/mailing.ts'
import { openCommands } from '../../src/core/announcements/commands.ts'
import { readDraft } from '../../src/core/announcements/draft.ts'
import { reportOn, type Report } from '../../src/core/announcements/report.ts'
import { withStore } from '../../src/core/store/open.ts'
import { aDirectory } from './packs.ts'
import { startProgram } from './process.ts'

const texts = {
  title: { kk: 'Зал ауысты', ru: 'Зал изменён', en: 'Hall changed' },
  body: { kk: 'Жаңасы – **B**', ru: 'Теперь **B**', en: 'Now **B**' },
  urgency: 'urgent',
}

const zone = 'Asia/Almaty'

/** An announcement in three languages, as a file for `announce create`. */
export function anAnnouncementFile(changes: Readonly<Record<string, unknown>> = {}): string {
  const path = join(aDirectory({}), 'announcement.json')
  writeFileSync(path, JSON.stringify({ ...texts, ...changes }))
  return path
}

/** The `announce` command beside a running program, on the same database. */
export type Terminal = {
  /** Runs it with --json; returns what it printed, or throws with what it said. */
  readonly run: (...args: string[]) => Promise<Readonly<Record<string, unknown>>>
  /** Creates an announcement, and returns its id. */
  readonly create: (changes?: Readonly<Record<string, unknown>>) => Promise<string>
  readonly fails: (...args: string[]) => Promise<{ status: number | string | null; said: string }>
}

export function aTerminal(env: Readonly<Record<string, string>>): Terminal {
  return {
    async run(...args) {
      const { status, said } = await ended([...args, '--json'])
      expect(said, args.join(' ')).toMatch(/^\{/)
      expect(status).toBe(0)
      return JSON.parse(said) as Readonly<Record<string, unknown>>
    },
    async create(changes) {
      const { id } = await this.run('create', '--file', anAnnouncementFile(changes))
      return String(id)
    },
    fails: (...args) => ended(args),
  }

  async function ended(args: readonly string[]): Promise<{ status: number | string | null; said: string }> {
    await using program = startProgram(env, ['announce', ...args])
    return { status: await program.ended(), said: program.output() }
  }
}

/**
 * The database beside a running program, for what tests do often: as the terminal does it, without a process for each step.
 */
export type Beside = {
  /** Creates an announcement and sends it; returns its id. */
  readonly send: (changes?: Readonly<Record<string, unknown>>) => Promise<string>
  readonly report: (id: string) => Promise<Report>
  /** Waits until it is in a state with nothing to be sent, corrected or recalled any more. */
  readonly reached: (id: string, state?: State) => Promise<Report>
  /** Waits until an announcement to everyone would come to so many. */
  readonly audienceIs: (total: number) => Promise<void>
}

const patienceMs = 25_000
const pollMs = 50

export function besideProgram(url: string): Beside {
  const beside: Beside = {
    send: (changes = {}) =>
      withStore(url, async ({ announcements, figures }) => {
        const read = readDraft({ ...texts, ...changes }, zone)
        if (!('draft' in read)) throw new Error(read.faults.join())
        const commands = openCommands({ announcements, figures, measures: [], pack: { timeZone: zone } })
        const now = new Date()
        const { id } = await commands.create({ ...read.draft, author: 'terminal:test' }, now)
        const done = await commands.send(id, { who: 'terminal:test', now, language: 'en' })
        if (done.kind !== 'done') throw new Error(JSON.stringify(done))
        return id
      }),
    report: (id) =>
      withStore(url, async ({ announcements, figures }) => reportOn((await announcements.find(id))!, figures)),
    async reached(id, state = 'sent') {
      let report: Report | undefined
      await until(
        async () =>
          (report = await beside.report(id)).state === state &&
          report.pending + (report.correction?.pending ?? 0) + (report.recall?.pending ?? 0) === 0,
        () => `announcement ${id} is ${state}: ${JSON.stringify(report)}`,
      )
      return report!
    },
    audienceIs: (total) =>
      withStore(url, async ({ figures }) => {
        let found = -1
        await until(
          async () => (found = (await figures.count({})).reduce((sum, { count }) => sum + count, 0)) === total,
          () => `comes to ${total}, not ${found}`,
        )
      }),
  }
  return beside
}

/** Nothing tells when another process has changed the database. */
async function until(condition: () => Promise<boolean>, what: () => string): Promise<void> {
  for (const deadline = performance.now() + patienceMs; !(await condition());) {
    if (performance.now() > deadline) throw new Error(`not within ${patienceMs} ms: ${what()}`)
    await pause(pollMs)
  }
}
