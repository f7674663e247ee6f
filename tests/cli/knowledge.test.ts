import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import { askedToTell } from '../../src/cli/help.ts'
import { loadPack } from '../../src/knowledge/load.ts'
import { prepareImport } from '../../src/importing/import-files.ts'
import { readWorkbook } from '../../src/importing/table/workbook.ts'
import { knowledge } from '../support/knowledge-command.ts'
import { aWorkshop, readHere } from '../support/schedules.ts'

const programme = 'Date,Time,Title,Room\n2026-06-10,10:00–10:45,Rivers,Hall A\n2026-06-10,11:00,Glaciers,Hall B\n'

describe('knowledge', () => {
  test('what it is asked to tell is told by the program', () => {
    const args = ['import', '--help']
    const { status, stdout } = spawnSync(process.execPath, ['bin/jauap.js', 'knowledge', ...args], { encoding: 'utf8' })
    expect({ status, stdout }).toEqual({ status: 0, stdout: askedToTell('knowledge', args) })
  })

  test.for([
    { args: [], says: 'usage: knowledge template FILE.xlsx' },
    { args: ['improt'], says: 'There is no knowledge improt; did you mean import?' },
    { args: ['import', 'a.csv'], says: 'Name the files, and the pack by --to' },
    {
      args: ['import', 'a.csv', '--to', 'x', '--time-zone', 'Almaty'],
      says: '--time-zone Almaty: there is no such time zone',
    },
    { args: ['template', 'a.ods'], says: 'write a name that ends in .xlsx or .csv' },
    { args: ['check'], says: 'usage:' },
  ])('is refused with status 2: $says', async ({ args, says }) => {
    expect(await knowledge(args)).toMatchObject({ status: 2, stderr: expect.stringContaining(says) as string })
  })
})

describe('knowledge import', () => {
  test('writes a pack that is new without a question, and says what to look at', async () => {
    const { path, write } = aWorkshop()
    const { stdout, status } = await knowledge([
      'import',
      write('p.csv', programme),
      '--to',
      path('pack'),
      '--title',
      'Water Days',
    ])
    expect(status).toBe(0)
    expect(stdout).toContain('2 new')
    expect(stdout).toContain('rivers: Rivers, 2026-06-10 10:00')
    expect(readdirSync(path('pack'))).toEqual(['event.yaml', 'imported.lock', 'pack.yaml', 'sessions.yaml'])
    expect(loadPack(path('pack')).title).toEqual({ en: 'Water Days' })
  })

  test('only shows what would change with --dry-run', async () => {
    const { path, write } = aWorkshop()
    expect(await knowledge(['import', write('p.csv', programme), '--to', path('pack'), '--dry-run'])).toMatchObject({
      status: 0,
    })
    expect(existsSync(path('pack'))).toBe(false)
  })

  test.for([
    { how: 'a yes in a terminal', more: [] as string[], answers: 'y', status: 0, moved: true },
    { how: 'a no in a terminal', more: [] as string[], answers: 'n', status: 0, moved: false },
    { how: '--yes elsewhere', more: ['--yes'], answers: undefined, status: 0, moved: true },
    { how: 'nothing', more: [] as string[], answers: undefined, status: 1, moved: false },
    { how: '--json, as programs ask', more: ['--json'], answers: undefined, status: 0, moved: true },
    { how: '--json with --dry-run', more: ['--json', '--dry-run'], answers: undefined, status: 0, moved: false },
  ])('changes a pack that is there by $how: $moved', async ({ more, answers, status, moved }) => {
    const { path, write } = aWorkshop()
    // In this thread: the one of the command itself costs a start.
    const before = await prepareImport([write('p.csv', programme)], path('pack'), { read: readHere })
    before.write()
    const file = write('p.csv', programme.replace('11:00', '12:00'))
    const ended = await knowledge(['import', file, '--to', path('pack'), ...more], answers)
    expect(ended.status).toBe(status)
    expect(ended.stdout).toContain(
      more.includes('--json') ? '"moved":["glaciers"]' : 'start: 2026-06-10 11:00 → 2026-06-10 12:00',
    )
    expect(loadPack(path('pack')).entries.find(({ id }) => id === 'glaciers')?.slots).toEqual([
      { from: moved ? '2026-06-10T12:00' : '2026-06-10T11:00', place: 'room:hall-b' },
    ])
  })

  test('prints one JSON object with the ids of what becomes of them', async () => {
    const { path, write } = aWorkshop()
    const { stdout } = await knowledge(['import', write('p.csv', programme), '--to', path('pack'), '--json'])
    expect(JSON.parse(stdout)).toMatchObject({
      added: ['rivers', 'glaciers'],
      changed: [],
      moved: [],
      cancelled: [],
      kept: [],
      faults: [],
    })
  })

  test('prints its faults as JSON too, and writes nothing', async () => {
    const { path, write } = aWorkshop()
    const file = write('p.csv', 'Date,Time,Title\n2026-02-30,10:00,Rivers\n')
    const { stdout, stderr, status } = await knowledge(['import', file, '--to', path('pack'), '--json'])
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      added: [],
      faults: [
        {
          file: 'p.csv',
          entry: 'p.csv, row 2',
          message: '"2026-02-30" is no day',
          remedy: 'write it as 2026-06-10 or 10.06.2026',
        },
      ],
    })
    expect(stderr).toContain('Nothing was written: 1 fault')
    expect(existsSync(path('pack'))).toBe(false)
  })
})

