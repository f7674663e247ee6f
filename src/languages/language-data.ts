import type { CalendarData } from './calendar-data.ts'
import type { NumeralData } from './numeral-data.ts'
import type { Phrases } from './phrases.ts'
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
export const deeds = [
  'chaired',
  'spoke',
  'signed',
  'voted',
  'proposed',
  'responsible',
  'organised',
  'hosted',
  'opened',
  'represented',
] as const
export type Deed = (typeof deeds)[number]

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
  /** Case endings that are written behind a hyphen after an abbreviation or a foreign name ("БҰҰ-ның"). */
  readonly endingsBehindHyphen?: readonly string[]
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
  /** Who or what may do something, and be asked for by what they are: "which ministers", "which countries". */
  readonly persons: Phrases
  /** What asks for a price, and what a text that tells one has: a currency, or that it is free. */
  readonly price: Phrases
  readonly money: Phrases
  /** The words of a document itself: "the full text", "download". */
  readonly fullText: Phrases
  /** What asks for a day and nothing coarser, nor for a day of the week: "on what date". */
  readonly exactDay: Phrases
  /** What asks for more of a place than its city: "at what address", "in which hall". */
  readonly address: Phrases
  /** What leaves out the place behind it ("outside Asia"; `negation` does so, too), and what the one before it. */
  readonly leavingOut: Phrases
  readonly leavingOutBefore: Phrases
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
