import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { prepareImport, type Prepared } from '../../src/importing/import-files.ts'
import { loadPack } from '../../src/knowledge/load.ts'
import { aWorkshop, frabXml, madeTalks, pretalxJson, readHere, type MadeTalk } from '../support/schedules.ts'

/** Ids by what becomes of them, those that stay as they are left out. */
function told({ difference }: Prepared): Record<string, string[]> {
  const changed = difference.filter(({ what }) => what !== 'same')
  return Object.fromEntries(
    [...Map.groupBy(changed, ({ what }) => what)].map(([what, all]) => [what, all.map(({ id }) => id)]),
  )
}

/** In this thread: what another one is for, hostile.test.ts shows. */
const wishes = { read: readHere }

async function imported(file: string, directory: string): Promise<Prepared> {
  const prepared = await prepareImport([file], directory, wishes)
  expect(prepared.faults).toEqual([])
  prepared.write()
  return prepared
}

describe('a schedule of 170 sessions and 170 speakers', () => {
  test.for([
    { format: 'pretalx JSON', name: 'schedule.json', write: pretalxJson },
    { format: 'frab XML', name: 'schedule.xml', write: frabXml },
  ])('becomes a pack without faults from $format', async ({ name, write }) => {
    const { path, write: file } = aWorkshop()
    await imported(file(name, write(madeTalks(170))), path('pack'))
    const pack = loadPack(path('pack'))
    const sessions = pack.entries.filter(({ slots }) => slots.length > 0)
    expect(sessions).toHaveLength(170)
    expect(pack.entries.filter(({ type }) => type === 'person')).toHaveLength(170)
    expect(sessions[0]).toMatchObject({
      id: 'rivers-measured',
      title: { en: 'Rivers Measured' },
      slots: [{ from: '2026-06-10T09:00', to: '2026-06-10T09:45', place: 'room:hall-a' }],
      speakers: ['aruzhan-abenov'],
      text: { en: 'All of rivers measured, in three parts. See the notes.' },
    })
    expect(pack.title).toEqual({ en: 'Made Conference 2026' })
    expect(pack.entries.find(({ id }) => id === pack.subject)?.dates).toMatchObject({
      from: '2026-06-10',
      to: '2026-06-13',
    })
  })

  test('shows exactly the twelve changes of its next edition', async () => {
    const { path, write } = aWorkshop()
    const talks = madeTalks(170)
    await imported(write('schedule.json', pretalxJson(talks)), path('pack'))
    const next = edited(talks)
    const second = await imported(write('schedule-v2.json', pretalxJson(next)), path('pack'))
    expect(told(second)).toEqual({
      moved: ['birds-measured', 'rivers-measured', 'glaciers-measured', 'winds-measured'].toSorted(
        (a, b) => orderIn(next, a) - orderIn(next, b),
      ),
      changed: ['clara-abenov', 'soils-measured', 'forests-measured', 'cities-measured'],
      added: ['an-evening-of-songs', 'closing-words'].toSorted((a, b) => orderIn(next, a) - orderIn(next, b)),
      cancelled: ['grain-measured', 'salt-measured'],
    })
    const pack = loadPack(path('pack'))
    expect(pack.entries.find(({ id }) => id === 'salt-measured')).toMatchObject({ status: 'cancelled' })
    expect(pack.entries.find(({ id }) => id === 'rivers-measured')?.slots).toMatchObject([{ from: '2026-06-10T09:10' }])
  })

  test('has nothing to change when it is imported again', async () => {
    const { path, write } = aWorkshop()
    const file = write('schedule.json', pretalxJson(madeTalks(20)))
    await imported(file, path('pack'))
    const before = filesIn(path('pack'))
    expect(told(await imported(file, path('pack')))).toEqual({})
    expect(filesIn(path('pack'))).toEqual(before)
  })
})

