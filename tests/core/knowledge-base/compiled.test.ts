import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { crc32 } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { plainText } from '../../../src/core/answering/reply.ts'
import { openAssistant } from '../../../src/core/answering/assistant.ts'
import { compilePack, type CompiledPack } from '../../../src/core/knowledge-base/compile.ts'
import { decodeCompiled, encodeCompiled } from '../../../src/core/knowledge-base/compiled-bytes.ts'
import { compiledPaths, readCompiled, writeCompiled } from '../../../src/core/knowledge-base/compiled-file.ts'
import { unwrap, wrap, type Tree } from '../../../src/core/knowledge-base/container.ts'
import { compiledKeyOf } from '../../../src/core/knowledge-base/key.ts'
import { holdKnowledge } from '../../../src/core/knowledge-base/knowledge.ts'
import { openCompiled } from '../../../src/core/knowledge-base/knowledge-base.ts'
import { loadKnowledge, readKnowledge } from '../../../src/core/knowledge-base/load-knowledge.ts'
import { learnTalk } from '../../../src/core/search/talk-model.ts'
import { rememberingTerms } from '../../../src/core/text/term.ts'
import { languageOf } from '../../../src/languages/known/all.ts'
import { loadPack, packFrom } from '../../../src/knowledge/load.ts'
import type { LocalisedLists } from '../../../src/knowledge/localised.ts'
import type { Pack } from '../../../src/knowledge/pack.ts'
import { packToJson } from '../../../src/knowledge/pack-json.ts'
import { readPackFiles } from '../../../src/knowledge/pack-files.ts'
import { readTopics } from '../../../src/topics/topics.ts'
import { aDirectory, bulletin, smallPack } from '../../support/packs.ts'

const files = readPackFiles(smallPack)
const key = compiledKeyOf(files)
const compiled = compilePack(packFrom(files))
const bytes = encodeCompiled(compiled, key)

const questions = [
  'When is the summit?',
  'саммит қашан?',
  'где проходит самит',
  'where is teh hal',
  'cfvvbn rjulf',
  'how much is the parking',
]

function answersOf(pack: CompiledPack): string[] {
  const assistant = openAssistant(holdKnowledge(openCompiled(pack)), 'en')
  const now = new Date('2026-11-24T09:00:00Z')
  return questions.map((text) => plainText(assistant.ask({ text, now }).reply))
}

/** Of each entry what it takes to be known by its questions: all of them, and topics, take ten seconds to learn. */
function withFewQuestions(pack: Pack): Pack {
  const few = 25
  const fewOf = ({ kk, ru, en }: LocalisedLists): LocalisedLists => ({
    kk: kk.slice(0, few),
    ru: ru.slice(0, few),
    en: en.slice(0, few),
  })
  return {
    ...pack,
    topics: false,
    entries: pack.entries.map((entry) => ({ ...entry, questions: fewOf(entry.questions) })),
  }
}

describe('a compiled pack', () => {
  test('answers from its bytes as it does without', () => {
    expect(answersOf(decodeCompiled(bytes, key)!)).toEqual(answersOf(compiled))
  })

  test.for([
    { which: 'of an event with few questions', whole: () => compiled },
    { which: 'with many questions', whole: () => compilePack(withFewQuestions(loadPack(bulletin))) },
  ])('$which is the same from its bytes, down to the last number', ({ whole }) => {
    const { spellings: made, ...written } = whole()
    const { spellings, ...read } = decodeCompiled(encodeCompiled({ ...written, spellings: made }, key), key)!
    expect(isDeepStrictEqual({ ...read, spellings: spellings() }, { ...written, spellings: made() })).toBe(true)
  })

  test('has the small talk that its topics’ questions teach, be it learnt now or before', () => {
    const asked = readTopics().flatMap(({ questions }) => questions.en)
    const { weights } = learnTalk(languageOf('en'), asked, rememberingTerms())!
    expect(isDeepStrictEqual(compiled.talk.find(({ language }) => language === 'en')?.weights, weights)).toBe(true)
  })

  test('knows from its bytes the topics that were learnt along with its questions', async () => {
    expect((await loadKnowledge(bulletin)).index.topics.learnt).toBe(readTopics().length)
    const read = readKnowledge(readPackFiles(bulletin))
    expect(read?.index.topics.learnt).toBe(readTopics().length)
  })

  test('is read from the middle of a larger buffer', () => {
    const larger = new Uint8Array(bytes.length + 3)
    larger.set(bytes, 3)
    expect(decodeCompiled(larger.subarray(3), key)).toBeDefined()
  })
})

