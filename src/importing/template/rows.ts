import { languages, type Language } from '../../knowledge/language.ts'
import { tableKinds, tableShape, type Column, type TableKind } from '../table/columns.ts'
import { usualLabels } from '../table/topics.ts'

/** A sheet to be filled in: its headings, what stands below them for a start, and how wide its columns are. */
export type TemplateSheet = {
  readonly kind: TableKind
  readonly name: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly widths: readonly number[]
}

/** Columns that a template leaves out: they are read where a table has them. */
const rare: Readonly<Record<TableKind, readonly string[]>> = {
  sessions: ['id', 'duration', 'registration', 'capacity', 'status'],
  people: ['id'],
  rooms: ['capacity'],
  facts: ['id'],
}

/** Sheets in these languages: headings in each, texts in a column for each language where there are several. */
export function templateSheets(shown: readonly Language[]): TemplateSheet[] {
  return tableKinds.map((kind) => {
    const { sheet, columns } = tableShape(kind)
    const used = Object.entries(columns).filter(([name]) => !rare[kind].includes(name))
    const cells = used.flatMap(([name, column]) =>
      headingsOf(column, shown).map((heading) => ({ heading, width: column.each ? 34 : 16, name })),
    )
    return {
      kind,
      name: sheetName(sheet, shown),
      headings: cells.map(({ heading }) => heading),
      rows:
        kind === 'facts'
          ? topicRows(
              cells.map(({ name }) => name),
              shown,
            )
          : [],
      widths: cells.map(({ width, heading }) => Math.max(width, heading.length + 2)),
    }
  })
}

/** Excel takes 31 letters; the languages that fit, the last ones first to stay. */
function sheetName(sheet: Readonly<Record<Language, string>>, shown: readonly Language[]): string {
  const names = languages.map((_, from) => inAll(sheet, shown.slice(from), ' · ')).filter((name) => name !== '')
  return names.find((name) => name.length <= 31) ?? names.at(-1)!.slice(0, 31)
}

function headingsOf(column: Column, shown: readonly Language[]): string[] {
  if (!column.each || shown.length === 1) return [inAll(column, shown, ' / ')]
  return shown.map((language) => `${column[language]} (${language})`)
}

function inAll(words: Readonly<Record<Language, string>>, shown: readonly Language[], between: string): string {
  return [...new Set(languages.filter((language) => shown.includes(language)).map((language) => words[language]))].join(
    between,
  )
}

/** A row for each usual topic, whose answer is left to be written. */
function topicRows(names: readonly string[], shown: readonly Language[]): string[][] {
  return usualLabels(shown).map((label) => names.map((name) => (name === 'topic' ? label : '')))
}
