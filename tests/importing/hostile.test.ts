import { truncateSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import { readApart } from '../../src/importing/read-apart.ts'
import { readSource } from '../../src/importing/read-source.ts'
import { anArchive, aPdf, aWordFile, packed } from '../support/documents.ts'
import { aWorkshop } from '../support/schedules.ts'

/** What is said of a file that can't be used; fails for one that can. */
async function refusal(name: string, content: string | Uint8Array): Promise<string> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const { programme, faults } = await readSource({ name, bytes }, {})
  expect(programme).toMatchObject({ sessions: [], facts: [] })
  expect(faults).toHaveLength(1)
  expect(faults[0]!.file).toBe(name)
  return faults[0]!.message
}

const schemas = 'http://schemas.openxmlformats.org'
const relations = `${schemas}/officeDocument/2006/relationships`

/** Where a part of an archive leads. */
function relation(id: string, type: string, target: string): Uint8Array {
  const one = `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`
  return strToU8(`<Relationships xmlns="${schemas}/package/2006/relationships">${one}</Relationships>`)
}

const sheetFiles = {
  '[Content_Types].xml': strToU8(`<Types xmlns="${schemas}/package/2006/content-types"/>`),
  '_rels/.rels': relation('r', 'officeDocument', 'xl/workbook.xml'),
  'xl/workbook.xml': strToU8(
    `<workbook xmlns="${schemas}/spreadsheetml/2006/main" xmlns:r="${relations}">` +
      '<sheets><sheet name="S" sheetId="1" r:id="s"/></sheets></workbook>',
  ),
  'xl/_rels/workbook.xml.rels': relation('s', 'worksheet', 'worksheets/sheet1.xml'),
}

/** An .xlsx file whose sheet has these rows, as XML. */
function aSheet(rows: string, more: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  const sheet = `<worksheet xmlns="${schemas}/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`
  return zipSync({ ...sheetFiles, 'xl/worksheets/sheet1.xml': strToU8(sheet), ...more })
}

function cells(row: number, ...texts: readonly string[]): string {
  const cell = (text: string, at: number): string =>
    `<c r="${'ABCD'[at]}${row}" t="inlineStr"><is><t>${text}</t></is></c>`
  return `<row r="${row}">${texts.map(cell).join('')}</row>`
}

/** 65 MB of one letter, more than anything may hold, in a quarter of one. */
const bomb = packed(Buffer.alloc(65_000_000, 'a'))

describe('a broken file is refused with what to do', () => {
  test.for([
    { name: 'a.json', content: '{"schedule": {"conference"', says: /no JSON .*; export it anew/ },
    { name: 'a.json', content: '{"schedule": {"conference": {"title": "A"}}}', says: /no schedule of pretalx or frab/ },
    { name: 'a.json', content: '[1, 2]', says: /neither a schedule of pretalx or frab nor a list/ },
    { name: 'a.xml', content: '<schedule><day date="2026-06-10"><room', says: /no well-formed XML .*; export it anew/ },
    { name: 'a.xml', content: '<rss version="2.0"></rss>', says: /its root is <rss>/ },
    {
      name: 'a.ics',
      content: 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:A\r\n',
      says: /no calendar that can be read/,
    },
    { name: 'a.ics', content: 'Dear all,', says: /does not begin as a calendar/ },
    { name: 'a.csv', content: 'one,two\n1,2', says: /no row of headings that are known/ },
    { name: 'a.csv', content: '', says: /it is empty/ },
    { name: 'a.csv', content: Buffer.from([0x41, 0, 0, 0x42, 0, 0xff, 0, 0, 1]), says: /this is no text/ },
    { name: 'a.xlsx', content: 'no spreadsheet', says: /damaged, or not of the format/ },
    { name: 'a.docx', content: Buffer.from('PK\u0003\u0004 and then nothing'), says: /damaged, or not of the format/ },
    { name: 'a.xls', content: Buffer.from('d0cf11e0a1b11ae1', 'hex'), says: /a format that is not read; use xlsx/ },
    { name: 'a.xlsx', content: Buffer.from('d0cf11e0a1b11ae1', 'hex'), says: /without a password as \.xlsx/ },
    { name: 'a.pdf', content: '%PDF-1.7\ngarbage', says: /no PDF that can be read/ },
    { name: 'a.pdf', content: 'a letter', says: /content is not what its name says/ },
    { name: 'a.png', content: 'a picture', says: /a format that is not read; use xlsx, csv/ },
    { name: 'a.md', content: '\n\n', says: /nothing to import was found/ },
  ])('$name: $says', async ({ name, content, says }) => expect(await refusal(name, content)).toMatch(says))

  test('a spreadsheet that was cut off on its way', async () => {
    const whole = aSheet(cells(1, 'Date', 'Time', 'Title') + cells(2, '2026-06-10', '10:00', 'A'))
    expect(await refusal('a.xlsx', whole.subarray(0, whole.length / 2))).toMatch(/damaged/)
  })

  test('a scan without text', async () => {
    expect(await refusal('a.pdf', aPdf([]))).toMatch(/no text in it, only pictures/)
  })
})

