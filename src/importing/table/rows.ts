import type { Language } from '../../knowledge/language.ts'
import type { Localised } from '../../knowledge/pack.ts'
import { plainText } from '../files/markup.ts'
import { inItsLanguage, type LanguageFinder } from '../programme/find-language.ts'
import type { Link, Programme } from '../programme/programme.ts'
import type { Fault } from '../../knowledge/fault.ts'
import type { Heading, TableKind } from './columns.ts'

/** A table whose headings were found: what each column stands for, and the rows below. */
export type ReadTable = {
  readonly name: string
  readonly kind: TableKind
  readonly headings: readonly (Heading | undefined)[]
  readonly rows: readonly Row[]
  readonly find: LanguageFinder
}

/** `number` as the spreadsheet shows it, from 1. */
export type Row = { readonly number: number; readonly cells: readonly string[] }

/** What rows come to, what can't be used in them, and what whoever imports should know. */
export type FromTable = {
  readonly programme: Programme
  readonly faults: readonly Fault[]
  readonly notes: readonly string[]
}

/** The text of a cell; undefined if it is empty or the table lacks the column. */
export function cellOf({ headings }: ReadTable, { cells }: Row, column: string): string | undefined {
  const at = headings.findIndex((heading) => heading?.column === column && heading.language === undefined)
  const text = at < 0 ? '' : (cells[at] ?? '').trim()
  return text === '' ? undefined : text
}

/** A text by language, from one column for each or from one for all, whose language is found. */
export function wordsOf(table: ReadTable, row: Row, column: string): Localised {
  const plain = inItsLanguage(cellOf(table, row, column), table.find)
  const each = table.headings.flatMap((heading, at): [Language, string][] => {
    const text = (row.cells[at] ?? '').trim()
    return heading?.column === column && heading.language !== undefined && text !== '' ? [[heading.language, text]] : []
  })
  return { ...plain, ...Object.fromEntries(each) }
}

/** A text as `wordsOf` gives it, without the mark-up that websites leave in it. */
export function proseOf(table: ReadTable, row: Row, column: string): Localised {
  const words = Object.entries(wordsOf(table, row, column))
  return Object.fromEntries(words.map(([language, text]) => [language, plainText(text).text]))
}

/** The addresses of a row's cell for links. */
export function linksOf(table: ReadTable, row: Row): Link[] {
  const cell = cellOf(table, row, 'link') ?? ''
  return [...cell.matchAll(/https?:\/\/[^\s,;<>"]+/g)].map(([url]) => ({ url }))
}

/** A whole number of a cell, from "120" or "120 мест". */
export function numberOf(table: ReadTable, row: Row, column: string): number | undefined {
  const digits = /\d+/.exec(cellOf(table, row, column) ?? '')?.[0]
  return digits === undefined || Number(digits) === 0 ? undefined : Number(digits)
}
