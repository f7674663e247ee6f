/**
 * The numbers of deciding. They were set on the evaluation and the hands' questions of tests/evaluation as they stand
 * on 2026-11-28. What leaves no trace there is held by tests/core/answering.
 */

/** How sure what typed data settle is: it needs no statistics. */
export const certain = 0.9

/** How sure it is that a question that points back, and fits nothing else, is about what was told last. */
export const likely = 0.6

/**
 * Below `answer` a question is not answered but clarified, below `clarify` it is not even that. From `deny` on it is
 * surely about the best entry, so that what typed data say against that is a no.
 */
export const thresholds = { answer: 0.35, clarify: 0.15, deny: 0.5 }

/** The example fit of a question or phrase that the pack has, or nearly so. */
export const alike = 0.6

/** An example fit that hardly any question has but such as the pack has word for word, and of those only some. */
export const same = 0.95

/** The example fit of a question that shares some words with one of the pack's. */
export const halfAlike = 0.3

/** A coverage that is next to nothing: what a question is about is not what the entry is about. */
export const hardly = 0.1

/** A fit of words and examples that says nothing. */
export const unlike = 0.1

/** A lead in score that a single word may make: within it, what the source lacks is as likely as what it says. */
export const tie = 0.1

/** A lead in score over a gap that the question names, by which an entry answers all the same. */
export const gapLead = 4.5

/** A lead in coverage that no word of little weight makes. */
export const muchMore = 0.25

/**
 * A score from which an entry is worth showing under a refusal: what would have been the answer is mostly above it,
 * what is shown to questions about anything else mostly below.
 */
export const worthShowing = -0.5

/** The score from which an entry is likelier than that nothing answers: what else is shown where a lack is known. */
export const likelierThanNone = 0

/** A score below which an entry has hardly a word of the question, so that nobody is pointed to it. */
export const nearby = -5.5

/** What is added to the score of the entry told last when a question points back ("when was it held?"). */
export const pointingBonus = 3.5

/** A lead in confidence of a question by itself over it with its story, if a word of it points back. */
export const pointingLead = 0.15

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
 * How like small talk a message must be to be taken for it, and by how much more than for a question of the best entry:
 * where no entry answers for sure, and where one does.
 */
export const talkWhereNothingFits = { least: 0.28, lead: 0 }
export const talkAgainstAnEntry = { least: 0.42, lead: 0.05 }
