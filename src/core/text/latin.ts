import type { LanguageData } from '../../languages/language-data.ts'

type Table = { readonly pattern: RegExp; readonly letters: ReadonlyMap<string, string> }

const tables = new Map<LanguageData, Table>()

/** A Latin spelling of a language that is written in other letters, letter by letter; what is no Latin letter stays. */
export function fromLatin(text: string, language: LanguageData): string {
  const { pattern, letters } = tables.getOrInsertComputed(language, compile)
  return text.replace(pattern, (spelling) => letters.get(spelling)!)
}

function compile({ latin = [] }: LanguageData): Table {
  return { pattern: new RegExp(latin.map(([spelling]) => spelling).join('|'), 'gu'), letters: new Map(latin) }
}