describe('bytes that are not believed', () => {
  test('are those with any one byte flipped', () => {
    const step = Math.ceil(bytes.length / 40)
    const damaged = bytes.slice()
    for (let at = 0; at < bytes.length; at += at < 64 ? 1 : step) {
      damaged[at]! ^= 0x10
      expect(decodeCompiled(damaged, key), `byte ${at}`).toBeUndefined()
      damaged[at]! ^= 0x10
    }
    expect(decodeCompiled(damaged, key)).toBeDefined()
  })

  test('are those of a container with any bit of any byte flipped', () => {
    const small = wrap({ a: 'b', list: Uint32Array.of(1, 2), more: Float32Array.of(0.5) }, key)
    expect(unwrap(small, key)?.tree).toBeDefined()
    for (let at = 0; at < small.length * 8; at++) {
      const damaged = small.slice()
      damaged[at >> 3]! ^= 1 << (at & 7)
      expect(unwrap(damaged, key), `bit ${at}`).toBeUndefined()
    }
  })

  test('are those cut short anywhere, or longer than they were', () => {
    for (const length of [0, 7, 8, 40, 47, 48, 49, 1000, bytes.length - 1]) {
      expect(decodeCompiled(bytes.subarray(0, length), key), `${length} bytes`).toBeUndefined()
    }
    expect(decodeCompiled(Buffer.concat([bytes, Buffer.of(0)]), key)).toBeUndefined()
  })

  test('are those of another pack, or of another version of the program', () => {
    const other = readPackFiles(aDirectory({ 'entries.yaml': '- { id: a, text: x }' }))
    expect(decodeCompiled(bytes, compiledKeyOf(other))).toBeUndefined()
    expect(
      decodeCompiled(
        bytes,
        key.map((byte) => byte ^ 1),
      ),
    ).toBeUndefined()
  })

  test('are those with a whole checksum over a length that leads outside', () => {
    const hostile = bytes.slice()
    const header = new DataView(hostile.buffer)
    header.setUint32(44, 0xffff_fff0, true)
    header.setUint32(40, crc32(hostile.subarray(44)), true)
    expect(decodeCompiled(hostile, key)).toBeUndefined()
  })
})

/** The tree that is written, to be bent. */
function aTree() {
  const { pack, names, series, index, languages, related, talk, spellings } = compiled
  return { pack: packToJson(pack), names, series, index, languages, related, talk, spellings: spellings() }
}

function wrapped(tree: object): Uint8Array {
  return wrap(tree as unknown as Tree, key)
}

