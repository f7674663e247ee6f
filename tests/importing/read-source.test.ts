import writeWorkbook from 'write-excel-file/node'
import { describe, expect, test } from 'vitest'
import type { Programme, Reading } from '../../src/importing/programme/programme.ts'
import { readSource, type ReadContext } from '../../src/importing/read-source.ts'
import { aPdf, aWordFile } from '../support/documents.ts'

async function read(name: string, content: string | Uint8Array, context: ReadContext = {}): Promise<Programme> {
  const { programme, faults } = await reading(name, content, context)
  expect(faults).toEqual([])
  return programme
}

function reading(name: string, content: string | Uint8Array, context: ReadContext = {}): Promise<Reading> {
  return readSource({ name, bytes: typeof content === 'string' ? Buffer.from(content) : content }, context)
}

/** Headings with their texts, whatever language they are in. */
function factsIn({ facts }: Programme): [string, string][] {
  return facts.map(({ title, text }) => [Object.values(title)[0]!, Object.values(text)[0] ?? ''])
}

describe('a table', () => {
  test('is read with the headings that people write, in any of the languages', async () => {
    const { sessions } = await read(
      'programme.csv',
      `Форум молодых учёных;;;;
Дата;Время;Тема доклада;Спикер;Зал
10 июня 2026;10:00–10:45;Открытие форума;Иванов И.И.;Зал А
;11.00-12.00;"Цифровой Казахстан; планы";"Асель Нұрланова, Пётр Ли";Зал Б
11.06;09:30;Қорытынды отырыс;;Зал А`,
    )
    expect(sessions).toMatchObject([
      {
        title: { ru: 'Открытие форума' },
        slots: [{ start: '2026-06-10 10:00', end: '2026-06-10 10:45', room: 'Зал А' }],
      },
      {
        title: { ru: 'Цифровой Казахстан; планы' },
        speakers: ['Асель Нұрланова', 'Пётр Ли'],
        slots: [{ start: '2026-06-10 11:00' }],
      },
      { title: { kk: 'Қорытынды отырыс' }, slots: [{ start: '2026-06-11 09:30' }] },
    ])
  })

  test.for([
    {
      what: 'in a column of moments',
      rows: 'Start,End,Title\n2026-06-10 09:30,2026-06-10 10:15,A',
      slot: { start: '2026-06-10 09:30', end: '2026-06-10 10:15' },
    },
    {
      what: 'with an offset, which is that of the venue',
      rows: 'Start,Title\n2026-06-10T09:30:00+05:00,A',
      slot: { start: '2026-06-10 09:30' },
    },
    {
      what: 'in a row of its own',
      rows: 'Time,Title\n"Wednesday, June 10, 2026",\n9:30 am - 1 pm,A',
      slot: { start: '2026-06-10 09:30', end: '2026-06-10 13:00' },
    },
    {
      what: 'month first, where days say so',
      rows: 'Date,Time,Title\n6/10/2026,9:30,A\n6/13/2026,9:30,B',
      slot: { start: '2026-06-10 09:30' },
    },
    {
      what: 'day first, where nothing speaks against it',
      rows: 'Date,Time,Title\n10/06/2026,9:30,A',
      slot: { start: '2026-06-10 09:30' },
    },
    {
      what: 'with a duration',
      rows: 'Date;Time;Duration;Title\n10.06.2026;23:30;45;A',
      slot: { start: '2026-06-10 23:30', end: '2026-06-11 00:15' },
    },
    {
      what: 'in Kazakh',
      rows: 'Күні;Уақыты;Тақырыбы\n2026 жылғы 10 маусым;09.30;А',
      slot: { start: '2026-06-10 09:30' },
    },
  ])('has its days $what', async ({ rows, slot }) => {
    const { sessions } = await read('t.csv', rows)
    expect(sessions[0]?.slots[0]).toEqual(slot)
  })

  test('names the row and the value that is no day, and gives the remedy', async () => {
    const { faults } = await reading('t.csv', 'Date,Time,Title\n2026-02-30,10:00,A\n2026-03-01,morning,B')
    expect(faults).toEqual([
      { file: 't.csv', place: 't.csv, row 2', message: '"2026-02-30" is no day; write it as 2026-06-10 or 10.06.2026' },
      { file: 't.csv', place: 't.csv, row 3', message: '"morning" is no time; write it as 09:30 or 09:30–10:15' },
    ])
  })

  test.for([
    { cell: 'No', registration: false },
    { cell: 'не нужна', registration: false },
    { cell: 'Қажет емес', registration: false },
    { cell: 'Yes', registration: true },
    { cell: 'да', registration: true },
    { cell: 'иә', registration: true },
    { cell: 'At the desk', registration: 'At the desk' },
  ])('tells whether to register by "$cell"', async ({ cell, registration }) => {
    const { sessions } = await read('t.csv', `Date,Time,Title,Registration needed\n2026-06-10,13:00,Lunch,${cell}`)
    expect(sessions).toMatchObject([{ registration }])
  })

  test('makes one session of the same thing on several days', async () => {
    const { sessions } = await read('t.csv', 'Date,Time,Title\n2026-06-10,13:00,Lunch\n2026-06-11,13:30,Lunch')
    expect(sessions).toMatchObject([{ slots: [{ start: '2026-06-10 13:00' }, { start: '2026-06-11 13:30' }] }])
  })

  test('has a column for each language', async () => {
    const { sessions } = await read(
      't.csv',
      'Date,Time,Title (en),Название (рус),Атауы (қаз)\n2026-06-10,13:00,Lunch,Обед,Түскі ас',
    )
    expect(sessions[0]?.title).toEqual({ en: 'Lunch', ru: 'Обед', kk: 'Түскі ас' })
  })

  test('tells of people, rooms and questions by its headings', async () => {
    const people = await read('p.csv', 'ФИО;Организация\nАсель Нұрланова;КазНУ')
    const rooms = await read('r.csv', 'Room;Building;Floor\nHall A;Main Building;2')
    const facts = await read(
      'f.csv',
      'Тема;Вопрос;Ответ\nWi-Fi;;Сеть Event\nпарковка;Где стоянка?;Во дворе\n;Без ответа?;',
    )
    expect(people.people).toMatchObject([{ key: 'Асель Нұрланова', affiliation: { kk: 'КазНУ' } }])
    expect(rooms.rooms).toMatchObject([{ name: { en: 'Hall A' }, building: 'Main Building', floor: { en: 'floor 2' } }])
    expect(facts.facts).toMatchObject([
      { topic: 'wifi', text: { ru: 'Сеть Event' } },
      { topic: 'parking', title: { ru: 'Где стоянка?' } },
    ])
  })

  test('is read from any list of objects', async () => {
    const { sessions } = await read(
      'sessions.json',
      JSON.stringify({
        A1: { title: 'Rivers', start: '2026-06-10T09:30:00+05:00', room: 'Hall A', speakers: [{ name: 'Ann Lee' }] },
      }),
    )
    expect(sessions).toMatchObject([
      { key: 'A1', speakers: ['Ann Lee'], slots: [{ start: '2026-06-10 09:30', room: 'Hall A' }] },
    ])
  })

  test('is read from what pretalx gives of its talks, by day and room', async () => {
    const talk = {
      code: 'A1',
      title: 'Rivers',
      speakers: [{ code: 'P1', name: 'Ann Lee' }],
      submission_type: { id: 1, name: { en: 'Talk' } },
      slots: [
        {
          room: { id: 2, name: { en: 'Hall A' } },
          start: '2026-06-10T09:30:00+05:00',
          end: '2026-06-10T10:15:00+05:00',
        },
      ],
    }
    const expected = {
      key: 'A1',
      title: { en: 'Rivers' },
      speakers: ['Ann Lee'],
      slots: [{ start: '2026-06-10 09:30', end: '2026-06-10 10:15', room: 'Hall A' }],
    }
    const listed = await read('talks.json', JSON.stringify({ count: 1, results: [talk] }))
    const nested = await read('talks.json', JSON.stringify({ schedule: { '2026-06-10': { 570: { 2: talk } } } }))
    expect([listed.sessions, nested.sessions]).toMatchObject([[expected], [expected]])
  })

  test('of Excel has its days and times as the sheet shows them', async () => {
    const bytes = await writeWorkbook([
      {
        sheet: 'Programme',
        data: [
          [{ value: 'Date' }, { value: 'Start' }, { value: 'Title' }, { value: 'Places' }],
          [
            { value: new Date('2026-06-10T00:00:00Z'), type: Date, format: 'dd.mm.yyyy' },
            { value: 0.395_833_33, type: Number, format: 'hh:mm' },
            { value: 'Rivers' },
            { value: 40 },
          ],
        ],
      },
      { sheet: 'Notes', data: [[{ value: 'nothing to import' }]] },
    ]).toBuffer()
    const { sessions } = await read('t.xlsx', bytes)
    expect(sessions).toMatchObject([{ capacity: 40, slots: [{ start: '2026-06-10 09:30' }] }])
  })
})

