import { fileURLToPath } from 'node:url'
import { languages, type Language } from '../../knowledge/language.ts'
import type { Pack } from '../../knowledge/pack.ts'
import { languageOf } from '../../languages/known/all.ts'
import type { Topic } from '../../topics/topic.ts'
import { learnTalk, type TalkWeights } from '../search/talk-model.ts'
import { rememberingTerms, type TermOf } from '../text/term.ts'
import { listOf } from './checks.ts'
import { readTalk } from './example-bytes.ts'
import { readOrLearn } from './kept-file.ts'

/** Fewer of a pack's own tell nothing that the language's questions do not: all such packs share what was learnt. */
const fewestQuestions = 100

/**
 * Small talk for a pack, told from what people ask of its topics and of its entries: learnt from a pack with many
 * questions, known for all others.
 */
export function talkOf(pack: Pack, topics: readonly Topic[], termOf: TermOf): readonly TalkWeights[] {
  return languages.flatMap((code) => {
    const own = pack.entries.flatMap(({ questions }) => questions[code])
    if (own.length < fewestQuestions) return knownTalk(topics).filter(({ language }) => language === code)
    return learnTalk(languageOf(code), [...asked(topics, code), ...own], termOf) ?? []
  })
}

const known = new Map<boolean, readonly TalkWeights[]>()

/** With and without topics it is kept in a file each: seconds to learn, and most programs need one of them. */
function knownTalk(topics: readonly Topic[]): readonly TalkWeights[] {
  const hasTopics = topics.length > 0
  return known.getOrInsertComputed(hasTopics, () =>
    readOrLearn(
      fileURLToPath(new URL(`../../${hasTopics ? 'topics' : 'languages'}/talk`, import.meta.url)),
      (contents) => listOf(contents.tree).map((node) => readTalk(node, contents)),
      () => {
        const termOf = rememberingTerms()
        return languages.flatMap((code) => learnTalk(languageOf(code), asked(topics, code), termOf) ?? [])
      },
    ),
  )
}

function asked(topics: readonly Topic[], code: Language): string[] {
  return topics.flatMap(({ questions }) => questions[code])
}
