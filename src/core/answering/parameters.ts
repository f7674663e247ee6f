/** How sure what typed data settle is: it needs no statistics. */
export const certain = 0.9

/** Below `answer` a question is not answered but clarified, below `clarify` it is not even that. */
export const thresholds = { answer: 0.35, clarify: 0.15 }

/** The example fit of a question or phrase that stands in the pack word for word, or nearly so. */
export const alike = 0.7

/** A lead in score that a single word may make: within it, what the source lacks is as likely as what it says. */
export const tie = 0.1

/** A score below which an entry has hardly a word of the question, so that nobody is pointed to it. */
export const nearby = -3.5

/** What is added to the score of the entry told last when a question points back ("when was it held?"). */
export const pointingBonus = 2.5

/** Shares of coverage that a yes needs: no word of any weight left out; and, where typed data prove something, few. */
export const fullyCovered = 0.93
export const mostlyCovered = 0.8

/** Candidates: more than the ten that are shown, so that what gaps take from them is made up. */
export const mostCandidates = 15

/** Letters. Longer texts are no questions; a Telegram message may have 4096. */
export const longest = 1000