describe('a text in another encoding', () => {
  const rows = 'Дата;Время;Название\n10.06.2026;10:00;Открытие форума и приветственное слово'
  const windows = Buffer.from(Array.from(rows, (letter) => byteIn('windows-1251', letter)))
  const koi8 = Buffer.from(Array.from(rows, (letter) => byteIn('koi8-r', letter)))

  test.for([
    { encoding: 'utf-16le', bytes: Buffer.from(`\uFEFF${rows}`, 'utf16le') },
    { encoding: 'utf-16be', bytes: Buffer.from(`\uFEFF${rows}`, 'utf16le').swap16() },
    { encoding: 'windows-1251', bytes: windows },
    { encoding: 'koi8-r', bytes: koi8 },
  ])('is read as $encoding, which is said', async ({ encoding, bytes }) => {
    const { programme, notes } = await reading('t.csv', bytes)
    expect(programme.sessions[0]?.title).toEqual({ ru: 'Открытие форума и приветственное слово' })
    expect(notes).toEqual([`t.csv: read as ${encoding}`])
  })

  test('is read as UTF-8 with the mark that Excel writes, of which nobody needs to hear', async () => {
    const { programme, notes } = await reading('t.csv', `\uFEFF${rows}`)
    expect(programme.sessions).toHaveLength(1)
    expect(notes).toEqual([])
  })
})

