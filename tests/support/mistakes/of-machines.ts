import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openStore } from '../../../src/core/store/open.ts'
import { program, type Mistake, type Scene } from './operator.ts'
import { env } from './settings.ts'

function file(scene: Scene, name: string, content: string | Buffer): string {
  const path = join(scene.directory, name)
  writeFileSync(path, content)
  return path
}

async function aDatabase(scene: Scene): Promise<string> {
  const path = join(scene.directory, 'jauap.db')
  await using store = await openStore(`sqlite:${path}`)
  await store.ping()
  return path
}

/** Where a machine has a Node of its own, it is usually an older one. */
const olderNode = '/usr/bin/node'

/** A file system of half a megabyte that is full. */
function aFullDisk(scene: Scene): string {
  const disk = join(scene.directory, 'disk')
  mkdirSync(disk)
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', disk])
  spawnSync('sh', ['-c', `cat /dev/zero > ${disk}/filler`])
  return disk
}

/** What operators do wrong with files, rights, disks and versions. */
export const ofMachines: readonly Mistake[] = [
  {
    kind: 'files',
    what: '.env is a directory',
    make(scene) {
      mkdirSync(join(scene.directory, '.env'))
      return {}
    },
    says: /The settings in \.env can't be read: it is no file/,
    ends: 1,
  },
  {
    kind: 'files',
    what: '.env in UTF-16, as Windows’ shell writes it',
    make(scene) {
      file(scene, '.env', Buffer.from('LOG_LEVEL=warn\n', 'utf16le'))
      return {}
    },
    says: /\.env can't be read: it is not written in UTF-8/,
    ends: 1,
  },
  {
    kind: 'files',
    what: 'a pack that is not there',
    make: env({ KNOWLEDGE: './my-evnt' }),
    says: /my-evnt.*can't be read/,
    ends: 1,
  },
  {
    kind: 'files',
    what: 'a pack with a fault',
    make: (scene) => ({ env: { KNOWLEDGE: file(scene, 'entries.yaml', '- { id: a, dates: "2025-02-30" }') } }),
    says: /entries\.yaml, line 1.*no such day/,
    ends: 1,
  },
  {
    kind: 'files',
    what: 'a pack with a pipe among its files',
    make(scene) {
      const pack = join(scene.directory, 'pack')
      mkdirSync(pack)
      spawnSync('mkfifo', [join(pack, 'entries.yaml')])
      return { env: { KNOWLEDGE: pack } }
    },
    says: /entries\.yaml: .*no file/,
    ends: 1,
  },
  {
    kind: 'files',
    what: 'a pack with an endless file',
    make(scene) {
      const pack = join(scene.directory, 'pack')
      mkdirSync(pack)
      symlinkSync('/dev/zero', join(pack, 'entries.yaml'))
      return { env: { KNOWLEDGE: pack } }
    },
    says: /entries\.yaml: .*no file/,
    ends: 1,
  },
  {
    kind: 'files',
    what: 'a database where no directory can be made: sqlite:/proc/x/y.db',
    make: env({ DATABASE_URL: 'sqlite:/proc/x/y.db' }),
    says: /The database sqlite:\/proc\/x\/y\.db can't be used: ENOENT/,
    ends: 1,
  },
  {
    kind: 'files',
    what: 'a new pack where no directory can be made: /proc/x/y',
    make: () => ({ args: ['knowledge', 'new', '/proc/x/y'] }),
    says: /\/proc\/x\/y can't be made: ENOENT/,
    ends: 1,
  },
  {
    kind: 'files',
    what: 'an import where no directory can be made: /proc/x/y',
    make(scene) {
      const programme = file(scene, 'programme.csv', 'Date,Time,Title\n2026-06-10,10:00,Rivers\n')
      return { args: ['knowledge', 'import', programme, '--to', '/proc/x/y'] }
    },
    says: /\/proc\/x\/y can't be made: ENOENT/,
    ends: 1,
  },
  {
    kind: 'files',
    what: 'a database that is a directory',
    make: (scene) => ({ env: { DATABASE_URL: `sqlite:${scene.directory}` } }),
    says: /The database .* can't be used: unable to open/,
    ends: 1,
  },
  {
    kind: 'files',
    what: 'a database that is a device: sqlite:/dev/zero',
    make: env({ DATABASE_URL: 'sqlite:/dev/zero' }),
    says: /The database .* can't be used/,
    ends: 1,
  },
  {
    kind: 'files',
    what: 'a database that is none',
    make(scene) {
      file(scene, 'jauap.db', 'a letter to my aunt, which is longer than the header of a database. '.repeat(20))
      return {}
    },
    says: /The database .* can't be used: file is not a database/,
    ends: 1,
  },
  {
    kind: 'files',
    what: 'PostgreSQL that is not running',
    make: env({ DATABASE_URL: 'postgres://u:secret@127.0.0.1:1/d' }),
    says: /The database postgres:\/\/u@127\.0\.0\.1:1\/d can't be used: connect ECONNREFUSED/,
    ends: 1,
  },
  {
    kind: 'files',
    what: 'PostgreSQL’s port, where something else listens and says nothing',
    make: (scene) => ({ env: { DATABASE_URL: `postgres://u:secret@127.0.0.1:${scene.silentPort}/d` } }),
    says: /The database .* can't be used: timeout/,
    ends: 1,
  },
  {
    kind: 'versions',
    what: 'an older Node',
    make: () => ({ command: [olderNode, program] }),
    says: /Jauap needs Node 26; this is 2\d/,
    ends: 1,
  },
  {
    kind: 'versions',
    what: 'an older Jauap with a newer database',
    async make(scene) {
      const database = new DatabaseSync(await aDatabase(scene))
      database.exec(`insert into kysely_migration (name, timestamp) values ('0999-later', '2027')`)
      database.close()
      return {}
    },
    says: /a newer version of Jauap has changed its tables \(0999-later\)[^]*restore/,
    ends: 1,
  },
  {
    kind: 'rights',
    what: 'a directory that may not be written to',
    make(scene) {
      const kept = join(scene.directory, 'kept')
      mkdirSync(kept, { mode: 0o555 })
      return { asNobody: true, env: { DATABASE_URL: `sqlite:${kept}/jauap.db` } }
    },
    says: /The database .* can't be used: unable to open[^]*may be written/,
    ends: 1,
  },
  {
    kind: 'rights',
    what: 'a database of root',
    async make(scene) {
      chmodSync(await aDatabase(scene), 0o644)
      return { asNobody: true }
    },
    says: /The database .* can't be used: .*readonly[^]*may be written/,
    ends: 1,
  },
  {
    kind: 'rights',
    what: '.env of root',
    make(scene) {
      chmodSync(file(scene, '.env', 'LOG_LEVEL=warn\n'), 0o600)
      return { asNobody: true }
    },
    says: /The settings in \.env can't be read: EACCES/,
    ends: 1,
  },
  {
    kind: 'disk',
    what: 'a full disk at start',
    make: (scene) => ({ env: { DATABASE_URL: `sqlite:${aFullDisk(scene)}/jauap.db` } }),
    says: /The database .* can't be used: .*(?:full|I\/O error)[^]*the disk has room/,
    ends: 1,
  },
  {
    kind: 'disk',
    what: 'a full disk for a back-up',
    async make(scene) {
      await aDatabase(scene)
      return { args: ['backup', join(aFullDisk(scene), 'copy.db')] }
    },
    says: /disk\/copy\.db can't be written: .*(?:full|I\/O error|no space)/i,
    ends: 1,
  },
]
