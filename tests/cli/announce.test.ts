import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { userName } from '../../src/cli/announce/user-name.ts'
import { openStore } from '../../src/core/store/open.ts'
import { anAnnouncementFile } from '../support/announce.ts'
import { aDirectory, smallPack } from '../support/packs.ts'
import { startProgram } from '../support/process.ts'
import { aTerminal, type Terminal } from '../support/terminal.ts'

let terminal: Terminal
let url: string

beforeEach(() => {
  url = `sqlite:${join(aDirectory({}), 'jauap.db')}`
  terminal = aTerminal({ DATABASE_URL: url })
})

async function subscribers(count: number): Promise<void> {
  await using store = await openStore(url)
  for (let nth = 1; nth <= count; nth++)
    await store.destinations.subscribe(
      { platform: 'telegram', kind: 'person', chat: String(nth), hint: 'en' },
      'active',
      new Date(),
    )
}

describe('announce', () => {
  test('create tells whom it would come to and what is missing', async () => {
    await subscribers(2)
    expect(await terminal.run('create', '--file', anAnnouncementFile())).toEqual({
      id: '1',
      state: 'draft',
      audience: { total: 2, byPlatform: { telegram: 2 }, byKind: { person: 2 }, byLanguage: { en: 2 } },
      problems: [],
    })
    const { problems } = await terminal.run(
      'create',
      '--file',
      anAnnouncementFile({ title: { ru: 'Зал' }, body: { ru: 'B' } }),
    )
    expect(problems).toHaveLength(2)
    expect(await terminal.fails('send', '2', '--yes')).toMatchObject({
      status: 1,
      said: expect.stringMatching(/can't be sent as it is:\n {2}Қазақша: there is no text/) as string,
    })
    expect(
      (
        await terminal.run(
          'create',
          '--file',
          anAnnouncementFile({ title: { ru: 'Зал' }, body: { ru: 'B' }, fallback: 'ru' }),
        )
      ).problems,
    ).toEqual([])
  })

  test('topics are named, counted and addressed by a name in any language; what is none is told', async () => {
    const file = join(aDirectory({ 't.yaml': '- {kk: Көлік, ru: Транспорт, en: Transport}\n- en: Press\n' }), 't.yaml')
    expect(await terminal.run('topics', '--file', file)).toEqual({
      topics: [
        { id: '1', names: { kk: 'Көлік', ru: 'Транспорт', en: 'Transport' }, people: 0, chats: 0 },
        { id: '2', names: { en: 'Press' }, people: 0, chats: 0 },
      ],
    })
    const more = join(aDirectory({ 't.yaml': '- {ru: Пресса, en: press}\n' }), 't.yaml')
    expect(await terminal.run('topics', '--file', more)).toMatchObject({ topics: [{}, { names: { ru: 'Пресса' } }] })
    await subscribers(1)
    const sendable = anAnnouncementFile({ audience: { topics: ['транспорт'] } })
    expect(await terminal.run('create', '--file', sendable)).toMatchObject({ audience: { total: 1 }, problems: [] })
    const { id, problems } = await terminal.run(
      'create',
      '--file',
      anAnnouncementFile({ audience: { topics: ['cars'] } }),
    )
    expect(problems).toEqual([expect.stringContaining('There is no topic “cars”')])
    expect(await terminal.fails('send', String(id), '--yes')).toMatchObject({ status: 1 })
    const mixed = join(aDirectory({ 't.yaml': '- en: Visas\n- {ru: Пресса, en: TRANSPORT}\n' }), 't.yaml')
    expect(await terminal.fails('topics', '--file', mixed)).toMatchObject({
      status: 1,
      said: expect.stringMatching(
        /\[1\] is .*Пресса.*TRANSPORT.*: topics 1 \(Transport\) and 2 \(press\) are called so; .*end one/,
      ) as string,
    })
    expect(await terminal.run('topics')).toMatchObject({
      topics: [{ names: { ru: 'Транспорт', en: 'Transport' } }, {}, { names: { en: 'Visas' } }],
    })
  })

  test('preview shows each text as it is handed over, with its length', async () => {
    const id = await terminal.create()
    const { previews } = await terminal.run('preview', id, '--platform', 'discord', '--language', 'kk')
    const foot = 'Шағын саммит ұйымдастырушыларынан. Сіз хабарландыруларға жазылғансыз · /unsubscribe'
    const message = '**Зал ауысты**\n\nЖаңасы – **B**'
    const read = `Зал ауысты\n\nЖаңасы – B\n\n${foot}`
    // The last line takes what room the text leaves.
    const lengths = { units: message.length, limit: 4096 }
    expect(previews).toEqual([
      { platform: 'discord', language: 'kk', ...lengths, messages: [`${message}\n\n-# ${foot}`], read },
    ])
  })

  test('preview shows people what readers see, without mark-up', async () => {
    const id = await terminal.create({ body: { kk: 'a', ru: 'b', en: 'In **hall B**: [map](https://map.example)' } })
    const { said } = await terminal.fails('preview', id, '--language', 'en')
    expect(said).toContain('In hall B: map (https://map.example)')
    expect(said).not.toMatch(/[<>*]/)
  })

  test('list says so where there is nothing to list', async () => {
    expect((await terminal.fails('list')).said).toBe(
      'there are no announcements yet; to write one: announce create --file FILE\n',
    )
    expect(await terminal.run('list')).toEqual({ announcements: [] })
  })

  test('show --watch tells how far it is until it is over, and refuses a draft', async () => {
    await subscribers(2)
    const id = await terminal.create({ urgency: 'routine' })
    expect(await terminal.fails('show', id, '--watch')).toMatchObject({
      status: 1,
      said: expect.stringContaining('is a draft: there is nothing to watch') as string,
    })
    await terminal.run('send', id, '--yes')
    const watching = terminal.fails('show', id, '--watch')
    await terminal.run('cancel', id)
    expect((await watching).said).toMatch(
      /^announcement 1: scheduled, 0 of \d+ sent\nannouncement 1: cancelled, .*\nannouncement 1: cancelled\n/,
    )
  })

  test('send asks for a yes with the exact count, and waits half a minute', async () => {
    await subscribers(3)
    const id = await terminal.create({ urgency: 'routine' })
    expect(await terminal.fails('send', id)).toMatchObject({
      status: 1,
      said: expect.stringContaining('3 destinations') as string,
    })
    const sent = await terminal.run('send', id, '--yes')
    expect(sent).toMatchObject({ id, state: 'scheduled', destinations: 3 })
    expect(await terminal.run('cancel', id)).toMatchObject({ state: 'cancelled' })
    expect(await terminal.run('list')).toMatchObject({
      announcements: [{ id, state: 'cancelled', title: 'Hall changed' }],
    })
    expect((await terminal.run('show', id)).acts).toMatchObject([
      { act: 'create' },
      { act: 'schedule' },
      { act: 'cancel', who: expect.stringMatching(/^terminal:/) as string },
    ])
  })

  test('schedule takes the venue’s time, and a draft corrected afterwards has to be confirmed anew', async () => {
    await subscribers(1)
    const id = await terminal.create()
    expect(await terminal.run('schedule', id, '--at', '2126-04-22 09:00')).toMatchObject({
      state: 'scheduled',
      sendAt: '2126-04-22T04:00:00.000Z',
    })
    expect(
      await terminal.run('correct', id, '--file', anAnnouncementFile({ title: { kk: 'a', ru: 'b', en: 'c' } })),
    ).toMatchObject({ state: 'draft' })
  })

  test('is a command of the program: it prints, or says why not, and ends with its status', async () => {
    const env = { DATABASE_URL: url, KNOWLEDGE: smallPack }
    await using created = startProgram(env, ['announce', 'create', '--file', anAnnouncementFile(), '--json'])
    expect(await created.ended()).toBe(0)
    expect(JSON.parse(created.output())).toMatchObject({ id: '1', state: 'draft' })
    await using refused = startProgram(env, ['announce', 'send', '1', '--yes'])
    expect(await refused.ended()).toBe(1)
    expect(refused.output()).toMatch(/^Nobody would receive announcement 1/)
  })

  test.for([
    { args: ['send', '7', '--yes'], status: 1, says: /there is no announcement "7"; see: announce list/ },
    { args: ['send', "1'; drop table announcements; --", '--yes'], status: 1, says: /there is no announcement/ },
    { args: ['shout'], status: 2, says: /no announce shout; did you mean show\?[^]*usage:/ },
    { args: ['constructor', '1'], status: 2, says: /no announce constructor/ },
    { args: [], status: 2, says: /usage:/ },
    { args: ['show'], status: 2, says: /usage:/ },
    { args: ['show', '1', '2'], status: 2, says: /usage:/ },
    { args: ['schedule', '1'], status: 2, says: /--at/ },
    { args: ['create'], status: 2, says: /--file FILE/ },
    { args: ['create', '--file', '/nowhere/a.yaml'], status: 1, says: /\/nowhere\/a.yaml can't be read: .*ENOENT/ },
    { args: ['create', '--colour', 'red'], status: 2, says: /colour/ },
  ])('$args is refused with status $status', async ({ args, status, says }) => {
    const ended = await terminal.fails(...args)
    expect(ended.status).toBe(status)
    expect(ended.said).toMatch(says)
  })

  test.for([
    { written: 'title: {kk: a', says: /neither YAML nor JSON/ },
    { written: '[]', says: /is no announcement/ },
    { written: 'title: {kk: a, ru: b, en: c}\nsendAt: soon', says: /sendAt is "soon": write a time at the venue/ },
    {
      written: 'title: {kk: a, ru: b, en: c}\nattachment: nothing.pdf',
      says: /attachment .*nothing.pdf can't be read/,
    },
  ])('a file that says $written is refused, and nothing is created', async ({ written, says }) => {
    const path = join(aDirectory({ 'a.yaml': written }), 'a.yaml')
    expect(await terminal.fails('create', '--file', path)).toMatchObject({
      status: 1,
      said: expect.stringMatching(says) as string,
    })
    expect(await terminal.run('list')).toEqual({ announcements: [] })
  })

  test('files that together are more than can be sent are refused, and none is stored', async () => {
    const megabytes = 'x'.repeat(9_000_000)
    const written = 'title: {kk: a, ru: b, en: c}\nattachment: [a.pdf, b.pdf, c.pdf]'
    const directory = aDirectory({ 'a.yaml': written, 'a.pdf': megabytes, 'b.pdf': megabytes, 'c.pdf': megabytes })
    expect(await terminal.fails('create', '--file', join(directory, 'a.yaml'))).toMatchObject({
      status: 1,
      said: expect.stringMatching(/the attachments together have more than 25000000 bytes/) as string,
    })
    await using store = await openStore(url)
    expect(await store.files.attachment('1')).toBeUndefined()
  })

  test.for([
    { act: ['schedule', '1', '--at', '2025-01-01 09:00'], says: /Its time, 1 January 2025, 9:00, has passed/ },
    {
      act: ['schedule', '1', '--at', 'soon'],
      says: /--at "soon" is no time; write it as at the venue \(Asia\/Almaty\)/,
    },
    { act: ['recall', '1', '--yes'], says: /can't be done with announcement 1 now: it is draft/ },
    { act: ['retry', '1'], says: /it is draft/ },
    { act: ['resume', '1'], says: /it is draft/ },
    { act: ['send', '1', '--yes'], says: /Nobody would receive announcement 1/ },
  ])('$act of a draft that nobody would get is refused with its reason', async ({ act, says }) => {
    await terminal.create()
    expect(await terminal.fails(...act)).toMatchObject({ status: 1, said: expect.stringMatching(says) as string })
  })
})

test('whoever has no name on the machine is named by a number', () => {
  expect(userName(() => 'aigerim')).toBe('aigerim')
  expect(userName(nameless, () => 54321)).toBe('uid-54321')
})

/** As node:os does where a user id stands in no list. */
function nameless(): never {
  throw new Error('ENOENT: no such file or directory, uv_os_get_passwd')
}
