import { describe, expect, test } from 'vitest'
import { PackError, type Fault } from '../../src/knowledge/fault.ts'
import { inspectPack, loadPack, packFrom } from '../../src/knowledge/load.ts'
import { readPackFiles } from '../../src/knowledge/pack-files.ts'
import { aDirectory, bulletin } from '../support/packs.ts'

describe('loadPack', () => {
  test('reads the bulletin in three languages', () => {
    const pack = loadPack(bulletin)
    expect(pack.languages).toEqual(['kk', 'ru', 'en'])
    expect(pack.entries.find(({ id }) => id === 'consultation-3')).toMatchObject({
      ordinal: 3,
      place: 'ashgabat',
      dates: { from: '2025-05-13', to: '2025-05-15', precision: 'day' },
      section: '11.3',
    })
  })

  test.for([
    {
      form: 'a YAML list',
      files: { 'entries.yaml': '- id: one\n  title: Lunch\n  text: Lunch is at noon in the hall.\n' },
    },
    {
      form: 'JSON lines',
      files: { 'passages.jsonl': '{"id":"one","title":"Lunch","text":"Lunch is at noon in the hall."}\n\n' },
    },
    {
      form: 'a JSON list',
      files: { 'x.json': '[{"id":"one","title":"Lunch","text":"Lunch is at noon in the hall."}]' },
    },
    {
      form: 'entries with their manifest',
      files: {
        'pack.yaml': 'language: en\nentries:\n  - id: one\n    title: Lunch\n    text: Lunch is at noon in the hall.\n',
      },
    },
  ])('takes $form of plain texts, and tells their language', ({ files }) => {
    const { languages, entries } = loadPack(aDirectory(files))
    expect({ languages, title: entries[0]?.title }).toEqual({ languages: ['en'], title: { en: 'Lunch' } })
  })

  test('is content with questions alone', () => {
    const pack = loadPack(
      aDirectory({ 'faq.jsonl': '{"id":"wifi","questions":["how do I get online","is there wifi"]}' }),
    )
    expect(pack.entries[0]?.questions.en).toHaveLength(2)
  })

  test('joins the questions of several writers, and keeps what nothing answers apart', () => {
    const pack = loadPack(
      aDirectory({
        'entries.yaml': '- id: lunch\n  title: Lunch\n  questions: [is there lunch]\n  contrast: [who cooks]\n',
        'questions.en.yaml': 'lunch: [when is lunch]\n',
        'questions.en.someone.yaml': 'lunch: [where do we eat]\n',
        'contrast.en.yaml': 'lunch: [how much did lunch cost]\n',
      }),
    )
    expect(pack.entries[0]).toMatchObject({
      questions: { en: ['is there lunch', 'where do we eat', 'when is lunch'] },
      contrast: { en: ['who cooks', 'how much did lunch cost'] },
    })
  })

  test.for([
    {
      fault: 'an impossible date',
      yaml: '- { id: a, text: x, dates: "2025-02-30" }',
      says: ['line 1', 'entry a', 'dates', 'no such day'],
    },
    {
      fault: 'an interval that ends before it begins',
      yaml: '- { id: a, text: x, dates: "2025-03-02/2025-03-01" }',
      says: ['ends before'],
    },
    { fault: 'a misspelt key', yaml: '- id: a\n  txt: x', says: ['line 2', 'entry a', 'txt'] },
    { fault: 'an id used twice', yaml: '- { id: a, text: x }\n- { id: a, text: y }', says: ['entry a', 'used twice'] },
    { fault: 'an entry that says nothing', yaml: '- { id: a }', says: ['entry a', 'says nothing'] },
    {
      fault: 'a dangling place',
      yaml: '- { id: a, text: x, place: atlantis }',
      says: ['entry a', 'place', 'atlantis'],
    },
    { fault: 'a dangling member', yaml: '- { id: a, text: x, members: [b] }', says: ['entry a', 'members', 'names b'] },
    {
      fault: 'a name of two entries',
      yaml: '- { id: a, text: x, names: { en: [Hall] } }\n- { id: b, text: y, names: { en: [hall] } }',
      says: ['entry b', '"hall"', 'belongs to a'],
    },
    { fault: 'no list', yaml: 'id: a', says: ['must be a list'] },
    { fault: 'no YAML', yaml: '- id: [', says: ['entries.yaml'] },
  ])('names $fault, its file and its place', ({ yaml, says }) => {
    const directory = aDirectory({ 'entries.yaml': yaml })
    expect(() => loadPack(directory)).toThrow(PackError)
    for (const part of ['entries.yaml', ...says]) expect(() => loadPack(directory)).toThrow(part)
  })

  test('warns of a missing translation', () => {
    const directory = aDirectory({
      'pack.yaml': 'languages: [kk, ru]',
      'entries.yaml': '- id: hall\n  title: { kk: Зал }\n',
    })
    const { faults, warnings } = inspectPack(readPackFiles(directory))
    expect({ faults, warnings }).toMatchObject({
      faults: [],
      warnings: [{ file: 'entries.yaml', line: 2, message: 'title is missing in ru; translate it' }],
    })
  })

  test('names a place that comes twice, also in two files', () => {
    const place = '- { id: hall, name: { en: Hall } }'
    const directory = aDirectory({
      'entries.yaml': '- { id: a, text: x }',
      'places.yaml': place,
      'places.json': '[{"id":"hall","name":"Hall 2"}]',
    })
    expect(() => loadPack(directory)).toThrow('entry hall: this id is used twice')
  })

  test('lists all faults at once', () => {
    const directory = aDirectory({
      'entries.yaml': '- { id: a, dates: "2025-13" }\n- { id: b, place: 7 }\n- { id: c, text: "" }',
    })
    expect(() => loadPack(directory)).toThrow('3 faults')
  })

  test.for(['/nowhere/at/all', aNameOnly()])('says that %s holds no data', (path) => {
    expect(() => loadPack(path)).toThrow(path)
  })
})