describe('a file that somebody made to fit', () => {
  const { pack, names, index, languages, related, spellings } = aTree()
  const [entry] = pack.entries

  test('is told from one of ours by nothing but what it holds', () => {
    expect(decodeCompiled(wrapped(aTree()), key)).toBeDefined()
  })

  test.for([
    { that: 'holds no tree', tree: [] },
    { that: 'has no series', tree: { ...aTree(), series: undefined } },
    {
      that: 'has a number of an entry that there is not',
      tree: {
        ...aTree(),
        series: [{ entry: 999, kind: 'number', number: '1', language: 'en', terms: ['theme'], label: 'Theme 1' }],
      },
    },
    { that: 'lacks its pack', tree: { ...aTree(), pack: undefined } },
    { that: 'has no entry', tree: { ...aTree(), pack: { ...pack, entries: [] } } },
    {
      that: 'has an entry without a title',
      tree: { ...aTree(), pack: { ...pack, entries: [{ ...entry, title: 7 }] } },
    },
    {
      that: 'has an entry of no known type',
      tree: { ...aTree(), pack: { ...pack, entries: pack.entries.map((one) => ({ ...one, type: '__proto__' })) } },
    },
    {
      that: 'has a relation that leads nowhere',
      tree: { ...aTree(), pack: { ...pack, entries: pack.entries.map((one) => ({ ...one, place: 'atlantis' })) } },
    },
    { that: 'has no such time zone', tree: { ...aTree(), pack: { ...pack, timeZone: 'Nowhere/Land' } } },
    {
      that: 'has more entries than its index',
      tree: { ...aTree(), pack: { ...pack, entries: pack.entries.slice(1) } },
    },
    { that: 'has a number for an array', tree: { ...aTree(), index: { ...index, text: { ...index.text, start: 7 } } } },
    {
      that: 'has an array outside the file',
      tree: { ...aTree(), index: { ...index, text: { ...index.text, text: { at: 8, count: 2 ** 40 } } } },
    },
    {
      that: 'has an array at a broken place',
      tree: { ...aTree(), index: { ...index, text: { ...index.text, text: { at: 1.5, count: -1 } } } },
    },
    {
      that: 'has a term outside the vocabulary',
      tree: { ...aTree(), index: { ...index, text: { ...index.text, text: index.text.text.map(() => 1e6) } } },
    },
    {
      that: 'has postings that run backwards',
      tree: { ...aTree(), index: { ...index, text: { ...index.text, start: index.text.start.toReversed() } } },
    },
    {
      that: 'has a document outside the pack',
      tree: { ...aTree(), index: { ...index, text: { ...index.text, holders: index.text.holders.map(() => 99) } } },
    },
    {
      that: 'has a name without words',
      tree: { ...aTree(), names: { ...names, nameWords: names.nameWords.map(() => 0) } },
    },
    {
      that: 'names what the pack does not have',
      tree: { ...aTree(), names: { ...names, things: names.things.map((thing) => ({ ...thing, id: 'elsewhere' })) } },
    },
    {
      that: 'has a hash table of no power of two',
      tree: {
        ...aTree(),
        spellings: { ...spellings, trigrams: { ...spellings.trigrams, slots: new Uint32Array(100_001) } },
      },
    },
    {
      that: 'relates a word to a term outside the vocabulary',
      tree: { ...aTree(), related: { ...related, terms: related.terms.map(() => 1e6) } },
    },
    { that: 'speaks no known language', tree: { ...aTree(), languages: [{ ...languages[0], language: 'xx' }] } },
    {
      that: 'nests a thousand lists',
      tree: { ...aTree(), pack: JSON.parse('['.repeat(1000) + ']'.repeat(1000)) as object },
    },
  ])('is not believed if it $that', ({ tree }) => {
    expect(decodeCompiled(wrapped(tree), key)).toBeUndefined()
  })
})

