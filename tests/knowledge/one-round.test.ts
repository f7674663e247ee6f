import { describe, expect, test } from 'vitest'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeFault } from '../../src/knowledge/fault.ts'
import { inspectPack, loadPack } from '../../src/knowledge/load.ts'
import { readPackFiles } from '../../src/knowledge/pack-files.ts'
import { aDirectory } from '../support/packs.ts'

function faults(files: Readonly<Record<string, string>>): string[] {
  return inspectPack(readPackFiles(aDirectory(files))).faults.map(describeFault)
}

describe('a slip in YAML is told in words', () => {
  test.for([
    {
      slip: 'a colon',
      source: '- id: a\n  title: Wi-Fi: how to\n',
      says: 'line 2: a text with a colon in it; put the text in quotes: title: "Wi-Fi: how to"',
    },
    { slip: 'a tab', source: '- id: a\n\ttitle: A\n', says: 'line 2: begins with a tab; indent with spaces' },
    {
      slip: 'half a quotation',
      source: '- id: a\n  title: "Water" and us\n',
      says: 'line 2: title begins or ends in a quotation mark alone',
    },
    {
      slip: 'a sign with a meaning',
      source: '- id: a\n  title: @home\n',
      says: 'line 2: title begins with a sign that means something else; put the text in quotes: title: "@home"',
    },
    {
      slip: 'a key twice',
      source: '- id: a\n  title: A\n  title: B\n',
      says: 'line 3: has the same key twice; keep one of them',
    },
    { slip: 'a line too far out', source: '- id: a\n  title: A\n text: B\n', says: 'line 3: ' },
  ])('$slip', ({ source, says }) => {
    expect(faults({ 'a.yaml': source })).toEqual([expect.stringContaining(`a.yaml, ${says}`)])
  })
})

describe('one round names all faults', () => {
  test('of form and of relations together', () => {
    const entries = [
      '- { id: a, titel: A }',
      '- { id: b, title: B, within: nowhere }',
      // Which could not be read: that it lacks an a is no fault of its own.
      '- { id: c, title: C, within: a }',
      '- { id: c, title: D }',
    ]
    expect(faults({ 'a.yaml': entries.join('\n') })).toEqual([
      'a.yaml, line 1, entry a: unknown key titel: did you mean title?',
      'a.yaml, line 4, entry c: this id is used twice; give each its own',
      'a.yaml, line 2, entry b: within names nowhere, which the pack does not have',
    ])
  })

  test('but not what only a file that can’t be read leaves open', () => {
    expect(
      faults({ 'a.yaml': '- id: a\n  title: Wi-Fi: how\n', 'b.yaml': '- { id: b, title: B, within: a }' }),
    ).toHaveLength(1)
  })
})

describe('a file in another encoding', () => {
  test('is refused by name, with the encoding to save it in', () => {
    const directory = mkdtempSync(join(tmpdir(), 'jauap-'))
    writeFileSync(join(directory, 'a.yaml'), Buffer.from('- {id: a, title: \xcf\xf0\xe8\xe2\xe5\xf2}', 'latin1'))
    writeFileSync(join(directory, 'b.yaml'), Buffer.from('\uFEFF- {id: b, title: Wi-Fi}', 'utf16le'))
    expect(inspectPack(readPackFiles(directory)).faults.map(describeFault)).toEqual([
      'a.yaml: is in another encoding, such as windows-1251; save it as UTF-8',
      'b.yaml: is in UTF-16; save it as UTF-8',
    ])
  })

  test('is no such thing for the mark of UTF-8, also in JSON', () => {
    const pack = loadPack(
      aDirectory({ 'a.json': '\uFEFF[{"id":"a","title":"A"}]', 'b.jsonl': '\uFEFF{"id":"b","title":"B"}' }),
    )
    expect(pack.entries.map(({ id }) => id)).toEqual(['a', 'b'])
  })
})
