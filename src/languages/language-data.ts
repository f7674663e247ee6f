import type { ProgrammeWords } from './programme-words.ts'

/** What a question asks for: a facet of an entry, a list, or a yes or no. The keys of a language's `asking`. */
const askable = [
  'when',
  'start',
  'end',
  'hour',
  'duration',
  'remaining',
  'over',
  'weekday',
  'where',
  'who',
  'title',
  'topic',
  'purpose',
  'result',
  'benefit',
  'number',
  'how',
  'what',
  'list',
  'yes-no',
] as const
export type Askable = (typeof askable)[number]

/**
 * What people say to a bot that is no question, and commands in words. Of several in one message the first here counts:
 * what asks for something before what is only courtesy.
 */
export const smallTalkKinds = [
  'unsubscribe',
  'subscribe',
  'stop',
  'human',
  'speak',
  'language',
  'mine',
  'calendar',
  'remind',
  'forget',
  'menu',
  'help',
  'back',
  'repeat',
  'more',
  'wrong',
  'confused',
  'ready',
  'languages',
  'maker',
  'who',
  'joke',
  'apology',
  'impatience',
  'farewell',
  'thanks',
  'wellbeing',
  'sadness',
  'insult',
  'love',
  'praise',
  'robot',
  'huh',
  'wishes',
  'laughter',
  'salam',
  'hour',
  'greeting',
  'smile',
  'no',
  'agree',
  'test',
] as const
export type SmallTalk = (typeof smallTalkKinds)[number]

/** What somebody did with an event or a document: finer than who. The keys of a language's `deeds`. */
export const deeds = ['chaired', 'spoke', 'signed', 'voted', 'proposed', 'responsible', 'organised'] as const
export type Deed = (typeof deeds)[number]

/**
 * Word groups in which `*` stands for any ending of the word before it ("участник*"). They are written as the language
 * is; letters that people replace by others (`typedAs`) are compared as replaced.
 */
export type Phrases = readonly string[]

/** How numbers are said. Values above twelve are composed: "twenty-first", "полторы тысячи", "мың жарым". */
export type NumeralData = {
  /** Words for 0 to 19 and the tens, with their cases. */
  readonly cardinals: ReadonlyMap<number, Phrases>
  /** Ordinals: beginnings with the endings that make them ordinals, whole words if there are none. */
  readonly ordinals: ReadonlyMap<number, Phrases>
  /** Hundred, thousand, million and their short forms; what stands before them is multiplied. */
  readonly multipliers: ReadonlyMap<number, Phrases>
  /** One and a half, which multiplies: "полторы тысячи". */
  readonly oneAndAHalf: Phrases
  /** A half of what it follows: "мың жарым" is 1,500, "две с половиной тысячи" 2,500. */
  readonly half: Phrases
  /** Between hundreds and what follows them: "one hundred and five". */
  readonly joints: readonly string[]
  /** Endings that make digits an ordinal: "3rd", "3-я", "3-ші". */
  readonly ordinalEndings: readonly string[]
  /** "Number" before or behind a number, also as № is read ("No"). */
  readonly number: Phrases
}

/** What time is counted in. */
export const timeUnits = ['day', 'week', 'month', 'year'] as const
export type TimeUnit = (typeof timeUnits)[number]

/** How dates are said. Months and weekdays are beginnings of words; `short` forms count beside a number only. */
export type CalendarData = {
  readonly months: readonly Phrases[]
  readonly shortMonths: readonly Phrases[]
  /** Words that begin like a month and are none ("Казань" and қазан). */
  readonly notMonths: Phrases
  /** Months with another meaning ("may", "march"), unless one of `beforeMonth` or a number stands beside them. */
  readonly ambiguousMonths: Phrases
  readonly beforeMonth: Phrases
  /**
   * Monday first, with a word before those that have another meaning: "в среду", since "среда" is the environment
   * too.
   */
  readonly weekdays: readonly Phrases[]
  /** Behind a year or a day: "2025 года", "2025 жылғы", "13-го". */
  readonly year: Phrases
  /** Of these, what gives the year to the noun behind it: "2025 жылғы саммит". */
  readonly yearOf: Phrases
  /** What may stand between a day and its month: "19th of". */
  readonly between: Phrases
  /** Days from today by their names: yesterday −1, today 0, tomorrow 1. */
  readonly relativeDays: ReadonlyMap<number, Phrases>
  /** Between two dates that are the ends of a range: "to", "по". */
  readonly rangeTo: Phrases
  /** Between two dates that are two, or the ends of a range with one of `rangeOpeners` before or behind them: "and". */
  readonly rangeAnd: Phrases
  readonly rangeOpeners: Phrases
  /** "Day", beside a number: "the second day". */
  readonly day: Phrases
  /** Years from this one by their names: "былтыр" is last year. */
  readonly relativeYears: ReadonlyMap<number, Phrases>
  /** Units of time. `one` are forms that count one by themselves: "через неделю". */
  readonly units: Readonly<Record<TimeUnit, { readonly one: Phrases; readonly several: Phrases }>>
  /** From today on, before a number of units, before a single one, and behind them: "in", "in a", "from now". */
  readonly ahead: { readonly before: Phrases; readonly beforeOne: Phrases; readonly behind: Phrases }
  /** Behind a number of units: "ago". */
  readonly ago: Phrases
  /** Before a week, a month, a year or a weekday: "this", "next", "last". */
  readonly present: Phrases
  readonly coming: Phrases
  readonly gone: Phrases
}

