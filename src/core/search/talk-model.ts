import { smallTalkKinds, type LanguageData, type SmallTalk } from '../../languages/language-data.ts'
import { readTalkExamples } from '../../languages/talk-examples.ts'
import { spread } from './spread.ts'
import type { TermOf } from '../text/term.ts'
import { tokenise } from '../text/tokenise.ts'
import { openExampleModel, wordsFor, type ExampleWeights } from './example-model.ts'
import { learnExamples } from './learn-examples.ts'
import type { Question } from '../understanding/question.ts'

/** What was learnt of small talk in one language. */
export type TalkWeights = { readonly language: string; readonly weights: ExampleWeights }

/** The kind of small talk that a message is likest to, and how like: about 0 to 1. */
export type TalkGuess = { readonly kind: SmallTalk; readonly language: string; readonly fit: number }

/** Questions of the pack that small talk is told from: enough to know how people ask. */
const mostQuestions = 3000

/** The number of what is no small talk, behind the kinds. */
const other = smallTalkKinds.length

/**
 * Learns small talk as entries are learnt from their questions, with the pack's own questions as what it is not.
 * Undefined for a language without examples of small talk.
 */
export function learnTalk(
  language: LanguageData,
  questions: readonly string[],
  termOf: TermOf,
): TalkWeights | undefined {
  const said = readTalkExamples(language.code)
  if (said.size === 0) return undefined
  const termsOf = (text: string): string[] => tokenise(text).map((word) => termOf(word, language))
  const kinds = smallTalkKinds.map((kind, entry) => ({ entry, questions: (said.get(kind) ?? []).map(termsOf) }))
  const asked = [...(said.get('other') ?? []), ...spread(questions, mostQuestions)]
  const weights = learnExamples([...kinds, { entry: other, questions: asked.map(termsOf) }])
  return weights && { language: language.code, weights }
}

/** Opens what was learnt: undefined for a message that is likest to no small talk. */
export function openTalk(learnt: readonly TalkWeights[]): (question: Question) => TalkGuess | undefined {
  const models = learnt.map(({ language, weights }) => ({ language, model: openExampleModel(weights) }))
  return (question) => {
    let best: TalkGuess | undefined
    for (const { language, model } of models) {
      const scores = new Float32Array(other + 1)
      model.addFit(scores, wordsFor(model, question))
      const fit = Math.max(...scores.subarray(0, other))
      if (fit <= Math.max(best?.fit ?? 0, scores[other]!)) continue
      best = { kind: smallTalkKinds[scores.indexOf(fit)]!, language, fit }
    }
    return best
  }
}
