import type { LanguageData } from '../../languages/language-data.ts'
import {
  dayParts,
  type AskedDetail,
  type DayPart,
  type ProgrammeWords,
  type SessionKind,
} from '../../languages/programme-words.ts'
import { variantsOf } from '../../languages/sayings.ts'
import { patternTable, type PatternTable } from '../text/patterns.ts'

type Plain = Exclude<keyof ProgrammeWords, 'dayParts' | 'kinds' | 'details' | 'hourCases' | 'free'>

/** How all languages speak of hours and programmes, compiled: a table for each list of words, and those that map. */
export type ProgrammeTable = { readonly [word in Plain]: PatternTable<true> } & {
  readonly dayParts: PatternTable<DayPart>
  readonly kinds: PatternTable<SessionKind>
  readonly details: PatternTable<AskedDetail>
  /** Languages by how one asks for what is in them: "in Russian". */
  readonly spoken: PatternTable<string>
  readonly hourCases: PatternTable<number>
}

const plain: readonly Plain[] = [
  'now',
  'later',
  'noon',
  'at',
  'after',
  'from',
  'before',
  'afterBehind',
  'beforeBehind',
  'hour',
  'endings',
  'forenoon',
  'afternoon',
  'sessions',
  'gives',
  'other',
  'rooms',
  'reach',
]

/** Compiles the words of several languages: whatever language a question is in, people mix them. */
export function programmeTable(languages: readonly LanguageData[]): ProgrammeTable {
  const all = languages.map(({ programme }) => programme)
  const tables = plain.map((word) => [word, patternTable([[true, all.flatMap((one) => one[word])]])] as const)
  return {
    ...(Object.fromEntries(tables) as { readonly [word in Plain]: PatternTable<true> }),
    dayParts: patternTable(all.flatMap((one) => Object.entries(one.dayParts) as [DayPart, readonly string[]][])),
    kinds: patternTable(all.flatMap((one) => Object.entries(one.kinds) as [SessionKind, readonly string[]][])),
    details: patternTable(all.flatMap((one) => Object.entries(one.details) as [AskedDetail, readonly string[]][])),
    spoken: patternTable(
      languages.flatMap(({ speakIn }) =>
        Object.entries(speakIn).map(([code, said]): [string, string[]] => [code, said.flatMap(variantsOf)]),
      ),
    ),
    hourCases: patternTable(all.flatMap((one) => [...one.hourCases])),
  }
}

/** The first and the last minute of a part of the day, from midnight. */
export function minutesOf(part: DayPart): { readonly from: number; readonly to: number } {
  const [from, to] = dayParts[part]
  return { from: from * 60, to: to * 60 }
}
