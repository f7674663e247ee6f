import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, test } from 'vitest'
import { openStore } from '../../../src/core/store/open.ts'
import { describeAnnouncements } from '../../contract/announcements.ts'
import { describeMailings } from '../../contract/mailings.ts'
import { describeOffers } from '../../contract/offers.ts'
import { describePublication } from '../../contract/publication.ts'
import { describeStars } from '../../contract/stars.ts'
import { describeStore } from '../../contract/store.ts'
import { describeTopics } from '../../contract/topics.ts'
import { anEmptyPostgresDatabase, aPostgresDatabase } from '../../support/databases.ts'
import { aDirectory } from '../../support/packs.ts'

const directory = mkdtempSync(join(tmpdir(), 'jauap-store-'))

afterAll(() => rmSync(directory, { recursive: true }))

/** Of the first, the directory is not there either. */
function aFile(): Promise<string> {
  return Promise.resolve(`sqlite:${join(directory, 'new', `${randomUUID()}.db`)}`)
}

describeStore('SQLite', aFile, aFile)
describeStore('PostgreSQL', aPostgresDatabase, anEmptyPostgresDatabase)
describeAnnouncements('SQLite', aFile)
describeAnnouncements('PostgreSQL', aPostgresDatabase)
describeMailings('SQLite', aFile)
describeMailings('PostgreSQL', aPostgresDatabase)
describeOffers('SQLite', aFile)
describeOffers('PostgreSQL', aPostgresDatabase)
describePublication('SQLite', aFile)
describePublication('PostgreSQL', aPostgresDatabase)
describeStars('SQLite', aFile)
describeStars('PostgreSQL', aPostgresDatabase)
describeTopics('SQLite', aFile)
describeTopics('PostgreSQL', aPostgresDatabase)

test('SQLite waits for another process’s write without holding up everything else', async () => {
  const path = join(directory, `${randomUUID()}.db`)
  await using store = await openStore(`sqlite:${path}`)
  const other = new DatabaseSync(path)
  other.exec('begin immediate')
  let turns = 0
  const written = store.people.setLanguage({ platform: 'telegram', id: '1' }, 'ru')
  while (turns < 20) {
    await new Promise((resolve) => setImmediate(resolve))
    turns++
  }
  other.exec('rollback')
  other.close()
  await written
  expect(await store.people.settingsOf({ platform: 'telegram', id: '1' })).toMatchObject({ language: 'ru' })
})

test('SQLite tells everybody of a change who has marked an entry, also more than fit in a statement', async () => {
  const path = join(directory, `${randomUUID()}.db`)
  await using store = await openStore(`sqlite:${path}`)
  const now = new Date('2026-06-09T09:00:00Z')
  const people = 33_000
  const raw = new DatabaseSync(path)
  raw.exec(`
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${people})
    insert into destinations (id, platform, kind, chat, thread, publishes, hint, topics, standing, changed_at)
    select i, 'telegram', 'person', i, '', 0, 'en', '', 'personal', '' from n;
    insert into stars select id, 'pack', 'opening', 'old', 1, '' from destinations`)
  raw.close()
  const change = { pack: 'pack', entry: 'opening', from: 'old', to: 'new', notice: undefined, reminders: [] }
  expect(await store.stars.renew(change, now)).toBe(people)
})

describe('a database that can’t be used', () => {
  test('because the file is none is named, and left as it is', async () => {
    const path = join(aDirectory({ 'notes.db': 'these are notes, and no database at all'.repeat(100) }), 'notes.db')
    await expect(openStore(`sqlite:${path}`)).rejects.toThrow(new RegExp(`${path}.*not a database[^]*DATABASE_URL`))
  })

  test('because its path leads through a file is named', async () => {
    const path = join(aDirectory({ file: '' }), 'file', 'jauap.db')
    await expect(openStore(`sqlite:${path}`)).rejects.toThrow(/can't be used[^]*sqlite:PATH/)
  })

  test('because nothing listens is named without its password', async () => {
    const opened = openStore('postgres://jauap:hush@127.0.0.1:1/jauap')
    await expect(opened).rejects.toThrow(
      /postgres:\/\/jauap@127.0.0.1:1\/jauap can't be used: .*ECONNREFUSED[^]*server runs/,
    )
  })

  test.skipIf(process.getuid?.() === 0)('because it may not be written is named', async () => {
    const path = join(aDirectory({ 'jauap.db': '' }), 'jauap.db')
    writeFileSync(path, '')
    chmodSync(path, 0o400)
    await expect(openStore(`sqlite:${path}`)).rejects.toThrow(/readonly/)
  })
})
