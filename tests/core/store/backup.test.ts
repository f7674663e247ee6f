import { randomUUID } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { backUp } from '../../../src/core/store/backup/back-up.ts'
import { restore } from '../../../src/core/store/backup/restore.ts'
import { sqlitePath, type DatabaseEngine } from '../../../src/core/store/database-url.ts'
import { openStore } from '../../../src/core/store/open.ts'
import { besideProgram } from '../../support/announce.ts'
import { aCopyOnPostgres, anEmptyPostgresDatabase } from '../../support/databases.ts'
import { aDirectory } from '../../support/packs.ts'

const now = new Date('2026-04-22T09:00:00Z')
const person = { platform: 'telegram', id: '7' } as const
const engines = ['sqlite', 'postgres'] as const

async function aDatabase(engine: DatabaseEngine): Promise<string> {
  return engine === 'sqlite' ? `sqlite:${join(aDirectory({}), 'jauap.db')}` : anEmptyPostgresDatabase()
}

/** What lies in the directory of an SQLite database. */
function filesBeside(url: string): string[] {
  return readdirSync(dirname(sqlitePath(url)!))
}

function aFile(): string {
  return join(aDirectory({}), `${randomUUID()}.db`)
}

/** Puts in somebody who chose a language, 1200 who subscribed, a file, and an announcement that is out. */
async function fill(url: string): Promise<string> {
  await using store = await openStore(url)
  await store.people.setLanguage(person, 'ru')
  for (let nth = 1; nth <= 1200; nth++)
    await store.destinations.subscribe(
      { platform: 'telegram', kind: 'person', chat: String(nth), hint: 'en' },
      'active',
      now,
    )
  await store.files.attach('plan.pdf', 'application/pdf', Uint8Array.of(0, 255, 7))
  await using beside = besideProgram(url)
  await beside.send()
  await store.schedule.start('1', now, { act: 'start', who: 'jauap', at: now })
  return url
}

const directory = mkdtempSync(join(tmpdir(), 'jauap-filled-'))
afterAll(() => rmSync(directory, { recursive: true }))

/** Filled once for all tests. */
const filled = {
  sqlite: await fill(`sqlite:${join(directory, 'filled.db')}`),
  postgres: await fill(await anEmptyPostgresDatabase()),
}

/** A copy of a filled database. */
async function aFilledDatabase(engine: DatabaseEngine): Promise<string> {
  if (engine === 'postgres') return aCopyOnPostgres(filled.postgres)
  const url = await aDatabase(engine)
  copyFileSync(sqlitePath(filled.sqlite)!, sqlitePath(url)!)
  return url
}

/** What is told of a database after a restoration. */
async function told(url: string) {
  await using store = await openStore(url)
  const [announcement] = await store.announcements.list(9)
  await using beside = besideProgram(url)
  const { total, pending } = await beside.report('1')
  const file = await store.files.attachment('1')
  const next = await store.destinations.subscribe(
    { platform: 'telegram', kind: 'person', chat: 'new', hint: 'en' },
    'active',
    now,
  )
  return {
    language: (await store.people.settingsOf(person)).language,
    state: announcement?.state,
    pause: announcement?.pause?.why,
    total,
    pending,
    file: file && [...file],
    next: next.id,
  }
}

const whole = {
  language: 'ru',
  state: 'paused',
  pause: 'asked',
  total: 1200,
  pending: 1200,
  file: [0, 255, 7],
  next: 1201,
}

