import { languages, type Language } from '../../knowledge/language.ts'
import { languageOf } from '../../languages/known/all.ts'
import type { Topic } from '../../topics/topic.ts'
import { rememberingTerms, type TermOf } from '../text/term.ts'
import { tokenise } from '../text/tokenise.ts'
import type { Question } from '../understanding/question.ts'
import { openExampleModel, wordsFor, type ExampleModel, type ExampleWeights } from './example-model.ts'
import { learnExamples } from './learn-examples.ts'
import { learning } from './parameters.ts'

/** What was learnt of the topics in one language. */
export type TopicWeights = { readonly language: Language; readonly weights: ExampleWeights }

/** What was learnt of the topics that people ask about at events: the same for all packs. */
export type LearntTopics = { readonly ids: readonly string[]; readonly weights: readonly TopicWeights[] }

/** Tells how much words are about each topic, by their places: about 0 to 1. */
export type TopicSpace = {
  readonly ids: readonly string[]
  /** Of a text in a language. */
  fitsOf(terms: readonly string[], language: Language): Float32Array
  /** Of a question, the most over the languages. */
  fitsOfQuestion(question: Question): Float32Array
  /** What a word of a language is about; undefined for one that nobody uses of any topic. */
  wordOf(term: string, language: Language): AboutTopics | undefined
  /** What a word tells that nobody uses, in nats. */
  readonly unknown: number
}

/** What a word tells, in nats, and which topics it speaks for, as a vector of length 1. */
export type AboutTopics = { readonly information: number; readonly topics: Uint32Array; readonly shares: Float32Array }

/** Learns the topics from what people ask and organizers write of each: seconds. */
export function learnTopics(topics: readonly Topic[]): LearntTopics {
  const termOf = rememberingTerms()
  const weights = languages.flatMap((language): TopicWeights[] => {
    const examples = topics.map(({ questions, told }, entry) => ({
      entry,
      questions: [...questions[language], ...told[language]].map((text) => termsOf(text, language, termOf)),
    }))
    const known = examples.filter(({ questions }) => questions.length > 0)
    const learnt = learnExamples(known, learning.topics)
    return learnt ? [{ language, weights: learnt }] : []
  })
  return { ids: topics.map(({ id }) => id), weights }
}

/** Makes what was learnt answer. */
export function openTopics({ ids, weights }: LearntTopics): TopicSpace {
  const models = weights.map((one) => ({ language: one.language, model: openExampleModel(one.weights) }))
  const words = new Map<Language, Map<string, AboutTopics>>()
  const aboutOf = (term: string, language: Language, tells: Tells): AboutTopics =>
    words.getOrInsertComputed(language, () => new Map()).getOrInsertComputed(term, () => aboutTopics(tells, ids))
  return {
    ids,
    fitsOf(terms, language) {
      const fits = new Float32Array(ids.length)
      const words = terms.map((term) => ({ term, weight: 1 }))
      models.find((one) => one.language === language)?.model.addFit(fits, words)
      return fits
    },
    fitsOfQuestion(question) {
      const most = new Float32Array(ids.length)
      for (const { model } of models) {
        const fits = new Float32Array(ids.length)
        model.addFit(fits, wordsFor(model, question))
        fits.forEach((fit, at) => (most[at] = Math.max(fit, most[at]!)))
      }
      return most
    },
    unknown: Math.max(...models.map(({ model }) => model.unknown)),
    wordOf(term, language) {
      // Words that nobody used have no end: people type them.
      const tells = models.find((one) => one.language === language)?.model.tellsOf(term)
      return tells && aboutOf(term, language, tells)
    },
  }
}

type Tells = NonNullable<ReturnType<ExampleModel['tellsOf']>>

/** What a word speaks for. What has nothing to do with any event is no meaning to share. */
function aboutTopics({ information, entries, weights }: Tells, ids: readonly string[]): AboutTopics {
  const places = Array.from(entries.keys()).filter((at) => weights[at]! > 0 && ids[entries[at]!] !== foreign)
  const length = Math.hypot(...places.map((at) => weights[at]!)) || 1
  return {
    information,
    topics: Uint32Array.from(places, (at) => entries[at]!),
    shares: Float32Array.from(places, (at) => weights[at]! / length),
  }
}

/** What has nothing to do with any event is what no entry is about. */
export const foreign = 'off-topic'

/** So many words of a text tell what it is about. */
const mostWords = 60

/** The terms of a text, of a long one those it begins with. */
export function termsOf(text: string, language: Language, termOf: TermOf): string[] {
  return tokenise(text)
    .slice(0, mostWords)
    .map((word) => termOf(word, languageOf(language)))
}
