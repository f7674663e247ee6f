import { languages } from '../../knowledge/language.ts'
import type { ExampleWeights } from './example-model.ts'
import type { TextField } from './inverted-index.ts'
import { learnExamples } from './learn-examples.ts'

/** Questions in each language, each a few fields. */
export type LanguageExamples = readonly (readonly (readonly TextField[])[])[]

/** Questions by entry and by topic, and the place of the topic that each entry is of. */
type Taught = {
  readonly asked: readonly LanguageExamples[]
  readonly contrast: readonly LanguageExamples[]
  readonly ofTopics: readonly LanguageExamples[]
  readonly of: readonly (number | undefined)[]
}

/** What questions are told apart by besides entries: contrast, and behind it come the topics. */
export const besideEntries = 1

/**
 * What is learnt of the questions in each language that has some. Contrast questions of all entries are learnt as those
 * of one more, which has the number behind the last: "who chaired it" and "what did it cost" are as tempting for other
 * entries.
 */
export function learnByLanguage({ asked, contrast, ofTopics, of }: Taught): ExampleWeights[] {
  const entries = asked.length
  return languages.flatMap((_, language) => {
    const questionsOf = (all: LanguageExamples): string[][] =>
      all[language]!.map((fields) => fields.flatMap(({ terms }) => terms))
    const classes = [
      ...asked.map((all, entry) => ({ entry, questions: questionsOf(all), owner: of[entry] })),
      { entry: entries, questions: contrast.flatMap(questionsOf) },
      ...ofTopics.map((all, owner) => ({ entry: entries + besideEntries + owner, questions: questionsOf(all), owner })),
    ]
    return learnExamples(classes.filter(({ questions }) => questions.length > 0)) ?? []
  })
}
