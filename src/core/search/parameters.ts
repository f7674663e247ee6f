/** BM25 over words: how soon repetition stops helping, and how much longer documents are held back. */
export const words = {
  saturation: 1.6,
  lengthInfluence: 0.75,
  /** How much a word that only asks, or says nothing of the subject, counts in the text of entries. */
  askedShare: 0.5,
}

/** How many letters make a gram. */
export const gramLength = 4

/** What makes up a candidate's score. */
export const weights = {
  text: 0.4,
  example: 1,
  letters: 0.2,
  holds: 0.06,
  holdsPrecisely: 0.25,
  fails: 0.15,
  failsOrdinal: 0.3,
  named: 0.1,
  coverage: 0.1,
}

/** How much a question word that the pack has too ("city") counts in coverage beside a word of the subject. */
export const askingShare = 0.25

/** How many of the best by words are looked at closely: their letters, and what their typed data say. */
export const lookedAtClosely = 48

/** Coverage reads a whole entry: it is measured for the best, and for so many more that it may lift among them. */
export const spare = 4
