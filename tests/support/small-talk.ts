import { allLanguages } from '../../src/languages/known/all.ts'
import type { SmallTalk } from '../../src/languages/language-data.ts'
import { tokenise } from '../../src/core/text/tokenise.ts'
import { grammarOf } from '../../src/core/understanding/grammar.ts'
import { readSmallTalk } from '../../src/core/understanding/read-small-talk.ts'
import type { SmallTalkFound } from '../../src/core/understanding/small-talk.ts'

const grammar = grammarOf(allLanguages)

/** What a message says where no pack knows any word, so that every word may be a slip. */
export function talkIn(text: string): SmallTalkFound | undefined {
  const isKnown = (word: string): boolean => grammar.isFunction(word) || grammar.talk.isWord(word)
  return readSmallTalk({ text, readings: [tokenise(text)], isKnown }, { grammar, languages: allLanguages })
}

export function kindOf(text: string): SmallTalk | undefined {
  return talkIn(text)?.kind
}

/** A table of kinds with their messages as rows for `test.for`. */
export function rowsOf(table: Partial<Record<SmallTalk, readonly string[]>>): [text: string, kind: string][] {
  return Object.entries(table).flatMap(([kind, texts]) => texts.map((text): [string, string] => [text, kind]))
}
