import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { z } from 'zod'
import { languages, type Language } from '../../knowledge/language.ts'
import type { Localised } from '../../knowledge/localised.ts'
import { statuses, type Status } from '../programme/programme.ts'

/** What a table tells of: one row is one of them. */
export const tableKinds = ['sessions', 'people', 'rooms', 'facts'] as const
export type TableKind = (typeof tableKinds)[number]

const inEach = z.strictObject({ kk: z.string(), ru: z.string(), en: z.string() })
const column = inEach.extend({ also: z.array(z.string()).default([]), each: z.boolean().default(false) })
const kind = z.strictObject({ sheet: inEach, columns: z.record(z.string(), column) })
const file = z.strictObject({
  ...Object.fromEntries(tableKinds.map((name) => [name, kind])),
  statuses: z.record(z.enum(statuses), z.array(z.string())),
  answers: z.strictObject({ yes: z.array(z.string()), no: z.array(z.string()) }),
  languages: z.record(z.enum(languages), z.array(z.string())),
  dialogue: z.strictObject({ question: z.array(z.string()), answer: z.array(z.string()) }),
  floors: inEach,
})

export type Column = z.output<typeof column>
export type TableShape = z.output<typeof kind>

/** Which column of a table stands for what: "title", in a language if there is one column for each. */
export type Heading = { readonly column: string; readonly language?: Language }

type Words = Record<TableKind, TableShape> & {
  statuses: Record<Status, string[]>
  answers: Record<'yes' | 'no', string[]>
  languages: Record<Language, string[]>
  dialogue: Record<Part, string[]>
  floors: Record<Language, string>
}

/** What a line that begins with "Q:" or "Ответ." is. */
export type Part = 'question' | 'answer'

let words: Words | undefined

/** All columns that tables may have, by what they tell of. */
export function tableShape(kind: TableKind): TableShape {
  return readWords()[kind]
}

/**
 * What a heading stands for in a table of a kind: "Title", "Название (рус)", "Start / Начало"; undefined if nothing.
 */
export function readHeading(text: string, kind: TableKind): Heading | undefined {
  const names = [text, ...text.split(/[/|\n;]/)].map(plain).filter((name) => name !== '')
  for (const name of names) {
    for (const [column, { each, also, ...labels }] of Object.entries(tableShape(kind).columns)) {
      for (const known of [...Object.values(labels), ...also].map(plain)) {
        if (name === known) return { column }
        if (!each) continue
        const rest = name.startsWith(`${known} `) ? name.slice(known.length + 1) : undefined
        const language = rest === undefined ? undefined : readLanguageName(rest)
        if (language !== undefined) return { column, language }
      }
    }
  }
  return undefined
}

/** The language that somebody names: "ru", "Русский", "на казахском". */
export function readLanguageName(text: string): Language | undefined {
  const name = plain(text)
  return languages.find((language) => readWords().languages[language].includes(name))
}

/** What a cell says of a session's state; undefined for what is nothing special ("confirmed"). */
export function readStatus(text: string): Status | undefined {
  const name = plain(text)
  return statuses.find((status) => readWords().statuses[status].some((word) => plain(word) === name))
}

/** Whether a cell says "yes" or "no"; undefined for what says more, such as how. */
export function readAnswer(text: string): boolean | undefined {
  const name = plain(text)
  const { yes, no } = readWords().answers
  return yes.includes(name) || (no.includes(name) ? false : undefined)
}

/** "2" as people say it of a floor, in these languages; what is more than a number says it already. */
export function floorNamed(cell: string, spoken: readonly Language[]): Localised | string {
  if (!/^-?\d+$/.test(cell)) return cell
  return Object.fromEntries(spoken.map((language) => [language, readWords().floors[language].replace('{}', cell)]))
}

/** A line without the "Q:" or "Ответ." before it, and what that says; undefined for a line without one. */
export function readPart(line: string): { readonly part: Part; readonly text: string } | undefined {
  const match = /^\s*(?:\d+[.)]\s*)?(\p{L}+)\s*[:.)]\s+(?=\S)/u.exec(line)
  if (!match) return undefined
  const { dialogue } = readWords()
  const part = (['question', 'answer'] as const).find((one) => dialogue[one].includes(match[1]!.toLowerCase()))
  return part && { part, text: line.slice(match[0].length).trim() }
}

function readWords(): Words {
  words ??= file.parse(load(readFileSync(new URL('columns.yaml', import.meta.url), 'utf8'))) as Words
  return words
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}№]+/gu, ' ')
    .trim()
}