/** The byte of a letter in an encoding of single bytes, which Node only decodes. */
function byteIn(encoding: string, letter: string): number {
  const decoder = new TextDecoder(encoding)
  return Array.from({ length: 256 }, (_, byte) => byte).find((byte) => decoder.decode(Uint8Array.of(byte)) === letter)!
}

describe('a document', () => {
  const expected: [string, string][] = [
    ['Is there a live stream?', 'Yes, on our channel.\n• talks\n• panels'],
    ['How do I get there?', 'By bus.'],
  ]

  test('in Markdown gives headings with what follows them', async () => {
    const programme = await read(
      'faq.md',
      `---
title: FAQ
---
import Box from './box'

# FAQ

<!-- nobody sees this -->
## Is there a live stream?
Yes, on our **[channel](https://example.org/live)**.

- talks
- panels

## How do I get there?
By bus.`,
    )
    expect(factsIn(programme)).toEqual(expected)
    expect(programme.facts[0]?.links).toEqual([{ label: 'channel', url: 'https://example.org/live' }])
  })

  test('in HTML gives what a reader of the page sees', async () => {
    const programme = await read(
      'faq.html',
      `<!doctype html><html><head><title>FAQ</title><style>h2{}</style></head><body>
<nav><a href="/">Home</a></nav><main><h1>FAQ</h1>
<h2>Is there a live stream?</h2>
<p>Yes, on our <a href="https://example.org/live">channel</a>.</p><ul><li>talks<li>panels</ul>
<details><summary>How do I get there?</summary>By bus.</details>
<p hidden>A secret.</p><script>document.write('<h2>Evil?</h2>')</script></main></body></html>`,
    )
    expect(factsIn(programme)).toEqual(expected)
  })

  test('of Word gives headings, questions and tables', async () => {
    const programme = await read(
      'faq.docx',
      aWordFile([
        { text: 'Is there a live stream?', style: 'heading 2' },
        { text: 'Yes, on our channel.' },
        { text: 'How do I get there?', bold: true },
        { text: 'By bus.' },
        { text: '10 июня 2026', style: 'heading 2' },
        [
          ['Время', 'Тема', 'Докладчик'],
          ['10:00', 'Открытие', 'Иванов'],
        ],
        { text: 'В: Будет ли перевод?' },
        { text: 'О: Да, на три языка.' },
      ]),
    )
    expect(factsIn(programme)).toEqual([
      ['Is there a live stream?', 'Yes, on our channel.'],
      ['How do I get there?', 'By bus.'],
      ['Будет ли перевод?', 'Да, на три языка.'],
    ])
    expect(programme.sessions).toMatchObject([{ title: { ru: 'Открытие' }, slots: [{ start: '2026-06-10 10:00' }] }])
  })

  test('in PDF gives larger lines as headings, and questions', async () => {
    const programme = await read(
      'faq.pdf',
      aPdf([
        { text: 'Travel', size: 18, y: 700 },
        { text: 'The venue is in the old har-', size: 11, y: 670 },
        { text: 'bour of the city.', size: 11, y: 657 },
        { text: 'How do I get there?', size: 11, y: 620 },
        { text: 'By bus.', size: 11, y: 607 },
        { text: '1', size: 11, y: 40 },
      ]),
    )
    expect(factsIn(programme)).toEqual([
      ['Travel', 'The venue is in the old harbour of the city.'],
      ['How do I get there?', 'By bus.'],
    ])
  })

  test('names what is above a heading that says nothing alone', async () => {
    const programme = await read('faq.md', '## Lunch\nIt is free.\n\n### Where?\nIn the hall.')
    expect(factsIn(programme)).toEqual([
      ['Lunch', 'It is free.'],
      ['Lunch: Where?', 'In the hall.'],
    ])
  })

  test('keeps a table without days as text, and says so', async () => {
    const { programme, notes } = await reading('faq.md', '## Buses\n\n|Time|Title|\n|---|---|\n|10:00|To the venue|')
    expect(factsIn(programme)).toEqual([['Buses', 'Time – Title\n10:00 – To the venue']])
    expect(notes).toEqual([expect.stringContaining('no day is known for "10:00"')])
  })
})

