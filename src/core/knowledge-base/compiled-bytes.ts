import { languages } from '../../knowledge/language.ts'
import type { Pack } from '../../knowledge/pack.ts'
import { packFromJson, packToJson } from '../../knowledge/pack-json.ts'
import { gramBuckets } from '../search/letter-grams.ts'
import type { IndexedEntries } from '../search/entry-index.ts'
import { mostTopics } from '../search/entry-topics.ts'
import { besideEntries } from '../search/learn-by-language.ts'
import type { InvertedIndex } from '../search/inverted-index.ts'
import type { LetterIndex } from '../search/letter-match.ts'
import type { Spellings } from '../text/near-miss.ts'
import { sizeOf, type StringTable } from '../text/string-table.ts'
import type { LanguageModel } from '../understanding/language-guess.ts'
import type { LexiconData, Thing } from '../understanding/lexicon.ts'
import type { RelatedTerms } from '../understanding/related-terms.ts'
import type { CompiledPack } from './compile.ts'
import { ensure, hasLength, isBelow, isPartition, listOf, type Node } from './checks.ts'
import { unwrap, wrap, type Contents, type Tree } from './container.ts'
import { readExamples, readTable, readTalk } from './example-bytes.ts'
import { readSeries } from './series-json.ts'

/** The bytes of a compiled pack under the key of what it was made from (see `compiledKeyOf`). */
export function encodeCompiled(compiled: CompiledPack, key: Uint8Array) {
  const { pack, names, series, index, languages, related, talk, spellings } = compiled
  const learnt = { names, series: series as Tree, index, languages, related, talk, spellings: spellings() }
  return wrap({ pack: packToJson(pack) as Tree, ...learnt }, key)
}

/**
 * The compiled pack that bytes hold under the key; undefined for any bytes that `encodeCompiled` did not make under
 * it. A checksum tells damage. Whoever writes a file on purpose can make one that fits, so everything that the code
 * relies on is checked beside it: each number that leads somewhere leads into the array that it is meant for.
 */
export function decodeCompiled(bytes: Uint8Array, key: Uint8Array): CompiledPack | undefined {
  try {
    const contents = unwrap(bytes, key)
    return contents && read(contents)
  } catch {
    // Whatever can't be read is not one of ours; there is nothing to tell anybody, since it is made anew.
    return undefined
  }
}

function read(contents: Contents): CompiledPack {
  const tree = contents.tree as Node
  const pack = packFromJson(tree.pack)
  ensure(pack !== undefined)
  const index = readIndex(tree.index as Node, pack.entries.length, contents)
  const spellings = readSpellings(tree.spellings as Node, sizeOf(index.vocabulary), contents)
  return {
    pack,
    index,
    names: readNames(tree.names as Node, pack, contents),
    related: readRelated(tree.related as Node, sizeOf(index.vocabulary), contents),
    series: readSeries(tree.series, pack),
    languages: listOf(tree.languages).map((node) => readLanguage(node, contents)),
    talk: listOf(tree.talk).map((node) => readTalk(node, contents)),
    spellings: () => spellings,
  }
}

function readIndex(node: Node, documents: number, contents: Contents): IndexedEntries {
  const vocabulary = readTable(node.vocabulary, contents)
  const text = readInverted(node.text as Node, documents, vocabulary, contents)
  const topics = readTopics(node.topics as Node, documents, contents)
  const classes = documents + besideEntries + topics.learnt
  return {
    vocabulary,
    text,
    letters: readLetters(node.letters as Node, text, contents),
    questions: readInverted(node.questions as Node, documents, vocabulary, contents),
    examples: listOf(node.examples).map((examples) => readExamples(examples, classes, contents)),
    topics,
  }
}

function readTopics(node: Node, documents: number, { u8, f32 }: Contents): IndexedEntries['topics'] {
  const topics = {
    learnt: Number(node.learnt),
    of: u8(node.of),
    about: u8(node.about),
    most: f32(node.most),
    mean: f32(node.mean),
  }
  ensure(Number.isSafeInteger(topics.learnt) && topics.learnt >= 0)
  hasLength(topics.of, documents)
  hasLength(topics.about, documents * mostTopics)
  hasLength(topics.most, topics.about.length)
  hasLength(topics.mean, topics.about.length)
  return topics
}