describe('a hostile file', () => {
  test('that is a bomb once it is unpacked is refused before it is', async () => {
    const sheet = anArchive({ name: 'xl/worksheets/sheet1.xml', ...bomb })
    const document = anArchive({ name: 'word/document.xml', ...bomb })
    // An archive may say that it is small.
    const liar = anArchive({ name: 'word/document.xml', ...bomb, size: 1000 })
    expect(sheet.length).toBeLessThan(1_000_000)
    const before = process.memoryUsage.rss()
    expect(await refusal('a.xlsx', sheet)).toMatch(/more than 64 MB once it is unpacked/)
    expect(await refusal('a.docx', document)).toMatch(/more than 64 MB once it is unpacked/)
    expect(await refusal('a.docx', liar)).toMatch(/more than 64 MB once it is unpacked/)
    expect(process.memoryUsage.rss() - before).toBeLessThan(400_000_000)
  })

  test.for([
    { what: 'laughs a billion times', type: '<!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>' },
    { what: 'takes a file from elsewhere', type: '<!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/passwd">]>' },
  ])('that $what by its entities is refused', async ({ type }) => {
    const xml = `<?xml version="1.0"?>${type}<schedule><conference><title>&a;</title></conference></schedule>`
    expect(await refusal('a.xml', xml)).toMatch(/document type, with which files from elsewhere/)
    const part = strToU8(`<?xml version="1.0"?>${type}<w:document/>`)
    expect(await refusal('a.docx', aWordFile([], { 'word/document.xml': part }))).toMatch(/declares a document type/)
    expect(await refusal('a.xlsx', aSheet('', { 'xl/workbook.xml': part }))).toMatch(/declares a document type/)
  })

  test('that nests elements without end is refused', async () => {
    expect(await refusal('a.xml', `<schedule>${'<a>'.repeat(100_000)}`)).toMatch(/nested more than 200 deep/)
  })

  test('that has a cell a million rows down is refused, not filled up', async () => {
    expect(await refusal('a.xlsx', aSheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))).toMatch(
      /beyond row 20000/,
    )
  })

  test('of formulas gives the values that they had, and runs none', async () => {
    const sheet = aSheet(
      `${cells(1, 'Date', 'Time', 'Title')}<row r="2"><c r="A2" t="inlineStr"><is><t>2026-06-10</t></is></c>` +
        `<c r="B2" t="inlineStr"><is><t>10:00</t></is></c><c r="C2" t="str"><f>WEBSERVICE("//evil.example")</f>` +
        '<v>Rivers</v></c></row>',
    )
    const { programme } = await readSource({ name: 'a.xlsx', bytes: sheet }, {})
    expect(programme.sessions).toMatchObject([{ title: { en: 'Rivers' } }])
    const { programme: typed } = await readSource(
      { name: 'a.csv', bytes: Buffer.from('Date,Time,Title\n2026-06-10,10:00,"=HYPERLINK(""https://evil.example"")"') },
      {},
    )
    expect(typed.sessions).toMatchObject([{ title: { en: '=HYPERLINK("https://evil.example")' } }])
  })

  test('with macros and embedded files is read without them', async () => {
    const sheet = aSheet(cells(1, 'Date', 'Time', 'Title') + cells(2, '2026-06-10', '10:00', 'Rivers'), {
      'xl/vbaProject.bin': Buffer.alloc(1000, 1),
      'xl/embeddings/evil.xml': strToU8('<!DOCTYPE evil>'),
    })
    const { programme } = await readSource({ name: 'a.xlsm', bytes: sheet }, {})
    expect(programme.sessions).toHaveLength(1)
  })

  test('of a web page brings no script, style or hidden text, however it is written', async () => {
    const page = `<h2>Lunch</h2><p onclick="evil()">At noon.<script>alert(1)</script><style>p{}</style></p>
<p style="display:none">Evil.</p><p><a href="javascript:evil()">menu</a> <img src=x onerror=evil()></p>
<iframe src="https://evil.example"></iframe>`
    const { programme } = await readSource({ name: 'a.html', bytes: Buffer.from(page) }, {})
    expect(programme.facts).toMatchObject([{ text: { en: 'At noon.\nmenu' }, links: [] }])
  })

  test('of deep HTML is read as far as a page goes', async () => {
    const deep = `${'<div>'.repeat(50_000)}Evil.`
    const page = Buffer.from(`<h2>Lunch</h2><p>At noon.</p>${deep}`)
    const { programme, faults } = await readSource({ name: 'a.html', bytes: page }, {})
    expect(faults).toEqual([])
    expect(programme.facts).toMatchObject([{ title: { en: 'Lunch' }, text: { en: 'At noon.' } }])
    expect(await refusal('a.html', `<h2>Lunch</h2>${deep}`)).toMatch(/nothing to import was found/)
  })
})

