import { languages, type Language } from '../../knowledge/language.ts'
import type { Entry } from '../../knowledge/pack.ts'
import { languageOf } from '../../languages/known/all.ts'
import type { Topic } from '../../topics/topic.ts'
import { rememberingTerms, type TermOf } from '../text/term.ts'
import { tokenise } from '../text/tokenise.ts'
import type { Question } from '../understanding/question.ts'
import { openExampleModel, wordsFor, type ExampleWeights } from './example-model.ts'
import { learnExamples } from './learn-examples.ts'
import { spread } from './spread.ts'

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
}

/** Learns the topics from what people ask and organizers write of each: seconds. */
export function learnTopics(topics: readonly Topic[]): LearntTopics {
  const termOf = rememberingTerms()
  const weights = languages.flatMap((language): TopicWeights[] => {
    const examples = topics.map(({ questions, told }, entry) => ({
      entry,
      questions: [...questions[language], ...told[language]].map((text) => termsOf(text, language, termOf)),
    }))
    const learnt = learnExamples(examples.filter(({ questions }) => questions.length > 0))
    return learnt ? [{ language, weights: learnt }] : []
  })
  return { ids: topics.map(({ id }) => id), weights }
}

/** Makes what was learnt answer. */
export function openTopics({ ids, weights }: LearntTopics): TopicSpace {
  const models = weights.map((one) => ({ language: one.language, model: openExampleModel(one.weights) }))
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
  }
}

/** So many topics are kept of an entry, the strongest. 24: the same on the events that the weights were fitted to. */
export const mostTopics = 16

/** A weaker fit says nothing. */
export const leastFit = 0.15

/** What has nothing to do with any event is what no entry is about. */
const foreign = 'off-topic'

/** What an entry is about, of its strongest topics. */
export type EntryTopics = {
  readonly places: readonly number[]
  /** How much the sentence is about it that is so most: a text on the hotel may end with its car park. */
  readonly most: readonly number[]
  /** How much all of it is, on the average, as a vector of length 1. */
  readonly mean: readonly number[]
}

/** What an entry's title, names and sentences are about. */
export function topicsOfEntry(entry: Entry, space: TopicSpace, termOf: TermOf): EntryTopics {
  const count = space.ids.length
  const most = new Float32Array(count)
  const sum = new Float32Array(count)
  for (const language of languages) {
    for (const text of sentencesOf(entry, language)) {
      const fits = space.fitsOf(termsOf(text, language, termOf), language)
      for (let at = 0; at < count; at++) {
        if (fits[at]! < leastFit || space.ids[at] === foreign) continue
        if (fits[at]! > most[at]!) most[at] = fits[at]!
        sum[at]! += fits[at]!
      }
    }
  }
  const places = Array.from(sum.keys())
    .filter((at) => sum[at]! > 0)
    .toSorted((a, b) => sum[b]! - sum[a]!)
    .slice(0, mostTopics)
  const length = Math.hypot(...places.map((at) => sum[at]!)) || 1
  return { places, most: places.map((at) => most[at]!), mean: places.map((at) => sum[at]! / length) }
}

/** So many sentences of an entry tell what it is about, and so many words of each. */
const longest = { sentences: 60, words: 60 }

function sentencesOf({ title, names, text, says }: Entry, language: Language): readonly string[] {
  const texts = [text, ...says.map((statement) => statement.text)]
  const sentences = texts.flatMap((one) => one[language]?.split(sentenceEnd) ?? [])
  return [title[language], ...names[language], ...spread(sentences, longest.sentences)].filter(
    (one) => one !== undefined,
  )
}

const sentenceEnd = /(?<=[.!?;])\s+/u

function termsOf(text: string, language: Language, termOf: TermOf): string[] {
  return tokenise(text)
    .slice(0, longest.words)
    .map((word) => termOf(word, languageOf(language)))
}