/** All that the program knows of a language. Another language is one more folder like this; nothing else names one. */
export type LanguageData = {
  /** BCP 47. */
  readonly code: string
  readonly script: 'Latin' | 'Cyrillic'
  /** Codes of languages whose speakers are spoken to in this one; `others`: all whom none names. */
  readonly strangers: readonly string[] | 'others'
  /** Letters that no other language of the script here has: one of them settles which language a text is in. */
  readonly ownLetters: string
  /** What people put above a text to say that it is in this language, beside its code and its own name. */
  readonly headings?: readonly string[]
  /** What people type for a letter that their keyboard lacks. */
  readonly typedAs: Readonly<Record<string, string>>
  /** Latin spellings of letters, the longest first; undefined for a language written in Latin letters. */
  readonly latin: readonly (readonly [latin: string, own: string])[] | undefined
  /** Letters on the keys of QWERTY, in its order, and where they differ those of the row of digits. */
  readonly keyboard: { readonly keys: string; readonly digits: string }
  /** The stem of a normalised word of three letters or more. */
  readonly stem: (word: string) => string
  /**
   * A verb without what tells person, tense and negation, where they are endings ("берілмейді" and "беріле" are both
   * "беріл"). Other words may lose letters too: it serves to find a known word again, not to index.
   */
  readonly verbBase: (word: string) => string
  /** A name and cases of it that its stemmer would not bring together. */
  readonly caseForms: (name: string) => readonly string[]
  readonly asking: Readonly<Partial<Record<Askable, Phrases>>>
  /** Words of what people do with events and documents, as in questions and texts: "signed", "chaired by". */
  readonly deeds: Readonly<Partial<Record<Deed, Phrases>>>
  /** Word groups that neither ask nor point back, though a word in them does: "take place" asks for no place. */
  readonly idleGroups: Phrases
  /** Words that carry no subject: articles, pronouns, prepositions, particles, auxiliaries, courtesy. */
  readonly functionWords: readonly string[]
  /** What begins a question that wants a yes or a no. */
  readonly yesNoOpeners: readonly string[]
  /** Words that deny. */
  readonly negation: Phrases
  /** Words that compare or leave out: "before", "except". */
  readonly comparison: Phrases
  /** Of those, the words that deny what stands before them ("парковки нет"); the others deny what follows. */
  readonly denyingBefore: Phrases
  /** Endings of words that deny what they say: "берілмейді". The beginning of the word has three letters or more. */
  readonly negativeEndings: readonly string[]
  /** Words of a text that say no to what stands beside them, beyond `negation`: "cancelled", "prohibited". */
  readonly denial: Phrases
  /**
   * Words that limit what a text says, or put it in doubt: "only", "unless", "TBD". What they stand in proves nothing.
   */
  readonly limitation: Phrases
  /** Of those, what leaves out all else: "only". In a question it asks more than whether something is spoken of. */
  readonly exclusive: Phrases
  /** Words at the beginning of a text that answer by themselves: "Yes", "Unfortunately not". */
  readonly answers: Phrases
  /** What one may, can or must do: it is not proved by a text that speaks of the thing alone. */
  readonly modality: Phrases
  /** Taking part, coming: what asks for who is there, not for what happened. */
  readonly participation: Phrases
  /** Words that stand for what was said before. */
  readonly anaphora: readonly string[]
  /** What only says that something exists, though a word in it could point back: "there are". */
  readonly existential: Phrases
  /** Words in which somebody speaks of themselves, as in an introduction: "I am a journalist". */
  readonly firstPerson: Phrases
  /** Words at the beginning of what goes on from what was said. */
  readonly conjunctions: readonly string[]
  /** Words for events in general: they pick nothing out. */
  readonly eventWords: Phrases
  readonly next: Phrases
  readonly previous: Phrases
  /** The last of several that are numbered. */
  readonly last: Phrases
  readonly city: Phrases
  /** "Belongs to". */
  readonly membership: Phrases
  /** That something is spoken of: "on the agenda", "mentioned". */
  readonly treatment: Phrases
  /** What is expected or planned. */
  readonly expectation: Phrases
  /** First words of a question about the past. */
  readonly pastOpeners: readonly string[]
  /** Past forms of verbs of adopting, signing, approving, coming. */
  readonly past: Phrases
  /** Whole phrases, without `*`, written as in `sayings`. */
  readonly smallTalk: Readonly<Partial<Record<SmallTalk, Phrases>>>
  /** How to ask for answers in a language, by its code, written likewise: "in English", "по-казахски". */
  readonly speakIn: Readonly<Record<string, Phrases>>
  /** What may stand beside any small talk without making a question of it: whom it is said to, "please", "very". */
  readonly fillers: readonly string[]
  /** What may stand beside some kinds of it: "can I …", "you are such a …", "… or a human". */
  readonly beside: Readonly<Record<'commands' | 'feelings' | 'robot', readonly string[]>>
  readonly numerals: NumeralData
  readonly calendar: CalendarData
  readonly programme: ProgrammeWords
}
