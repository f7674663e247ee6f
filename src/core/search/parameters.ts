/** BM25 over words: how soon repetition stops helping, and how much longer documents are held back. */
export const words = {
  saturation: 1.6,
  lengthInfluence: 0.75,
  /** How much a word that only asks, or says nothing of the subject, counts in the text of entries. */
  askedShare: 0.5,
}

/** How many letters make a gram. */
export const gramLength = 4

/** What is looked at first: text, and as a part of it letters. Likeness to examples counts 1. */
export const firstSight = { text: 0.4, letters: 0.2 }

/** How much a question word that the pack has too ("city") counts in coverage beside a word of the subject. */
export const askingShare = 0.25

/** How many of the best by words are looked at closely: their letters, and what their typed data say. */
export const lookedAtClosely = 48

/**
 * What each feature of a candidate counts (see features.ts), in nats beside "no entry answers this". Fitted by
 * `npm run calibrate` to the bulletin's questions, each asked of a pack that had not learnt it.
 */
export const scoreWeights = {
  taught: -3.73,
  example: 7.41,
  exampleAmongUntaught: -7.19,
  textTaught: 1.52,
  coverageTaught: 2.5,
  untaught: -4.17,
  text: 5.17,
  gap: 0.06,
  none: -3.15,
  holds: 0.35,
  holdsPrecisely: 2.14,
  fails: -1.43,
  failsOrdinal: -1.29,
  named: 0.04,
  unmet: -1,
}