describe('the compiled file', () => {
  const entries = '- { id: lunch, title: Lunch, text: Lunch is at noon. }\n'

  test('is written beside the data of a directory or of a single file', () => {
    const directory = aDirectory({ 'faq.yaml': entries })
    expect(compiledPaths(directory)[0]).toBe(join(directory, '.compiled'))
    expect(compiledPaths(join(directory, 'faq.yaml'))[0]).toBe(join(directory, '.faq.yaml.compiled'))
  })

  test('goes to the cache directory where the data are not to be written to', () => {
    const paths = compiledPaths('/proc/self', join(aDirectory({}), 'cache', 'jauap'))
    expect(writeCompiled(paths, bytes)).toBe(paths[1])
    expect(readCompiled(paths, (read) => decodeCompiled(read, key))).toBeDefined()
  })

  test.for([
    { where: 'below what does not exist', directory: '/proc/nowhere/jauap' },
    { where: 'below a file', directory: join(import.meta.filename, 'jauap') },
  ])('is not needed: where it could only stand $where, nothing is thrown', ({ directory }) => {
    expect(writeCompiled([join(directory, 'x')], bytes)).toBeUndefined()
    expect(writeCompiled(['/proc/self/x', join(directory, 'x')], bytes)).toBeUndefined()
  })

  test('stands beside the data alone for a user without a home', () => {
    const path = JSON.stringify(fileURLToPath(import.meta.resolve('../../../src/core/knowledge-base/compiled-file.ts')))
    // As os.homedir does for a user id that the system has no name for.
    const homeless =
      `const os = require('node:os'); os.homedir = () => { throw new Error('ENOENT') };` +
      `require('node:module').syncBuiltinESMExports();` +
      `import(${path}).then(({ compiledPaths }) => console.log(JSON.stringify(compiledPaths('/proc/self'))))`
    expect(JSON.parse(execFileSync(process.execPath, ['-e', homeless], { encoding: 'utf8' }))).toHaveLength(1)
  })

  test('is made by the first start and read by the next', async () => {
    const directory = aDirectory({ 'faq.yaml': entries })
    await loadKnowledge(directory)
    const [path] = compiledPaths(directory)
    const { ino } = statSync(path!)
    expect((await loadKnowledge(directory)).pack.entries[0]!.id).toBe('lunch')
    // One that is made anew is another file.
    expect(statSync(path!).ino).toBe(ino)
  })

  test.for([
    { how: 'damaged', spoil: (written: Buffer) => (written[written.length >> 1]! ^= 1) },
    { how: 'of another pack', spoil: (written: Buffer) => written.set(bytes.subarray(8, 40), 8) },
  ])('is made anew when it is $how', async ({ spoil }) => {
    const directory = aDirectory({ 'faq.yaml': entries })
    await loadKnowledge(directory)
    const [path] = compiledPaths(directory)
    const good = readFileSync(path!)
    const spoilt = Buffer.from(good)
    spoil(spoilt)
    writeFileSync(path!, spoilt)
    expect((await loadKnowledge(directory)).pack.entries[0]!.id).toBe('lunch')
    expect(readFileSync(path!).equals(good)).toBe(true)
  })

  test('clears away what a kill left of others, and nothing that may be written now', async () => {
    const [left, now, own] = [`.compiled.${randomUUID()}`, `.compiled.${randomUUID()}`, '.compiled.backup']
    const directory = aDirectory({ 'faq.yaml': entries, [left]: 'x', [now]: 'x', [own]: 'x' })
    for (const name of [left, own]) utimesSync(join(directory, name), 1, 1)
    await loadKnowledge(directory)
    expect(readdirSync(directory).toSorted()).toEqual(['.compiled', now, own, 'faq.yaml'].toSorted())
  })

  test('is made anew when the pack has changed', async () => {
    const directory = aDirectory({ 'faq.yaml': entries })
    await loadKnowledge(directory)
    writeFileSync(join(directory, 'faq.yaml'), entries.replace('lunch', 'dinner'))
    expect((await loadKnowledge(directory)).pack.entries[0]!.id).toBe('dinner')
  })

  test('is not waited for where a pipe has its name', async () => {
    const directory = aDirectory({ 'faq.yaml': entries })
    execFileSync('mkfifo', [join(directory, '.compiled')])
    expect((await loadKnowledge(directory)).pack.entries[0]!.id).toBe('lunch')
  })

  test('is not made of a faulty pack', async () => {
    const directory = aDirectory({ 'faq.yaml': '- { id: a }' })
    await expect(loadKnowledge(directory)).rejects.toThrow('says nothing')
    expect(existsSync(compiledPaths(directory)[0]!)).toBe(false)
  })
})
