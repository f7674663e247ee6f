import type { LanguageData } from '../../../src/languages/language-data.ts'

/** What a small language need not say: tables without a word, so that a language of a test is about its own. */
export const bare = {
  strangers: [],
  ownLetters: '',
  typedAs: {},
  latin: undefined,
  verbBase: (word) => word,
  caseForms: (name) => [name],
  speakIn: {},
  beside: { commands: [], feelings: [], robot: [] },
  deeds: {},
  idleGroups: [],
  yesNoOpeners: [],
  comparison: [],
  denial: [],
  limitation: [],
  exclusive: [],
  denyingBefore: [],
  negativeEndings: [],
  answers: [],
  modality: [],
  participation: [],
  existential: [],
  firstPerson: [],
  conjunctions: [],
  eventWords: [],
  next: [],
  previous: [],
  last: [],
  city: [],
  membership: [],
  treatment: [],
  expectation: [],
  pastOpeners: [],
  past: [],
  fillers: [],
  programme: {
    now: [],
    later: [],
    dayParts: {},
    noon: [],
    at: [],
    after: [],
    from: [],
    before: [],
    afterBehind: [],
    beforeBehind: [],
    hour: [],
    endings: [],
    forenoon: [],
    afternoon: [],
    hourCases: new Map(),
    sessions: [],
    kinds: {},
    gives: [],
    other: [],
    free: [],
    details: {},
    rooms: [],
    reach: [],
  },
} satisfies Partial<LanguageData>

/** A stemmer that strips the longest of some endings, once, and leaves three letters. */
export function stripping(endings: readonly string[]): (word: string) => string {
  const longestFirst = endings.toSorted((a, b) => b.length - a.length)
  return (word) => {
    const ending = longestFirst.find((one) => word.endsWith(one) && word.length - one.length >= 3)
    return ending === undefined ? word : word.slice(0, -ending.length)
  }
}