describe('a thread of its own', () => {
  test('reads a file', async () => {
    const { write } = aWorkshop()
    const { programme } = await readApart(write('a.md', '## Lunch\nAt noon.'), {})
    expect(programme.facts).toHaveLength(1)
  })

  test('is not begun for a file of 200 MB, or for none', async () => {
    const { path, write } = aWorkshop()
    truncateSync(write('large.csv', 'Title'), 200_000_000)
    const large = await readApart(path('large.csv'), {})
    expect(large.faults).toMatchObject([
      { file: 'large.csv', message: expect.stringMatching(/200 MB, more than the 32 MB/) as string },
    ])
    const none = await readApart(path('none.csv'), {})
    expect(none.faults).toMatchObject([{ message: 'there is no such file; correct its name' }])
  })

  test('is ended when a library takes more memory than any programme does', async () => {
    const { write } = aWorkshop()
    // A page whose content has 200 MB once it is unpacked.
    const content = deflateSync(Buffer.alloc(200_000_000, ' '), { level: 1 })
    const pdf = aPdf([], { dictionary: '/Filter/FlateDecode', bytes: content })
    const { faults } = await readApart(write('a.pdf', pdf), {}, { memory: 60_000_000, ms: 60_000 })
    expect(faults).toMatchObject([{ message: expect.stringMatching(/more memory than any programme/) as string }])
  }, 60_000)

  test('says what a library could not do, whatever that is', async () => {
    const { write } = aWorkshop()
    // A page of a million nested quotations, for which a parser has no end of its own.
    const { faults } = await readApart(write('a.md', '> '.repeat(1_000_000)), {}, { memory: 2e9, ms: 500 })
    expect(faults).toHaveLength(1)
  })

  test('is ended when it takes too long', async () => {
    const { write } = aWorkshop()
    const { faults } = await readApart(write('a.md', '## Lunch\nAt noon.'), {}, { memory: 1e9, ms: 1 })
    expect(faults).toMatchObject([{ message: expect.stringMatching(/longer than 0 seconds/) as string }])
  })

  test('reads a template that was filled in', async () => {
    const { write } = aWorkshop()
    const bytes = await writeWorkbook([
      [{ value: 'Question' }, { value: 'Answer' }],
      [{ value: 'Lunch?' }, { value: 'At noon.' }],
    ]).toBuffer()
    expect((await readApart(write('a.xlsx', bytes), {})).programme.facts).toHaveLength(1)
  })
})