describe('a schedule', () => {
  test.for([
    { what: 'of its day', inner: '<start>9:30</start>', slot: { start: '2026-06-10 09:30', end: '2026-06-10 11:00' } },
    { what: 'at night', inner: '<start>01:30</start>', slot: { start: '2026-06-11 01:30', end: '2026-06-11 03:00' } },
    {
      what: 'at night by its date',
      inner: '<start>05:30</start><date>2026-06-11T05:30:00+05:00</date>',
      slot: { start: '2026-06-11 05:30', end: '2026-06-11 07:00' },
    },
    {
      what: 'with a date in UTC',
      inner: '<start>09:30</start><date>2026-06-10T04:30:00Z</date>',
      slot: { start: '2026-06-10 09:30', end: '2026-06-10 11:00' },
    },
  ])('has a talk $what', async ({ inner, slot }) => {
    const { sessions } = await read('s.xml', event(inner))
    expect(sessions).toMatchObject([{ slots: [slot] }])
  })

  test('is refused with the talk that has no time', async () => {
    const { faults } = await reading('s.xml', event('<start>soon</start>'))
    expect(faults).toEqual([
      {
        file: 's.xml',
        place: 'talk 1',
        message: 'no time of a talk (soon on 2026-06-10); correct it where it was exported',
      },
    ])
  })

  test('has people as names, where it has no more of them', async () => {
    const { sessions } = await read('s.xml', event('<start>9:30</start><person>Ann Lee, Ben Ode</person>'))
    expect(sessions).toMatchObject([{ speakers: ['Ann Lee', 'Ben Ode'] }])
  })

  test('lists rooms by name, and talks without a title not at all', async () => {
    const { sessions } = await read(
      's.json',
      JSON.stringify({
        schedule: {
          conference: {
            rooms: ['Hall A'],
            days: [
              {
                date: '2026-06-10',
                rooms: {
                  'Hall A': [
                    { id: 1, title: 'Rivers', start: '9:30' },
                    { id: 2, title: '', start: '9:30' },
                  ],
                },
              },
            ],
          },
        },
      }),
    )
    expect(sessions).toHaveLength(1)
  })
})

