import { smallTalkKinds, type SmallTalk } from '../../languages/language-data.ts'
import type { Grammar } from './grammar.ts'

/** What a message does that is nothing but small talk; undefined for anything that may be a question. */
export function findSmallTalk(words: readonly string[], grammar: Grammar): SmallTalk | undefined {
  const found = new Set<SmallTalk>()
  for (let at = 0; at < words.length;) {
    const phrase = grammar.smallTalk.at(words, at)
    if (phrase) for (const meaning of phrase.meanings) found.add(meaning)
    else if (!grammar.isFiller(words[at]!)) return undefined
    at += phrase?.length ?? 1
  }
  return smallTalkKinds.find((kind) => found.has(kind))
}