describe('packFrom', () => {
  test('makes a pack without a file system', () => {
    const files = [{ name: 'entries.yaml', source: '- { id: a, text: Lunch is at noon. }' }]
    expect(packFrom({ path: 'p', files, faults: [] }).entries[0]?.text).toEqual({ en: 'Lunch is at noon.' })
  })

  test('reports what could not be read beside what it finds itself', () => {
    const unreadable = { file: 'b.yaml', place: '', message: 'EACCES' }
    const files = [{ name: 'a.yaml', source: '- { id: a, txt: x }' }]
    expect(() => packFrom({ path: 'p', files, faults: [unreadable] })).toThrow(/2 faults[^]*EACCES[^]*txt/)
  })

  test.for([
    { what: 'a key within a flow', yaml: '- id: a\n  text: x\n- { id: b,\n    text: y,\n    place: q }', line: 5 },
    { what: 'an item of a list', yaml: '- id: a\n  text: x\n  members:\n    - a\n    - nobody', line: 5 },
    { what: 'a statement', yaml: '# first\n\n- id: a\n  says:\n    - about: why\n      en: x', line: 5 },
    {
      what: 'a key after a long text',
      yaml: '- id: a\n  text: >\n    dates: no key\n\n    more\n  dates: "2025-13"',
      line: 6,
    },
    { what: 'what an alias brings', yaml: '- id: a\n  names: &n { en: [Hall] }\n- id: b\n  names: *n', line: 4 },
    {
      what: 'entries under their manifest',
      yaml: 'language: en\nentries:\n  - id: a\n    text: x\n    within: q',
      line: 5,
    },
  ])('finds the line of $what', ({ yaml, line }) => {
    expect(faultsOf({ 'entries.yaml': yaml }).map((fault) => fault.line)).toContain(line)
  })

  test.for([
    { file: 'entries.json', source: '[\n {"id":"a","text":"x"},\n {"id":"b","text":"y",\n  "place":"q"}\n]', line: 4 },
    { file: 'entries.jsonl', source: '{"id":"a","text":"x"}\n\n{"id":"b","text":"y","place":"q"}\n', line: 3 },
  ])('finds the line in $file', ({ file, source, line }) => {
    expect(faultsOf({ [file]: source })).toMatchObject([{ file, line, place: 'entry b' }])
  })

  test('finds the second owner of a name, in the file of its own', () => {
    const places = '- id: hall\n  name: { en: Hall }\n'
    const organisations = '- id: club\n  name: { en: Club }\n  names:\n    en:\n      - the club\n      - Hall\n'
    const faults = faultsOf({
      'entries.yaml': '- { id: a, text: x }',
      'organisations.yaml': organisations,
      'places.yml': places,
    })
    expect(faults).toMatchObject([
      { file: 'places.yml', line: 2, message: expect.stringContaining('belongs to club') as string },
    ])
  })

  test('finds contrast questions of an entry that is not there', () => {
    const faults = faultsOf({ 'entries.yaml': '- id: a\n  text: x\n', 'contrast.en.yaml': 'b:\n  - is it y\n' })
    expect(faults).toMatchObject([{ file: 'contrast.en.yaml', line: 1, place: 'b' }])
  })

  test('finds questions of an entry that is not there', () => {
    const faults = faultsOf({
      'entries.yaml': '- { id: a, text: x }',
      'questions.en.yaml': 'a:\n  - is it x\nb:\n  - is it y\n',
    })
    expect(faults).toMatchObject([{ file: 'questions.en.yaml', line: 3, place: 'b' }])
  })
})

function aNameOnly(): string {
  return new URL('../../docs', import.meta.url).pathname
}

function faultsOf(files: Readonly<Record<string, string>>): readonly Fault[] {
  try {
    packFrom({ path: 'p', files: Object.entries(files).map(([name, source]) => ({ name, source })), faults: [] })
    return []
  } catch (error) {
    return (error as PackError).faults
  }
}
