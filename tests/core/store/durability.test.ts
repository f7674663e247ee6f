import { spawnSync } from 'node:child_process'
import { closeSync, copyFileSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, backup } from 'node:sqlite'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../../src/core/store/open.ts'
import { anAnnouncementFile } from '../../support/announce.ts'
import { startInProcess } from '../../support/in-process.ts'
import { aDirectory, smallPack } from '../../support/packs.ts'
import { startProgram } from '../../support/process.ts'
import { startBotApi } from '../../support/telegram/server.ts'

const person = { platform: 'telegram', id: '7' } as const

/** A file system of so many kilobytes; undefined where none can be made. */
function aSmallDisk(kilobytes: number): string | undefined {
  const directory = mkdtempSync(join(tmpdir(), 'jauap-disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', directory]).status === 0
  onTestFinished(() => {
    if (mounted) spawnSync('umount', [directory])
    rmSync(directory, { recursive: true, force: true })
  })
  return mounted ? directory : undefined
}

function fill(directory: string): void {
  const file = openSync(join(directory, 'filler'), 'w')
  const block = Buffer.alloc(1024)
  try {
    for (;;) writeSync(file, block)
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOSPC' })
  } finally {
    closeSync(file)
  }
}

async function filled(): Promise<string> {
  const path = join(aDirectory({}), 'jauap.db')
  await using store = await openStore(`sqlite:${path}`)
  await store.people.setLanguage(person, 'ru')
  return path
}

describe('a database', () => {
  test('is whole after kills at any moment of its first start', async () => {
    const url = `sqlite:${join(aDirectory({}), 'jauap.db')}`
    for (let ms = 150; ms < 650; ms += 50) {
      await using program = startProgram({ DATABASE_URL: url }, ['feedback'])
      const kill = setTimeout(() => program.child.kill('SIGKILL'), ms)
      await program.ended()
      clearTimeout(kill)
    }
    await using store = await openStore(url)
    await store.probe()
    expect(await store.announcements.list(1)).toEqual([])
  })

  test('is well also where a proof that it can be written was cut off, by a process of the same id', async () => {
    const path = await filled()
    const left = new DatabaseSync(path)
    left.exec(`insert into workers (id, platform, seen_at) values ('probe ${process.pid}', 'telegram', '')`)
    left.close()
    await using store = await openStore(`sqlite:${path}`)
    await store.probe()
  })

  test('that is damaged ends the start with its name, what to do and status 1, and is left as it is', async () => {
    const path = await filled()
    const bytes = readFileSync(path)
    for (let at = 4096; at < bytes.length; at += 4096) bytes.fill(0xab, at, at + 200)
    writeFileSync(path, bytes)
    await using api = await startBotApi()
    await using program = startInProcess({
      DATABASE_URL: `sqlite:${path}`,
      TELEGRAM_BOT_TOKEN: api.token,
      TELEGRAM_API_ROOT: api.root,
    })
    expect(await program.ended()).toBe(1)
    expect(program.output()).toMatch(new RegExp(`The database sqlite:${path} can't be used: [^]*restore a back-up`))
    expect(program.output()).not.toMatch(/\n {4}at /)
    expect(readFileSync(path).equals(bytes)).toBe(true)
  })

  test('on a full disk ends the start, and an act in the terminal, by name and with status 1; nothing is lost', async ({
    skip,
  }) => {
    const disk = aSmallDisk(600) ?? skip('file systems can’t be mounted here')
    const env = { DATABASE_URL: `sqlite:${join(disk, 'jauap.db')}`, KNOWLEDGE: smallPack }
    {
      await using store = await openStore(env.DATABASE_URL)
      await store.people.setLanguage(person, 'ru')
    }
    fill(disk)
    await using api = await startBotApi()
    await using program = startProgram({ ...env, TELEGRAM_BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.root })
    expect(await program.ended()).toBe(1)
    expect(program.output()).toMatch(/(?:disk is full|disk I\/O error)[^]*the disk has room/)
    await using created = startProgram(env, ['announce', 'create', '--file', anAnnouncementFile()])
    expect(await created.ended()).toBe(1)
    expect(created.output()).toMatch(/^The database .*(?:disk is full|disk I\/O error)/)
    rmSync(join(disk, 'filler'))
    await using store = await openStore(env.DATABASE_URL)
    expect(await store.people.settingsOf(person)).toMatchObject({ language: 'ru' })
  })

  test('that may only be read ends the start with its name and status 1', async ({ skip }) => {
    const disk = aSmallDisk(600) ?? skip('file systems can’t be mounted here')
    copyFileSync(await filled(), join(disk, 'jauap.db'))
    spawnSync('mount', ['-o', 'remount,ro', disk])
    await using api = await startBotApi()
    await using program = startProgram({
      DATABASE_URL: `sqlite:${join(disk, 'jauap.db')}`,
      KNOWLEDGE: smallPack,
      TELEGRAM_BOT_TOKEN: api.token,
      TELEGRAM_API_ROOT: api.root,
    })
    expect(await program.ended()).toBe(1)
    expect(program.output()).toMatch(/The database .* can't be used: .*\n.*may be written/)
  })

  test('is backed up while it is used, and restored by putting the copy in its place', async () => {
    const path = await filled()
    const copy = `${path}.copy`
    {
      await using store = await openStore(`sqlite:${path}`)
      // What docs/operations.md tells to do, by the same interface of SQLite as its shell's .backup.
      const source = new DatabaseSync(path)
      await store.people.setLanguage(person, 'kk')
      await backup(source, copy)
      source.close()
      await store.people.setLanguage(person, 'en')
    }
    for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true })
    copyFileSync(copy, path)
    await using restored = await openStore(`sqlite:${path}`)
    expect(await restored.people.settingsOf(person)).toMatchObject({ language: 'kk' })
  })
})
