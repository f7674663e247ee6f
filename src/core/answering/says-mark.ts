import type { Entry, Localised } from '../../knowledge/pack.ts'
import type { KnowledgeBase } from '../knowledge-base/knowledge-base.ts'
import { tokenise } from '../text/tokenise.ts'
import type { Mark } from '../understanding/grammar.ts'

/** Whether one of some texts has a word with a mark, in the language it is written in: a deed, money, taking part. */
export function saysMark(
  texts: readonly Localised[],
  mark: Mark,
  { pack, reader }: Pick<KnowledgeBase, 'pack' | 'reader'>,
): boolean {
  return pack.languages.some((language) =>
    texts.some((text) => {
      const words = tokenise(text[language] ?? '')
      return words.some((_word, at) =>
        reader.grammar.marks.at(words, at)?.meanings.some((one) => one.what === mark && one.language === language),
      )
    }),
  )
}

/** All that an entry says in words. */
export function textsOf({ title, text, says }: Entry): Localised[] {
  return [title, text, ...says.map((statement) => statement.text)]
}