/** Four moved, four changed, two new, two gone. */
function edited(talks: readonly MadeTalk[]): MadeTalk[] {
  const speaker = talks[0]!.speakers
  const edits: Record<string, Partial<MadeTalk>> = {
    'Rivers Measured': { start: '09:10' },
    'Glaciers Measured': { room: 'Garden Room', start: '19:00' },
    'Winds Measured': { day: '2026-06-12', start: '20:00' },
    'Birds Measured': { minutes: 30 },
    'Soils Measured': { title: 'Soils Measured Anew' },
    'Forests Measured': { abstract: 'Another abstract.' },
    'Cities Measured': { speakers: [...talks[4]!.speakers, ...speaker] },
  }
  const kept = talks.filter(({ title }) => !['Salt Measured', 'Grain Measured'].includes(title))
  const changed = kept.map((talk) => {
    const next = { ...talk, ...edits[talk.title] }
    return talk.title === 'Soils Measured'
      ? { ...next, speakers: [{ ...talk.speakers[0]!, biography: 'Now works on sand.' }] }
      : next
  })
  const extra = { abstract: '', minutes: 45, speakers: speaker, day: '2026-06-13' }
  return [
    ...changed,
    { ...extra, code: 'N1', title: 'An Evening of Songs', start: '19:00', room: 'Studio' },
    { ...extra, code: 'N2', title: 'Closing Words', start: '20:00', room: 'Hall A' },
  ]
}

/** pretalx lists by day, room and talk. */
function orderIn(talks: readonly MadeTalk[], id: string): number {
  const listed = JSON.parse(pretalxJson(talks)) as {
    schedule: { conference: { days: { rooms: Record<string, { title: string }[]> }[] } }
  }
  const titles = listed.schedule.conference.days.flatMap(({ rooms }) =>
    Object.values(rooms)
      .flat()
      .map(({ title }) => title),
  )
  return titles.findIndex((title) => title.toLowerCase().replaceAll(' ', '-') === id)
}

function filesIn(directory: string): Record<string, string> {
  return Object.fromEntries(readdirSync(directory).map((name) => [name, readFileSync(join(directory, name), 'utf8')]))
}