describe('a calendar', () => {
  test('has its times in the zone that it names', async () => {
    const text = calendar(
      'UID:a\nSUMMARY:Opening\\, with songs\nDTSTART;TZID=Asia/Almaty:20260610T093000\nDURATION:PT45M\nLOCATION:Hall A',
    )
    const programme = await read('forum.ics', text)
    expect(programme).toMatchObject({
      title: { en: 'Forum' },
      timeZone: 'Asia/Almaty',
      sessions: [
        {
          key: 'a',
          title: { en: 'Opening, with songs' },
          slots: [{ start: '2026-06-10 09:30', end: '2026-06-10 10:15', room: 'Hall A' }],
        },
      ],
    })
  })

  test('in UTC needs a zone, and is told in it', async () => {
    const text = calendar('UID:a\nSUMMARY:Opening\nDTSTART:20260610T043000Z\nDTEND:20260610T051500Z\nSTATUS:CANCELLED')
    expect((await reading('forum.ics', text)).faults).toMatchObject([
      { message: expect.stringContaining('--time-zone') as string },
    ])
    const { sessions } = await read('forum.ics', text, { timeZone: 'Asia/Almaty' })
    expect(sessions).toMatchObject([
      { slots: [{ start: '2026-06-10 09:30', end: '2026-06-10 10:15' }], status: 'cancelled' },
    ])
  })

  test('has a slot for each time of what recurs, and days for what lasts them', async () => {
    const text = calendar(
      'UID:a\nSUMMARY:Lunch\nDTSTART:20260610T130000\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE:20260611T130000',
      'UID:b\nSUMMARY:Fair\nDTSTART;VALUE=DATE:20260610\nDTEND;VALUE=DATE:20260612',
    )
    const { sessions } = await read('forum.ics', text)
    expect(sessions.map(({ slots }) => slots.map(({ start }) => start))).toEqual([
      ['2026-06-10 13:00', '2026-06-12 13:00'],
      ['2026-06-10'],
    ])
  })

  test('has of what recurs each time as it is held: moved, in another room, or not at all', async () => {
    const text = calendar(
      'UID:a\nSUMMARY:Lunch\nDTSTART:20260610T130000\nRRULE:FREQ=DAILY;COUNT=4\nLOCATION:Hall A',
      'UID:a\nSUMMARY:Lunch\nRECURRENCE-ID:20260611T130000\nDTSTART:20260611T140000\nLOCATION:Garden',
      'UID:a\nSUMMARY:Lunch\nRECURRENCE-ID:20260612T130000\nDTSTART:20260612T130000\nSTATUS:CANCELLED',
      'UID:a\nSUMMARY:Lunch\nRECURRENCE-ID:20260613T130000\nDTSTART:20260613T123000',
    )
    const { sessions, rooms } = await read('forum.ics', text)
    expect(sessions).toMatchObject([
      {
        slots: [
          { start: '2026-06-10 13:00', room: 'Hall A' },
          { start: '2026-06-11 14:00', room: 'Garden' },
          { start: '2026-06-13 12:30' },
        ],
      },
    ])
    expect(sessions[0]!.slots[2]).not.toHaveProperty('room')
    expect(rooms.map(({ key }) => key)).toEqual(['Hall A', 'Garden'])
  })

  test('leaves out what recurs at no time', async () => {
    const text = calendar(
      'UID:a\nSUMMARY:Lunch\nDTSTART:20260610T130000\nRRULE:FREQ=DAILY;COUNT=1\nEXDATE:20260610T130000',
      'UID:b\nSUMMARY:Opening\nDTSTART:20260610T093000',
    )
    expect((await read('forum.ics', text)).sessions.map(({ key }) => key)).toEqual(['b'])
  })
})

function calendar(...events: string[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'X-WR-CALNAME:Forum',
    ...events.flatMap((event) => ['BEGIN:VEVENT', ...event.split('\n'), 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ]
  return lines.join('\r\n')
}

function event(inner: string): string {
  return `<schedule><conference><title>C</title><day_change>04:00</day_change></conference><day date="2026-06-10">
<room name="Hall A"><event id="1"><title>Rivers</title><duration>1:30</duration>${inner}</event></room></day>
</schedule>`
}
