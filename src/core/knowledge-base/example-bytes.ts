import { languages } from '../../knowledge/language.ts'
import { smallTalkKinds } from '../../languages/language-data.ts'
import type { ExampleWeights } from '../search/example-model.ts'
import type { TalkWeights } from '../search/talk-model.ts'
import { sizeOf, type StringTable } from '../text/string-table.ts'
import { ensure, hasLength, isBelow, isPartition, type Node } from './checks.ts'
import type { Contents } from './container.ts'

/** The table of strings that a node stands for. Throws for any other node. */
export function readTable(value: unknown, { u32 }: Contents): StringTable {
  const { text, ...node } = value as Node
  const table = { text: text as string, start: u32(node.start), slots: u32(node.slots) }
  ensure(typeof text === 'string')
  isPartition(table.start, sizeOf(table), text.length)
  ensure(sizeOf(table) < table.slots.length && Number.isInteger(Math.log2(table.slots.length)))
  isBelow(table.slots, sizeOf(table) + 1)
  return table
}

/** What was learnt from examples that were told apart into `classes`. Throws for any other node. */
export function readExamples(node: Node, classes: number, contents: Contents): ExampleWeights {
  const { u32, f32 } = contents
  const learnt: ExampleWeights = {
    words: readTable(node.words, contents),
    wordFeatures: u32(node.wordFeatures),
    pairs: readTable(node.pairs, contents),
    pairFeatures: u32(node.pairFeatures),
    grams: u32(node.grams),
    gramFeatures: u32(node.gramFeatures),
    questions: node.questions as number,
    information: f32(node.information),
    start: u32(node.start),
    entries: u32(node.entries),
    weights: f32(node.weights),
  }
  const features = learnt.information.length
  ensure(typeof learnt.questions === 'number')
  hasLength(learnt.wordFeatures, sizeOf(learnt.words))
  hasLength(learnt.pairFeatures, sizeOf(learnt.pairs))
  hasLength(learnt.gramFeatures, learnt.grams.length)
  for (const numbers of [learnt.wordFeatures, learnt.pairFeatures, learnt.gramFeatures]) isBelow(numbers, features)
  isPartition(learnt.start, features, learnt.entries.length)
  isBelow(learnt.entries, classes)
  hasLength(learnt.weights, learnt.entries.length)
  return learnt
}

/** What was learnt of small talk in a language. Throws for any other node. */
export function readTalk(node: Node, contents: Contents): TalkWeights {
  const language = String(node.language)
  ensure(languages.some((one) => one === language))
  return { language, weights: readExamples(node.weights as Node, smallTalkKinds.length + 1, contents) }
}
