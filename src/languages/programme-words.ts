/** As in language-data.ts. */
type Phrases = readonly string[]

/** Parts of a day, from the hour to before the hour in which people who make programmes let them begin and end. */
export const dayParts = {
  morning: [5, 12],
  noon: [12, 14],
  afternoon: [12, 18],
  evening: [17, 24],
  night: [21, 24],
} as const
export type DayPart = keyof typeof dayParts

/** Kinds of sessions that every event has, beside those that only a pack names. */
export type SessionKind =
  | 'keynote'
  | 'talk'
  | 'workshop'
  | 'panel'
  | 'lightning'
  | 'tutorial'
  | 'lecture'
  | 'poster'
  | 'party'
  | 'break'
  | 'ceremony'

/** What people ask of an entry by a word: what of it they want to know. */
export type AskedDetail = 'price' | 'phone' | 'email' | 'address' | 'link' | 'status' | 'register' | 'spoken' | 'map'

/** How a language speaks of hours and of programmes. */
export type ProgrammeWords = {
  /** "Right now", "currently". */
  readonly now: Phrases
  /** "Later". */
  readonly later: Phrases
  readonly dayParts: Readonly<Partial<Record<DayPart, Phrases>>>
  /** Twelve o'clock by its name. */
  readonly noon: Phrases
  /** Before an hour: "at", "after", "from", "before". */
  readonly at: Phrases
  readonly after: Phrases
  readonly from: Phrases
  readonly before: Phrases
  /** Behind an hour: "кейін", "дейін". */
  readonly afterBehind: Phrases
  readonly beforeBehind: Phrases
  /** "O'clock", before or behind the number, and endings that stand behind digits ("14-те"). */
  readonly hour: Phrases
  readonly endings: Phrases
  /** What puts an hour into a half of the day: "am", "pm". */
  readonly forenoon: Phrases
  readonly afternoon: Phrases
  /** Cases of numerals that only hours have: "бестен". */
  readonly hourCases: ReadonlyMap<number, Phrases>
  /** Whatever stands in a programme: "session", "programme". They pick nothing out. */
  readonly sessions: Phrases
  readonly kinds: Readonly<Partial<Record<SessionKind, Phrases>>>
  /** What somebody does who speaks: "gives", "presents". */
  readonly gives: Phrases
  /** "Other", "else". */
  readonly other: Phrases
  /** "Room", "hall": beside the name of one. */
  readonly rooms: Phrases
  /** What costs nothing, as a price. */
  readonly free: Phrases
  readonly details: Readonly<Partial<Record<AskedDetail, Phrases>>>
  /** "How to get there". */
  readonly reach: Phrases
}