function readInverted(node: Node, documents: number, vocabulary: StringTable, contents: Contents): InvertedIndex {
  const { u32, u8, f32 } = contents
  const index: InvertedIndex = {
    documents,
    start: u32(node.start),
    holders: u32(node.holders),
    frequencies: u8(node.frequencies),
    textStart: u32(node.textStart),
    text: u32(node.text),
    spelling: u32(node.spelling),
    words: readTable(node.words, contents),
    relativeLength: f32(node.relativeLength),
  }
  // Terms that only the other index holds have no postings here.
  ensure(index.start.length - 1 <= sizeOf(vocabulary))
  isPartition(index.start, index.start.length - 1, index.holders.length)
  isBelow(index.holders, documents)
  hasLength(index.frequencies, index.holders.length)
  isPartition(index.textStart, documents, index.text.length)
  isBelow(index.text, sizeOf(vocabulary))
  hasLength(index.spelling, index.text.length)
  isBelow(index.spelling, sizeOf(index.words))
  hasLength(index.relativeLength, documents)
  return index
}

function readLetters(node: Node, { words }: InvertedIndex, { u32 }: Contents): LetterIndex {
  const letters = { start: u32(node.start), grams: u32(node.grams), known: u32(node.known), holders: u32(node.holders) }
  isPartition(letters.start, sizeOf(words), letters.grams.length)
  isBelow(letters.grams, gramBuckets)
  hasLength(letters.holders, letters.known.length)
  return letters
}

function readNames(node: Node, pack: Pack, contents: Contents): LexiconData {
  const { u32, u8 } = contents
  const names: LexiconData = {
    stems: readTable(node.stems, contents),
    firstStart: u32(node.firstStart),
    firstNames: u32(node.firstNames),
    nameLanguages: u8(node.nameLanguages),
    nameCapitals: u8(node.nameCapitals),
    nameWords: u32(node.nameWords),
    wordStart: u32(node.wordStart),
    wordStems: u32(node.wordStems),
    thingStart: u32(node.thingStart),
    nameThings: u32(node.nameThings),
    things: listOf(node.things) as unknown as readonly Thing[],
  }
  const count = names.nameLanguages.length
  isPartition(names.firstStart, sizeOf(names.stems), names.firstNames.length)
  isBelow(names.firstNames, count)
  isBelow(names.nameLanguages, languages.length)
  hasLength(names.nameCapitals, count)
  isPartition(names.nameWords, count, names.wordStart.length - 1)
  isPartition(names.wordStart, names.wordStart.length - 1, names.wordStems.length)
  isBelow(names.wordStems, sizeOf(names.stems))
  isPartition(names.thingStart, count, names.nameThings.length)
  isBelow(names.nameThings, names.things.length)
  // A name without words would be found at every place, without end.
  for (let name = 0; name < count; name++) ensure(names.nameWords[name]! < names.nameWords[name + 1]!)
  const ids = idsOf(pack)
  ensure(names.things.every(({ kind, id }) => ids.get(kind)?.has(id)))
  return names
}

function idsOf({ places, organisations, terms, entries }: Pack): Map<Thing['kind'], ReadonlySet<string>> {
  const ofTerms = new Set(terms.map(({ id }) => id))
  return new Map([
    ['place', new Set(places.keys())],
    ['organisation', new Set(organisations.keys())],
    ['term', ofTerms],
    ['generic', ofTerms],
    ['entry', new Set(entries.map(({ id }) => id))],
  ])
}

function readLanguage(node: Node, contents: Contents): LanguageModel {
  const model: LanguageModel = {
    language: String(node.language),
    trigrams: readTable(node.trigrams, contents),
    counts: contents.u32(node.counts),
    total: node.total as number,
  }
  ensure(languages.some((one) => one === model.language) && typeof model.total === 'number')
  hasLength(model.counts, sizeOf(model.trigrams))
  return model
}

function readRelated(node: Node, vocabulary: number, contents: Contents): RelatedTerms {
  const { u32, f32 } = contents
  const related: RelatedTerms = {
    words: readTable(node.words, contents),
    start: u32(node.start),
    terms: u32(node.terms),
    weights: f32(node.weights),
  }
  isPartition(related.start, sizeOf(related.words), related.terms.length)
  isBelow(related.terms, vocabulary)
  hasLength(related.weights, related.terms.length)
  return related
}

function readSpellings(node: Node, vocabulary: number, contents: Contents): Spellings {
  const { u32 } = contents
  const spellings: Spellings = {
    spellings: readTable(node.spellings, contents),
    terms: u32(node.terms),
    trigrams: readTable(node.trigrams, contents),
    start: u32(node.start),
    holders: u32(node.holders),
  }
  hasLength(spellings.terms, sizeOf(spellings.spellings))
  isBelow(spellings.terms, vocabulary)
  isPartition(spellings.start, sizeOf(spellings.trigrams), spellings.holders.length)
  isBelow(spellings.holders, sizeOf(spellings.spellings))
  return spellings
}
