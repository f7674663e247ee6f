import { fileURLToPath } from 'node:url'
import { languages } from '../../knowledge/language.ts'
import { learnTopics, openTopics, type LearntTopics, type TopicSpace } from '../search/topic-space.ts'
import { readTopics } from '../../topics/topics.ts'
import { listOf, type Node } from './checks.ts'
import { compiledPaths, readCompiled, writeCompiled } from './compiled-file.ts'
import { unwrap, wrap, type Tree } from './container.ts'
import { readExamples } from './example-bytes.ts'
import { programKey } from './key.ts'

let known: TopicSpace | undefined

/**
 * What is known of the topics that people ask about at every event: from a file, or learnt (seconds) and kept in a file
 * for the next time. It is opened once, when it is first needed, and serves all packs.
 */
export function knownTopics(): TopicSpace {
  return (known ??= openTopics(read() ?? learn()))
}

const paths = compiledPaths(fileURLToPath(new URL('../../topics', import.meta.url)))

function read(): LearntTopics | undefined {
  const key = programKey()
  return readCompiled(paths, (bytes) => decode(bytes, key))
}

function learn(): LearntTopics {
  const learnt = learnTopics(readTopics())
  writeCompiled(paths, wrap(learnt as Tree, programKey()))
  return learnt
}

/** Undefined for any bytes that were not wrapped here under the key. */
function decode(bytes: Uint8Array, key: Uint8Array): LearntTopics | undefined {
  try {
    const contents = unwrap(bytes, key)
    if (!contents) return undefined
    const { ids, weights } = contents.tree as { readonly ids: readonly string[]; readonly weights: unknown }
    return {
      ids: ids.map(String),
      weights: listOf(weights).map((node) => ({
        language: languages.find((one) => one === node.language)!,
        weights: readExamples(node.weights as Node, ids.length, contents),
      })),
    }
  } catch {
    // Whatever can't be read is not one of ours; it is learnt anew.
    return undefined
  }
}
