import { fileURLToPath } from 'node:url'
import { composeEntry } from '../src/core/answering/compose.ts'
import { featuresOf, type Features } from '../src/core/answering/confidence.ts'
import { plainText } from '../src/core/answering/reply.ts'
import { wordingOf } from '../src/core/answering/turn.ts'
import { openKnowledgeBase, type KnowledgeBase } from '../src/core/knowledge-base/knowledge-base.ts'
import { rank } from '../src/core/search/ranking.ts'
import { readQuestion } from '../src/core/understanding/question.ts'
import { loadPack } from '../src/knowledge/load.ts'
import type { Pack } from '../src/knowledge/pack.ts'
import { holds, readCases, type Case } from '../tests/evaluation/cases.ts'

/**
 * Fits the weights of confidence in src/core/answering/parameters.ts to tests/evaluation and prints them: the
 * probability that the best-ranked entry's answer holds what is expected. Once with the pack as it is, once without its
 * example questions, for packs that have none.
 */
const pack = loadPack(fileURLToPath(new URL('../src/knowledge/bulletin', import.meta.url)))
const silent: Pack = {
  ...pack,
  entries: pack.entries.map((entry) => ({ ...entry, questions: { kk: [], ru: [], en: [] } })),
}

for (const [name, knowledge] of [
  ['withExamples', openKnowledgeBase(pack)],
  ['textOnly', openKnowledgeBase(silent)],
] as const) {
  const samples = readCases()
    .filter(({ turns }) => turns.length === 1)
    .flatMap((asked) => sampleOf(asked, knowledge))
  console.log(name, samples.length, 'questions', fit(samples))
}

type Sample = { readonly features: Features; readonly right: boolean }

function sampleOf({ turns, language, expect }: Case, knowledge: KnowledgeBase): Sample[] {
  const question = readQuestion(turns[0]!, knowledge.reader)
  const candidates = rank(question, knowledge.index, knowledge.pack)
  const [best, next] = candidates
  const entry = best && knowledge.pack.entries[best.entry]!
  // A gap that comes first is never answered, so that it needs no confidence.
  if (!entry || entry.type === 'gap') return []
  const turn = { knowledge, question, candidates, language, now: new Date(), context: undefined }
  // Whether yes or no is told is not what is fitted here: every answer counts as holding both.
  const text = `иә жоқ да нет yes no ${plainText({ lines: composeEntry(entry, wordingOf(turn)) })}`
  return [{ features: featuresOf(best, next, question), right: expect.length > 0 && holds(text, expect) }]
}

/** Logistic regression by gradient descent, with a little regularisation towards 0. */
function fit(samples: readonly Sample[]): Record<string, number> {
  const names = Object.keys(samples[0]!.features) as (keyof Features)[]
  const weights = Object.fromEntries(names.map((name) => [name, 0])) as Record<keyof Features, number>
  const steps = 4000
  for (let step = 0; step < steps; step++) {
    const slope = Object.fromEntries(names.map((name) => [name, 0])) as Record<keyof Features, number>
    for (const { features, right } of samples) {
      const logit = names.reduce((sum, name) => sum + weights[name] * features[name], 0)
      const error = 1 / (1 + Math.exp(-logit)) - (right ? 1 : 0)
      for (const name of names) slope[name] += (error * features[name]) / samples.length
    }
    for (const name of names) weights[name] -= 2 * (slope[name] + 0.0005 * weights[name])
  }
  return Object.fromEntries(names.map((name) => [name, Math.round(100 * weights[name]) / 100]))
}
