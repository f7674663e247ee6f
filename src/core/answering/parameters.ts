/** How sure what typed data settle is: it needs no statistics. */
export const certain = 0.9

/** Below `answer` a question is not answered but clarified, below `clarify` it is not even that. */
export const thresholds = { answer: 0.55, clarify: 0.3 }

/** The example fit of a question or phrase that stands in the pack word for word, or nearly so. */
export const alike = 0.7

/** A lead in score that a single word may make: within it, what the source lacks is as likely as what it says. */
export const tie = 0.05

/** A score below which an entry has hardly a word of the question, so that nobody is pointed to it. */
export const nearby = 0.25

/** What is added to the score of the entry told last when a question points back ("when was it held?"). */
export const pointingBonus = 0.3

/**
 * The shares of coverage that a yes and a no by typed data need: few words of any weight left out, and not most of
 * them.
 */
export const mostlyCovered = 0.8
export const halfCovered = 0.5

/** The least weight of a term that a word surely stands for: a guess at a mistyped word proves nothing. */
export const surelyMeant = 0.9

/** Candidates: more than the ten that are shown, so that what gaps take from them is made up. */
export const mostCandidates = 15

/** Letters. Longer texts are no questions; a Telegram message may have 4096. */
export const longest = 1000

/**
 * The weights of confidence (see `confidenceOf`), in packs with example questions and in those without. They lie near
 * what `npm run calibrate` fits to tests/evaluation, with more for example fit, which tells foreign questions apart in
 * packs without gaps.
 */
export const confidenceWeights = {
  withExamples: { bias: -2.7, example: 3.2, coverage: 3.2, text: 0, margin: 4, fails: 0, unmet: -1.5 },
  textOnly: { bias: -4, example: 0, coverage: 5, text: 3, margin: 6, fails: -0.3, unmet: -1 },
}