describe.for(engines)('a database on %s', (engine) => {
  test('is backed up while it is used, and restored on either engine; what was being sent is paused', async () => {
    const url = await aFilledDatabase(engine)
    const file = aFile()
    {
      await using store = await openStore(url)
      const { rows } = await backUp(url, file)
      expect(rows).toBeGreaterThan(2400)
      await store.people.setLanguage(person, 'en')
    }
    expect(statSync(file).mode & 0o777).toBe(0o600)
    for (const target of engines) {
      const lost = await aDatabase(target)
      expect(await restore(lost, file, { replace: false, now })).toMatchObject({ halted: 1, setAside: undefined })
      expect(await told(lost)).toEqual(whole)
    }
  })

  test('that holds something is replaced only when that is said', async () => {
    const url = await aFilledDatabase(engine)
    const file = aFile()
    await backUp(url, file)
    {
      await using store = await openStore(url)
      await store.people.setLanguage(person, 'kk')
    }
    await expect(restore(url, file, { replace: false, now })).rejects.toThrow(/holds something already.*--replace/)
    {
      await using store = await openStore(url)
      expect((await store.people.settingsOf(person)).language).toBe('kk')
    }
    await restore(url, file, { replace: true, now })
    expect(await told(url)).toEqual(whole)
  })

  test('that is not there yet can’t be backed up, and leaves no file', async () => {
    const file = aFile()
    await expect(backUp(await aDatabase(engine), file)).rejects.toThrow(/can't be used: there (?:is|are) no/)
    expect(existsSync(file)).toBe(false)
    expect(existsSync(`${file}.unfinished`)).toBe(false)
  })
})

describe('a back-up', () => {
  test('is never written over another file', async () => {
    const file = join(aDirectory({ 'kept.db': 'kept' }), 'kept.db')
    await expect(backUp(await aFilledDatabase('sqlite'), file)).rejects.toThrow(/is there already; name a new file/)
    expect(readFileSync(file, 'utf8')).toBe('kept')
  })

  test.for(engines)('of %s can be read by its owner alone while it is written, too', async (engine) => {
    const url = await aFilledDatabase(engine)
    const file = aFile()
    const seen = new Set<number>()
    let isDone = false
    const look = (): void => {
      const mode = statSync(`${file}.unfinished`, { throwIfNoEntry: false })?.mode
      if (mode !== undefined) seen.add(mode & 0o777)
      if (!isDone) setImmediate(look)
    }
    const written = backUp(url, file).finally(() => (isDone = true))
    look()
    await written
    expect([...seen]).toEqual([0o600])
  })

  test.for(engines)('of %s is made where one that was cut off has left its beginning', async (engine) => {
    const url = await aFilledDatabase(engine)
    const file = aFile()
    for (const end of ['', '-wal', '-journal']) writeFileSync(`${file}.unfinished${end}`, 'left')
    expect((await backUp(url, file)).rows).toBeGreaterThan(2400)
    expect(readdirSync(dirname(file))).toEqual([basename(file)])
  })

  test.for(engines)('of %s that can’t be written is refused by its name', async (engine) => {
    const url = await aFilledDatabase(engine)
    await expect(backUp(url, '/proc/copy.db')).rejects.toThrow(/^\/proc\/copy\.db can't be written: ENOENT/)
  })

  test('takes the place of a damaged file, which is kept', async () => {
    const url = await aFilledDatabase('sqlite')
    const path = sqlitePath(url)!
    const file = aFile()
    await backUp(url, file)
    writeFileSync(path, 'damaged')
    const { setAside } = await restore(url, file, { replace: true, now })
    expect(readFileSync(setAside!, 'utf8')).toBe('damaged')
    expect(await told(url)).toEqual(whole)
  })

  test.for([
    { what: 'text', content: () => Buffer.from('no database') },
    { what: 'cut short', content: (whole: Buffer) => whole.subarray(0, whole.length / 2) },
    { what: 'damaged', content: (whole: Buffer) => Buffer.from(whole).fill(0xab, 4096, 40_960) },
  ])('that is $what is refused by name, and the database stays as it is', async ({ content }) => {
    const url = await aFilledDatabase('sqlite')
    const file = aFile()
    await backUp(url, file)
    writeFileSync(file, content(readFileSync(file)))
    await expect(restore(url, file, { replace: true, now })).rejects.toThrow(`${file} can't be restored`)
    await using store = await openStore(url)
    expect((await store.people.settingsOf(person)).language).toBe('ru')
    expect(filesBeside(url).filter((name) => name.includes('restor'))).toEqual([])
  })

  test('is not restored into an SQLite file that a program has open', async () => {
    const url = await aFilledDatabase('sqlite')
    const file = aFile()
    await backUp(url, file)
    await using store = await openStore(url)
    await store.ping()
    await expect(restore(url, file, { replace: true, now })).rejects.toThrow(/is being used; stop the program first/)
    expect((await store.people.settingsOf(person)).language).toBe('ru')
  })

  test('is not restored into a PostgreSQL database that another program uses', async () => {
    const url = await aFilledDatabase('postgres')
    const file = aFile()
    await backUp(url, file)
    // In a container each program has the same process id.
    const other = new pg.Client({ connectionString: url, application_name: `jauap ${process.pid}` })
    await other.connect()
    onTestFinished(() => other.end())
    await expect(restore(url, file, { replace: true, now })).rejects.toThrow(/is being used; stop the program first/)
  })

  test('that can’t be put where the database is to be is not blamed for it', async () => {
    const file = aFile()
    await backUp(await aFilledDatabase('sqlite'), file)
    await expect(restore('sqlite:/proc/x/y.db', file, { replace: false, now })).rejects.toThrow(
      /The database sqlite:\/proc\/x\/y\.db can't be used: ENOENT/,
    )
  })

  test('is restored beside what a restoration that was cut off has left', async () => {
    const url = await aFilledDatabase('sqlite')
    const file = aFile()
    await backUp(url, file)
    const path = sqlitePath(url)!
    const other = aFile()
    copyFileSync(file, other)
    using database = new DatabaseSync(other)
    database.exec(`pragma journal_mode = wal; update people set language = 'kk'`)
    copyFileSync(`${other}-wal`, `${path}.restoring-wal`)
    await restore(url, file, { replace: true, now })
    expect(await told(url)).toEqual(whole)
  })

  test('of a newer version is refused by name', async () => {
    const url = await aFilledDatabase('sqlite')
    const file = aFile()
    await backUp(url, file)
    const database = new DatabaseSync(file)
    database.exec(`insert into kysely_migration (name, timestamp) values ('0999-later', '2027')`)
    database.close()
    await expect(restore(url, file, { replace: true, now })).rejects.toThrow(/a newer version of Jauap.*0999-later/)
    expect(filesBeside(url)).toEqual(['jauap.db'])
    const other = await aDatabase('postgres')
    const temporary = aDirectory({})
    vi.stubEnv('TMPDIR', temporary)
    onTestFinished(() => void vi.unstubAllEnvs())
    await expect(restore(other, file, { replace: true, now })).rejects.toThrow(/0999-later/)
    expect(readdirSync(temporary)).toEqual([])
  })
})
