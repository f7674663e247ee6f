import { describe, expect, test } from 'vitest'
import { PackError } from '../../src/knowledge/fault.ts'
import { loadPack } from '../../src/knowledge/load.ts'
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

  test('names a missing translation', () => {
    const directory = aDirectory({
      'pack.yaml': 'languages: [kk, ru]',
      'entries.yaml': '- id: hall\n  title: { kk: Зал }\n',
    })
    expect(() => loadPack(directory)).toThrow('title is missing in ru')
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

function aNameOnly(): string {
  return new URL('../../docs', import.meta.url).pathname
}
