import { z } from 'zod'
import { isCalendarDate, isTimeZone } from './dates.ts'
import { languages } from './language.ts'
import { entryTypes, facets } from './pack.ts'
import { placeShape, sessionShape } from './schema-session.ts'
import { formed, id, text, wordLists, words } from './schema-words.ts'

/**
 * A date with its precision, or an interval of dates: "2025", "2025-11", "2025-11-15", "2026-04-22/2026-04-24"
 * (ISO 8601-1:2019, 5.5).
 */
const dates = formed(
  /^\d{4}(-\d{2}(-\d{2}(\/\d{4}-\d{2}-\d{2})?)?)?$/,
  'write 2025, 2025-11, 2025-11-15 or 2025-11-15/2025-11-19; hours go into start and end',
)
  .refine((value) => value.split('/').every(isCalendarDate), 'no such day in the calendar')
  .refine((value) => {
    const [from, to] = value.split('/')
    return to === undefined || from! < to
  }, 'the interval ends before it begins')

const statement = z.strictObject({
  about: z.enum(facets),
  kk: text.optional(),
  ru: text.optional(),
  en: text.optional(),
})

const section = formed(/^\d+(\.\d+)*$/, 'write a section number such as "11.8.1" in quotes')

export const entrySchema = z.strictObject({
  id,
  type: z.enum(entryTypes).default('fact').describe('gap: something that people ask and that the source does not say'),
  title: words.optional(),
  names: wordLists.optional().describe('other names and everyday words for it'),
  text: words.optional().describe('what the source says of it, as it stands there'),
  says: z.array(statement).optional().describe('single statements, each about one facet'),
  questions: wordLists.optional().describe('questions as people really ask them'),
  contrast: wordLists.optional().describe('questions that seem to be for this entry and that nothing answers'),
  section: section.optional(),
  kind: z.string().optional().describe('what an event counts as: consultation, meeting, briefing …'),
  ordinal: z.int().positive().optional().describe('its number among its kind: the third consultation, theme 5'),
  ordinals: z.array(z.int().positive()).optional().describe('ordinals in its name: the Eleventh Summit'),
  numbers: z.array(z.int().nonnegative()).optional().describe('numbers that belong to it: resolution 78/147'),
  dates: dates.optional(),
  hostDates: z.boolean().optional().describe('the dates are those of the conference it was part of'),
  place: id.optional(),
  at: words.optional().describe('the conference that it was part of'),
  within: id.optional().describe('the entry that it is part of'),
  preparatory: z.boolean().optional().describe('an event that prepared the subject of the pack'),
  expected: z.boolean().optional().describe('expected when the source was written; the source knows no outcome'),
  closed: z.boolean().optional().describe('a complete list: who is not on it is not a member'),
  nameless: z.boolean().optional().describe('the source tells how many there are, and not what they are called'),
  people: z.array(id).optional(),
  organisations: z.array(id).optional(),
  members: z.array(id).optional().describe('entries or organisations that a list holds'),
  ...sessionShape,
})

const named = { id, name: words, short: words.optional(), names: wordLists.optional(), note: words.optional() }

export const organisationSchema = z.strictObject(named)
export const placeSchema = z.strictObject({ ...named, country: id.optional(), ...placeShape })
export const termSchema = z.strictObject({
  id,
  names: wordLists,
  generic: z.boolean().optional().describe('says nothing about the subject: "take place", "organise"'),
  places: z.array(id).optional().describe('the places in a part of the world: the countries of Central Asia'),
})

/** Two forms where the language has them: as the subject of a sentence, and behind "in". */
const forms = z.union([text, z.tuple([text, text])], {
  error: 'write how sentences call it, or two forms, [one, other]: as a subject, and behind "in"',
})
const called = z.strictObject({ kk: forms.optional(), ru: forms.optional(), en: forms.optional() })

export const manifestSchema = z.strictObject({
  id: id.default('pack'),
  languages: z.array(z.enum(languages)).min(1).optional(),
  language: z.enum(languages).optional(),
  title: words.optional(),
  short: words.optional().describe('the title in short, for a bot that answers about several events'),
  source: words.optional().describe('how the source is called in an answer'),
  called: called.optional().describe('how sentences call the source: "The bulletin does not say"'),
  timeZone: z.string().default('UTC').refine(isTimeZone, 'no such time zone; write for example Asia/Almaty'),
  subject: id.optional().describe('the entry that a question without a subject is about'),
  writtenBefore: z.iso.date().optional().describe('the day before which the source was written'),
  sections: z.record(section, words).default({}),
  topics: z
    .boolean()
    .optional()
    .describe('whether people come to it, and ask for parking, food or Wi-Fi; else its texts tell'),
})

/** Questions, or contrast questions, kept apart from their entries, by entry id. */
export const questionsSchema = z.record(id, z.array(text))

export type { Facet } from './pack.ts'
export type NamedInput = z.output<typeof organisationSchema>
export type TermInput = z.output<typeof termSchema>
export type PlaceInput = z.output<typeof placeSchema>
export type EntryInput = z.output<typeof entrySchema>
export type Words = z.output<typeof words>
export type WordLists = z.output<typeof wordLists>
export type Manifest = z.output<typeof manifestSchema>
