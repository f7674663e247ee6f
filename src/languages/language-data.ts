/** What a question asks for: a facet of an entry, a list, or a yes or no. The keys of a language's `asking`. */
export const askable = [
  'when',
  'start',
  'end',
  'hour',
  'duration',
  'remaining',
  'over',
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
  /** A half of what it follows: "мың жарым" is 1,500. */
  readonly half: Phrases
  /** Endings that make digits an ordinal: "3rd", "3-я", "3-ші". */
  readonly ordinalEndings: readonly string[]
  /** "Number" before or behind a number. */
  readonly number: Phrases
}

/** How dates are said. Months and weekdays are beginnings of words; `short` forms count beside a number only. */
export type CalendarData = {
  readonly months: readonly Phrases[]
  readonly shortMonths: readonly Phrases[]
  /** Words that begin like a month and are none ("Казань" and қазан). */
  readonly notMonths: Phrases
  /** Months that are words of other meaning, unless one of `beforeMonth` or a number stands beside them ("may", "march"). */
  readonly ambiguousMonths: Phrases
  readonly beforeMonth: Phrases
  /** Monday first. */
  readonly weekdays: readonly Phrases[]
  /** Behind a year or a day: "2025 года", "2025 жылғы", "13-го". */
  readonly year: Phrases
  /** What may stand between a day and its month: "19th of". */
  readonly between: Phrases
  /** Days from today by their names: yesterday −1, today 0, tomorrow 1. */
  readonly relativeDays: ReadonlyMap<number, Phrases>
  /** Between two dates that are the ends of a range: "to", "по". */
  readonly rangeTo: Phrases
  /** Between two dates that are two, or the ends of a range with one of `rangeOpeners` before or behind them: "and". */
  readonly rangeAnd: Phrases
  readonly rangeOpeners: Phrases
  /** "In # days", "через # дня", "# күннен кейін": # stands for the number. */
  readonly inDays: Phrases
}

/** All that the program knows of a language. Another language is one more folder like this; nothing else names one. */
export type LanguageData = {
  /** BCP 47. */
  readonly code: string
  readonly script: 'Latin' | 'Cyrillic'
  /** Letters that no other language of the script here has: one of them settles which language a text is in. */
  readonly ownLetters: string
  /** What people type for a letter that their keyboard lacks. */
  readonly typedAs: Readonly<Record<string, string>>
  /** Latin spellings of letters, the longest first; undefined for a language written in Latin letters. */
  readonly latin: readonly (readonly [latin: string, own: string])[] | undefined
  /** Letters on the keys of QWERTY, in its order, and where they differ those of the row of digits. */
  readonly keyboard: { readonly keys: string; readonly digits: string }
  /** The stem of a normalised word of three letters or more. */
  readonly stem: (word: string) => string
  /** A name and cases of it that its stemmer would not bring together. */
  readonly caseForms: (name: string) => readonly string[]
  readonly asking: Readonly<Partial<Record<Askable, Phrases>>>
  /** Word groups that ask for nothing, though a word in them does: "take place" asks for no place. */
  readonly idleGroups: Phrases
  /** Words that carry no subject: articles, pronouns, prepositions, particles, auxiliaries, courtesy. */
  readonly functionWords: readonly string[]
  /** What begins a question that wants a yes or a no. */
  readonly yesNoOpeners: readonly string[]
  /** Words that deny. */
  readonly negation: Phrases
  /** Words that compare or leave out: "before", "except". */
  readonly comparison: Phrases
  /** Words of a text that say no to what stands beside them, beyond `negation`: "cancelled", "prohibited". */
  readonly denial: Phrases
  /** Words that limit what a text says: "only", "unless". What they stand in proves nothing in general. */
  readonly limitation: Phrases
  /** Words that stand for what was said before. */
  readonly anaphora: readonly string[]
  /** Words at the beginning of what goes on from what was said. */
  readonly conjunctions: readonly string[]
  /** Words for events in general: they pick nothing out. */
  readonly eventWords: Phrases
  readonly next: Phrases
  readonly previous: Phrases
  readonly city: Phrases
  /** "Belongs to". */
  readonly membership: Phrases
  /** What is expected or planned. */
  readonly expectation: Phrases
  /** First words of a question about the past. */
  readonly pastOpeners: readonly string[]
  /** Past forms of verbs of adopting, signing, approving, coming. */
  readonly past: Phrases
  /** Whole phrases, without `*`. */
  readonly smallTalk: Readonly<Partial<Record<SmallTalk, Phrases>>>
  /** How to ask for answers in a language, by its code: "in English", "по-казахски". */
  readonly speakIn: Readonly<Record<string, Phrases>>
  /** What may stand beside any small talk without making a question of it: whom it is said to, "please", "very". */
  readonly fillers: readonly string[]
  /** What may stand beside some kinds of it: "can I …", "you are such a …", "… or a human". */
  readonly beside: Readonly<Record<'commands' | 'feelings' | 'robot', readonly string[]>>
  readonly numerals: NumeralData
  readonly calendar: CalendarData
}
