import { fileURLToPath } from 'node:url'
import { languages } from '../../knowledge/language.ts'
import { readTopics } from '../../topics/topics.ts'
import { learnTopics, openTopics, type LearntTopics, type TopicSpace } from '../search/topic-space.ts'
import { listOf, type Node } from './checks.ts'
import type { Contents } from './container.ts'
import { readExamples } from './example-bytes.ts'
import { readOrLearn } from './kept-file.ts'

let known: TopicSpace | undefined

const path = fileURLToPath(new URL('../../topics', import.meta.url))

/**
 * What is known of the topics that people ask about at every event: from a file, or learnt (seconds) and kept in a file
 * for the next time. It is opened once, when it is first needed, and serves all packs.
 */
export function knownTopics(): TopicSpace {
  return (known ??= openTopics(readOrLearn(path, decode, () => learnTopics(readTopics()))))
}

function decode(contents: Contents): LearntTopics {
  const { ids, weights } = contents.tree as { readonly ids: readonly string[]; readonly weights: unknown }
  return {
    ids: ids.map(String),
    weights: listOf(weights).map((node) => ({
      language: languages.find((one) => one === node.language)!,
      weights: readExamples(node.weights as Node, ids.length, contents),
    })),
  }
}
