import { createVocabulary, type Vocabulary } from './vocabulary.ts'

/** Questions that one entry answers, in one language, each a list of terms. */
export type Examples = { entry: number; questions: readonly (readonly string[])[] }

/**
 * The centroid of each entry's example questions in the space of words and word pairs (Rocchio's classifier; C. Manning
 * et al., "Introduction to Information Retrieval", 2008, 14.2): a question belongs where its own vector points. With
 * a handful of examples each it beats nearest neighbours and naive Bayes; see docs/design.md.
 */
export type QuestionModel = {
  readonly vocabulary: Vocabulary
  /** Adds the cosine of the question and each entry's centroid (0–1) to `scores`. */
  addCosines(scores: Float32Array, question: readonly WeightedWord[]): void
  /** How telling a feature is, in nats; one that no example has is as telling as the rarest. */
  informationOf(feature: string): number
}

/** A term of a question in order; terms behind a gap (mended, dropped) still make pairs. */
export type WeightedWord = { term: string; weight: number }

const pairWeight = 0.5

export function buildQuestionModel(examples: readonly Examples[]): QuestionModel {
  const vocabulary = createVocabulary()
  const counts = examples.map(({ questions }) => countFeatures(questions, vocabulary))
  const holders = new Float32Array(vocabulary.terms.length)
  for (const count of counts) for (const feature of count.keys()) holders[feature]!++
  const informationAt = (feature: number | undefined): number =>
    Math.log(1 + examples.length / (feature === undefined ? 0.5 : holders[feature]!))
  const postings: { entry: number; weight: number }[][] = vocabulary.terms.map(() => [])
  counts.forEach((count, index) => {
    const vector = Array.from(count, ([feature, n]): [number, number] => [feature, informationAt(feature) * Math.log1p(n)])
    const length = Math.hypot(...vector.map(([, weight]) => weight))
    for (const [feature, weight] of vector) {
      postings[feature]!.push({ entry: examples[index]!.entry, weight: (weight * informationAt(feature)) / length })
    }
  })
  return {
    vocabulary,
    informationOf: (feature) => informationAt(vocabulary.idOf(feature)),
    addCosines(scores, question) {
      const features = featuresOf(question)
      let squares = 0
      for (const { term, weight } of features) squares += (weight * informationAt(vocabulary.idOf(term))) ** 2
      const length = Math.sqrt(squares)
      for (const { term, weight } of features) {
        const feature = vocabulary.idOf(term)
        if (feature === undefined) continue
        for (const posting of postings[feature]!) scores[posting.entry]! += (weight * posting.weight) / length
      }
    },
  }
}

function countFeatures(questions: Examples['questions'], vocabulary: { add(term: string): number }): Map<number, number> {
  const counts = new Map<number, number>()
  for (const terms of questions) {
    for (const { term, weight } of featuresOf(terms.map((term) => ({ term, weight: 1 })))) {
      const feature = vocabulary.add(term)
      counts.set(feature, (counts.get(feature) ?? 0) + weight)
    }
  }
  return counts
}

/** The words, each once, and the pairs of neighbours, the first one with the beginning of the question. */
function featuresOf(words: readonly WeightedWord[]): WeightedWord[] {
  const features = new Map<string, number>()
  let previous = '^'
  for (const { term, weight } of words) {
    features.set(term, Math.max(weight, features.get(term) ?? 0))
    features.set(`${previous} ${term}`, pairWeight * weight)
    previous = term
  }
  return Array.from(features, ([term, weight]) => ({ term, weight }))
}