describe('what was edited by hand', () => {
  const [talk] = madeTalks(1) as [MadeTalk]

  async function editedByHand(
    from: string | RegExp,
    to: string,
    change: Partial<MadeTalk>,
    more: readonly MadeTalk[] = [],
  ) {
    const { path, write } = aWorkshop()
    await imported(write('schedule.json', pretalxJson([talk, ...more])), path('pack'))
    const file = path('pack/sessions.yaml')
    const source = readFileSync(file, 'utf8')
    expect(source).toMatch(from)
    writeFileSync(file, source.replace(from, to))
    const prepared = await imported(
      write('schedule.json', pretalxJson([{ ...talk, ...change }, ...more])),
      path('pack'),
    )
    return { prepared, source: readFileSync(file, 'utf8') }
  }

  test('is kept, and what else the source has changed is taken over', async () => {
    const { prepared, source } = await editedByHand('title: Rivers Measured', 'title: Rivers, measured # ours', {
      title: 'Rivers Measured Anew',
      start: '11:00',
    })
    expect(source).toContain('title: Rivers, measured # ours')
    expect(source).toContain('start: 2026-06-10 11:00')
    expect(prepared.difference.find(({ id }) => id === 'rivers-measured')).toMatchObject({
      what: 'moved',
      kept: [{ field: 'title', from: 'Rivers, measured', to: { en: 'Rivers Measured Anew' } }],
    })
  })

  test('is kept together where it belongs together', async () => {
    const { prepared, source } = await editedByHand('start: 2026-06-10 09:00', 'start: 2026-06-10 09:05', {
      minutes: 30,
    })
    expect(source).toContain('start: 2026-06-10 09:05\n  end: 09:45')
    expect(prepared.difference.find(({ id }) => id === 'rivers-measured')).toMatchObject({
      what: 'same',
      kept: [{ field: 'start' }, { field: 'end' }],
    })
  })

  test('is no edit if it says the same in another form', async () => {
    const { prepared } = await editedByHand(/speakers: .*/, 'speaker: aruzhan-abenov', {})
    expect(told(prepared)).toEqual({})
    expect(prepared.difference.flatMap(({ kept }) => kept)).toEqual([])
  })

  test('keeps comments and order of the whole file', async () => {
    const { source } = await editedByHand('- id: rivers-measured', '# First of all.\n- id: rivers-measured', {
      start: '11:00',
    })
    expect(source).toContain('# First of all.\n- id: rivers-measured')
  })

  test('stays away if it was taken out', async () => {
    const others = madeTalks(3).slice(1)
    const { prepared, source } = await editedByHand(
      /- id: rivers-measured[\s\S]*?(?=\n- id: )/,
      '',
      { start: '11:00' },
      others,
    )
    expect(source).not.toContain('rivers-measured')
    expect(prepared.difference.find(({ id }) => id === 'rivers-measured')).toMatchObject({
      what: 'same',
      kept: [{ field: 'id' }],
    })
  })

  test('is not cancelled in silence: only its status is the source’s to say', async () => {
    const others = madeTalks(3).slice(1)
    const { path, write } = aWorkshop()
    await imported(write('schedule.json', pretalxJson([talk, ...others])), path('pack'))
    await imported(write('schedule.json', pretalxJson(others)), path('pack'))
    expect(loadPack(path('pack')).entries.find(({ id }) => id === 'rivers-measured')).toMatchObject({
      status: 'cancelled',
    })
    const back = await imported(write('schedule.json', pretalxJson([talk, ...others])), path('pack'))
    expect(told(back)).toEqual({ changed: ['rivers-measured'] })
    expect(loadPack(path('pack')).entries.find(({ id }) => id === 'rivers-measured')?.status).toBeUndefined()
  })
})

describe('a source without keys of its own', () => {
  test('keeps the ids of a table where only the title, or only the time is another', async () => {
    const { path, write } = aWorkshop()
    const before = table(
      '2026-06-10,10:00,Rivers,Hall A',
      '2026-06-10,11:00,Glaciers,Hall A',
      '2026-06-10,12:00,Soils,Hall B',
    )
    const after = table(
      '2026-06-10,10:00,Rivers and Lakes,Hall A',
      '2026-06-10,14:00,Glaciers,Hall A',
      '2026-06-10,15:00,Winds,Hall B',
    )
    await imported(write('p.csv', before), path('pack'))
    expect(told(await imported(write('p.csv', after), path('pack')))).toEqual({
      changed: ['rivers'],
      moved: ['glaciers'],
      added: ['winds'],
      cancelled: ['soils'],
    })
  })

  test('keeps the id of an answer whose question is asked otherwise, and takes out what is gone', async () => {
    const { path, write } = aWorkshop()
    await imported(write('faq.md', '## Where is lunch?\nIn the hall.\n\n## Taxi\nCall 111.\n'), path('pack'))
    const prepared = await imported(write('faq.md', '## Where do we have lunch?\nIn the hall.\n'), path('pack'))
    expect(told(prepared)).toEqual({ changed: ['where-is-lunch'], cancelled: ['taxi'] })
    expect(loadPack(path('pack')).entries.map(({ id }) => id)).toEqual(['where-is-lunch'])
  })
})