describe('knowledge template', () => {
  test('writes a workbook in three languages that the import reads once it is filled in', async () => {
    const { path, write } = aWorkshop()
    await knowledge(['template', path('t.xlsx')])
    const sheets = await readWorkbook(readFileSync(path('t.xlsx')))
    expect(sheets.map(({ name }) => name)).toEqual([
      'Программа · Programme',
      'Докладчики · Speakers',
      'Залдар · Залы · Rooms',
      'Сұрақтар · Вопросы · Questions',
    ])
    const [sessions, people, rooms, facts] = sheets.map(({ rows }) => rows.map((row) => [...row])) as [
      string[][],
      string[][],
      string[][],
      string[][],
    ]
    sessions.push(
      filled(sessions, {
        Date: '10.06.2026',
        Start: '09:30',
        End: '10:15',
        'Title (en)': 'Opening',
        'Название (ru)': 'Открытие',
        Room: 'Hall A',
        Speakers: 'Ann Lee',
      }),
    )
    people.push(filled(people, { 'Name (en)': 'Ann Lee', 'Affiliation (en)': 'ACME' }))
    rooms.push(filled(rooms, { 'Room (en)': 'Hall A', Building: 'Main Building', Floor: '2' }))
    const parking = facts.find(([topic]) => topic!.includes('parking'))!
    parking[facts[0]!.findIndex((heading) => heading === 'Answer (en)')] = 'In the yard.'
    const bytes = await writeWorkbook(
      [sessions, people, rooms, facts].map((rows, at) => ({
        sheet: `S${at}`,
        data: rows.map((row) => row.map((value) => (value ? { value } : null))),
      })),
    ).toBuffer()
    const { status, stderr } = await knowledge(['import', write('filled.xlsx', bytes), '--to', path('pack')])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const pack = loadPack(path('pack'))
    expect(pack.entries.find(({ id }) => id === 'opening')).toMatchObject({
      title: { en: 'Opening', ru: 'Открытие' },
      slots: [{ from: '2026-06-10T09:30', to: '2026-06-10T10:15', place: 'hall-a' }],
      speakers: ['ann-lee'],
    })
    expect(pack.places.get('hall-a')?.venue).toMatchObject({ within: 'main-building' })
    expect(pack.entries.find(({ topic }) => topic === 'parking')).toMatchObject({
      id: 'parking',
      title: { en: 'Parking' },
      text: { en: 'In the yard.' },
    })
  })

  test('writes one table as CSV, in one language if wished, and over nothing', async () => {
    const { path } = aWorkshop()
    await knowledge(['template', path('t.csv'), '--language', 'ru', '--sheet', 'questions'])
    expect(readFileSync(path('t.csv'), 'utf8')).toMatch(
      /^\uFEFFТема,Вопрос,Ответ,Ссылка,Телефон,Электронная почта\r\n"Wi-Fi, интернет",/,
    )
    expect(await knowledge(['template', path('t.csv')])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('is there already') as string,
    })
  })
})

