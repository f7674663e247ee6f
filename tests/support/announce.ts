import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { State } from '../../src/core/mailing/mailing.ts'
import { openCommands } from '../../src/core/announcements/commands.ts'
import { readDraft } from '../../src/core/announcements/draft.ts'
import { reportOn, type Report } from '../../src/core/announcements/report.ts'
import type { Topic } from '../../src/core/mailing/topic.ts'
import type { Platform } from '../../src/core/people/people.ts'
import { openStore, type Store } from '../../src/core/store/open.ts'
import { aDirectory } from './packs.ts'

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

/** The database beside a running program, kept open: what another process on the same database would do and see. */
export type Beside = AsyncDisposable & {
  /** Creates an announcement and sends it; returns its id. */
  readonly send: (changes?: Readonly<Record<string, unknown>>) => Promise<string>
  readonly report: (id: string) => Promise<Report>
  /** Waits until it is in a state with nothing to be sent, corrected or recalled any more. */
  readonly reached: (id: string, state?: State) => Promise<Report>
  /** Makes subscribers of so many people, and returns the ids of their private chats. */
  readonly subscribe: (platform: Platform, count: number) => Promise<string[]>
  /** Names a topic of announcements; returns its id. */
  readonly topic: (name: Topic['name']) => Promise<string>
  /** Waits until an announcement to everyone would come to so many. */
  readonly audienceIs: (total: number) => Promise<void>
}

const patienceMs = 25_000
const pollMs = 20

/** Opens the database when it is first needed, which may be after the program has made it. `clock`: the program's. */
export function besideProgram(url: string, clock = (): Date => new Date()): Beside {
  let opened: Promise<Store> | undefined
  const store = (): Promise<Store> => (opened ??= openStore(url))
  const beside: Beside = {
    async send(changes = {}) {
      const { announcements, figures, topics } = await store()
      const read = readDraft({ ...texts, ...changes }, zone)
      if (!('draft' in read)) throw new Error(read.faults.join())
      const commands = openCommands({ announcements, figures, topics, measures: [], timeZone: () => zone })
      const now = clock()
      const { id } = await commands.create({ ...read.draft, author: 'terminal:test' }, now)
      const done = await commands.send(id, { who: 'terminal:test', now, language: 'en' })
      if (done.kind !== 'done') throw new Error(JSON.stringify(done))
      return id
    },
    async report(id) {
      const { announcements, figures } = await store()
      return reportOn((await announcements.find(id))!, figures)
    },
    async reached(id, state = 'sent') {
      let report: Report | undefined
      await until(
        async () =>
          (report = await beside.report(id)).state === state &&
          report.pending +
            (report.correction?.pending ?? 0) +
            (report.recall?.pending ?? 0) +
            (report.publication?.pending ?? 0) ===
            0,
        () => `announcement ${id} is ${state}: ${JSON.stringify(report)}`,
      )
      return report!
    },
    async subscribe(platform, count) {
      const { destinations } = await store()
      const chats = Array.from({ length: count }, (_, nth) => String(700_000 + nth))
      for (const chat of chats)
        await destinations.subscribe({ platform, kind: 'person', chat, route: chat, hint: 'en' }, 'active', new Date())
      return chats
    },
    async topic(name) {
      return (await (await store()).topics.add(name, new Date())).id
    },
    async audienceIs(total) {
      const { figures } = await store()
      let found = -1
      await until(
        async () => (found = (await figures.count({})).reduce((sum, { count }) => sum + count, 0)) === total,
        () => `comes to ${total}, not ${found}`,
      )
    },
    async [Symbol.asyncDispose]() {
      await (await opened)?.[Symbol.asyncDispose]()
    },
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