describe('the language of texts', () => {
  test('is that of nearly all others where a short one could be in two', async () => {
    const { path, write } = aWorkshop()
    const titles = [
      'Открытие форума',
      'Вода и будущее степи',
      'Ледники и реки',
      'Почвы Казахстана',
      'Кофе-пауза',
      'Панель',
    ]
    const more = ['Орман', 'Дала', 'Круглый стол о паводках и засухе', 'Закрытие и вручение сертификатов']
    const rows = [...titles, ...more].map((title, at) => `2026-06-10,${at + 10}:00,${title}`)
    await imported(write('p.csv', ['Date,Time,Title', ...rows].join('\n')), path('pack'))
    expect(loadPack(path('pack')).languages).toEqual(['ru'])
  })

  test('is its own where its letters show it', async () => {
    const { path, write } = aWorkshop()
    const rows = ['Открытие форума и приветственное слово министра', 'Қорытынды отырыс'].map(
      (title, at) => `2026-06-10,1${at}:00,${title}`,
    )
    await imported(write('p.csv', ['Date,Time,Title', ...rows].join('\n')), path('pack'))
    expect(loadPack(path('pack')).languages).toEqual(['ru', 'kk'])
  })
})

describe('an import', () => {
  test('takes over what was written by hand before, and adds only what that lacks', async () => {
    const { path, write } = aWorkshop()
    await imported(write('faq.md', '## Lunch\nAt noon.\n\n## Wi-Fi\nOpen.\n'), path('pack'))
    writeFileSync(path('pack/own.yaml'), '- id: songs\n  title: An Evening of Songs\n  start: 2026-06-10 20:00\n')
    const [talk] = madeTalks(1) as [MadeTalk]
    const prepared = await imported(
      write('schedule.json', pretalxJson([{ ...talk, title: 'An Evening of Songs' }])),
      path('pack'),
    )
    const songs = loadPack(path('pack')).entries.find(({ id }) => id === 'songs')
    expect(prepared.difference.find(({ id }) => id === 'songs')).toMatchObject({
      kept: [{ field: 'start' }, { field: 'end' }],
    })
    expect(songs).toMatchObject({
      slots: [{ from: '2026-06-10T20:00', place: 'room:hall-a' }],
      speakers: ['aruzhan-abenov'],
    })
  })

  test('takes a speaker away whom no session names any more', async () => {
    const { path, write } = aWorkshop()
    const [one, two] = madeTalks(2) as [MadeTalk, MadeTalk]
    await imported(write('schedule.json', pretalxJson([one, two])), path('pack'))
    const prepared = await imported(
      write('schedule.json', pretalxJson([one, { ...two, speakers: one.speakers }])),
      path('pack'),
    )
    expect(told(prepared)).toEqual({ changed: ['glaciers-measured'], removed: ['boris-abenov'] })
    expect(loadPack(path('pack')).entries.map(({ id }) => id)).not.toContain('boris-abenov')
  })

  test('leaves a speaker alone whom no session ever named', async () => {
    const { path, write } = aWorkshop()
    const people = write('people.csv', 'Name,Affiliation\nAnn Lee,ACME\nCleo Fox,ACME\n')
    const sessions = ['Date,Time,Title,Speakers', '2026-06-10,10:00,Rivers,Ann Lee', '']
    const file = write('s.csv', sessions.join('\n'))
    const both = await prepareImport([people, file], path('pack'), wishes)
    both.write()
    const prepared = await imported(write('s.csv', sessions.join('\n').replace('10:00', '11:00')), path('pack'))
    expect(told(prepared)).toEqual({ moved: ['rivers'] })
    expect(loadPack(path('pack')).entries.map(({ id }) => id)).toContain('cleo-fox')
  })

  test('leaves a speaker alone whom a session written by hand names', async () => {
    const { path, write } = aWorkshop()
    const [one, two] = madeTalks(2) as [MadeTalk, MadeTalk]
    await imported(write('schedule.json', pretalxJson([one, two])), path('pack'))
    const evening =
      '- { id: evening, type: session, title: Evening, start: 2026-06-10 20:00, speakers: Boris Abenov }\n'
    writeFileSync(path('pack/own.yaml'), evening)
    const next = [one, { ...two, speakers: one.speakers }]
    expect(told(await imported(write('schedule.json', pretalxJson(next)), path('pack')))).toEqual({
      changed: ['glaciers-measured'],
    })
  })

  test('finds again what stands in a file whose name only begins as that of another kind', async () => {
    const { path, write } = aWorkshop()
    await imported(write('faq.md', '## Wi-Fi\nOpen.\n'), path('pack'))
    writeFileSync(path('pack/terms-of-use.yaml'), '- {id: house-rules, title: House rules, text: Be kind.}\n')
    const prepared = await imported(write('rules.md', '## House rules\nBe kind.\n'), path('pack'))
    expect(told(prepared)).toEqual({})
  })

  test('into a pack with an entry that has no title finds the others', async () => {
    const { path, write } = aWorkshop()
    await imported(write('faq.md', '## Wi-Fi\nOpen.\n'), path('pack'))
    writeFileSync(path('pack/own.yaml'), '- {id: eat, question: Where do we eat?, answer: In the hall.}\n')
    const prepared = await imported(write('s.csv', table('2026-06-10,10:00,Rivers,Hall A')), path('pack'))
    expect(told(prepared)).toEqual({ added: ['rivers'] })
  })

  test('brings together what stands in two files: sessions, and the speakers whose keys they have', async () => {
    const { path, write } = aWorkshop()
    const sessions = { A1: { code: 'A1', title: 'Rivers', start: '2026-06-10T09:30:00+05:00', speakers: ['P1'] } }
    const speakers = { P1: { code: 'P1', name: 'Ann Lee', affiliation: 'ACME', biography: 'Works on **rivers**.' } }
    const files = [write('sessions.json', JSON.stringify(sessions)), write('speakers.json', JSON.stringify(speakers))]
    const prepared = await prepareImport(files, path('pack'), wishes)
    prepared.write()
    const pack = loadPack(path('pack'))
    expect(pack.entries.find(({ id }) => id === 'rivers')?.speakers).toEqual(['ann-lee'])
    expect(pack.entries.find(({ id }) => id === 'ann-lee')?.text).toEqual({ en: 'Works on rivers.' })
  })

  test('into what is a file is refused', async () => {
    const { write } = aWorkshop()
    const file = write('pack.yaml', '')
    expect((await prepareImport([file], file, wishes)).faults).toMatchObject([
      { message: expect.stringContaining('this is a file') as string },
    ])
  })

  test('writes nothing where one of its files has a fault', async () => {
    const { path, write } = aWorkshop()
    const good = write('schedule.json', pretalxJson(madeTalks(2)))
    const prepared = await prepareImport([good, write('bad.json', '{"schedule": {')], path('pack'), wishes)
    expect(prepared.faults).toMatchObject([{ file: 'bad.json', message: expect.stringContaining('no JSON') as string }])
    expect(() => prepared.write()).toThrow()
    expect(() => readdirSync(path('pack'))).toThrow()
  })

  test('leaves a pack alone that has faults', async () => {
    const { path, write } = aWorkshop()
    const file = write('schedule.json', pretalxJson(madeTalks(2)))
    await imported(file, path('pack'))
    writeFileSync(path('pack/own.yaml'), '- id: a\n  titel: A\n')
    const prepared = await prepareImport([file], path('pack'), wishes)
    expect(prepared.faults).toMatchObject([{ file: 'own.yaml', line: 2 }])
  })

  test('adds a language to the pack that gets texts in another one', async () => {
    const { path, write } = aWorkshop()
    await imported(write('faq.md', '## Lunch\nLunch is served at noon in the hall.\n'), path('pack'))
    await imported(write('faq-ru.md', '## Где обед?\nОбед подают в полдень в большом зале.\n'), path('pack'))
    const pack = loadPack(path('pack'))
    expect(pack.languages).toEqual(['ru', 'en'])
    expect(pack.entries.map(({ title }) => title)).toEqual([{ ru: 'Lunch', en: 'Lunch' }, { ru: 'Где обед?' }])
  })
})

function table(...rows: string[]): string {
  return ['Date,Time,Title,Room', ...rows].join('\n')
}