describe('knowledge new', () => {
  test('writes a pack in three languages without a fault, and into no directory that holds something', async () => {
    const { path } = aWorkshop()
    expect(await knowledge(['new', path('pack')])).toMatchObject({ status: 0 })
    const pack = loadPack(path('pack'))
    expect(pack.languages).toEqual(['kk', 'ru', 'en'])
    expect(pack.entries.filter(({ title, type }) => type !== 'person' && Object.keys(title).length < 3)).toEqual([])
    expect(await knowledge(['new', path('pack')])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('is not empty') as string,
    })
  })
})

describe('knowledge check', () => {
  test('tells what people who attend would miss, also as JSON', async () => {
    const { path } = aWorkshop()
    await knowledge(['new', path('pack')])
    const { stdout, status } = await knowledge(['check', path('pack')])
    expect(status).toBe(0)
    expect(stdout).toContain('no faults; 7 entries')
    expect(stdout).toMatch(/nothing answers what people ask everywhere: .*parking.*; add entries/)
    const json = JSON.parse((await knowledge(['check', path('pack'), '--json'])).stdout) as {
      faults: unknown[]
      warnings: object[]
    }
    expect(json.faults).toEqual([])
    expect(json.warnings).toContainEqual({
      file: 'practical.yaml',
      line: 33,
      entry: 'contacts',
      message: 'forum@example.org is an example',
      remedy: 'write your own address',
    })
  })

  test('prints faults as JSON, with status 1', async () => {
    const { path } = aWorkshop()
    await knowledge(['new', path('pack')])
    writeFileSync(path('pack/own.yaml'), '- id: a\n  title: Wi-Fi: how to\n')
    const { stdout, status } = await knowledge(['check', path('pack'), '--json'])
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      faults: [{ file: 'own.yaml', line: 2, remedy: 'put the text in quotes: title: "Wi-Fi: how to"' }],
    })
  })
})

describe('knowledge test', () => {
  test('says which answers are as expected, and what changed since the last time', async () => {
    const { path, write } = aWorkshop()
    await knowledge(['new', path('pack')])
    const questions = write(
      'q.txt',
      '# Practical\nwifi password => Forum\nWhere is Water and the Future? => Hall B\nhelicopter => -\n',
    )
    const first = await knowledge(['test', path('pack'), questions])
    expect(first).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('3 as expected, 0 not; 0 changed') as string,
    })
    const practical = readFileSync(path('pack/practical.yaml'), 'utf8')
    writeFileSync(path('pack/practical.yaml'), practical.replace('The network is Forum.', 'The network is Guest.'))
    const second = await knowledge(['test', path('pack'), questions])
    expect(second).toMatchObject({ status: 1, stderr: '1 answer not as expected' })
    expect(second.stdout).toMatch(/✗ wifi password\n.*Guest.*\n.*expected: Forum\n.*changed; the last time: .*Forum/)
    const third = JSON.parse((await knowledge(['test', path('pack'), questions, '--json'])).stdout) as object
    expect(third).toMatchObject({
      right: 2,
      wrong: 1,
      changed: 0,
      questions: [{ asExpected: false }, {}, { status: 'unknown' }],
    })
  })
})

/** A row with these cells, each under the heading that holds its key. */
function filled(rows: string[][], cells: Record<string, string>): string[] {
  return rows[0]!.map((heading) => Object.entries(cells).find(([name]) => heading.includes(name))?.[1] ?? '')
}
