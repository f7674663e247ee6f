import { languages } from '../../knowledge/language.ts'
import { readConcepts } from '../../lexicon/concepts.ts'

/** What nearly every event is asked about, in the order of a template; ids of everyday concepts. */
export const usualTopics: readonly string[] = `
  wifi food drinking-water cloakroom toilet parking public-transport taxi airport shuttle hotel visa invitation
  dress-code interpretation livestream slides recording certificate press prayer childcare disabled-access first-aid
  emergency lost-and-found smoking socket refund contacts
`
  .trim()
  .split(/\s+/)

let byName: ReadonlyMap<string, string> | undefined

/** The topic that a cell names, by its id or by a word of any language; undefined for one that is not known. */
export function topicNamed(text: string): string | undefined {
  byName ??= new Map(
    readConcepts().flatMap(({ id, words }) => [
      [id, id] as const,
      ...languages.flatMap((language) => (words.get(language) ?? []).map((word) => [plain(word), id] as const)),
    ]),
  )
  const names = [text, ...text.split(/[/|;]/)]
  return names.map((name) => byName!.get(plain(name))).find((id) => id !== undefined)
}

/** The first word of a topic in each language, as a template shows it: "parking / парковка / автотұрақ". */
export function topicLabel(id: string, shown: readonly string[]): string {
  const concept = readConcepts().find((one) => one.id === id)
  return [...new Set(shown.flatMap((language) => concept?.words.get(language)?.[0] ?? []))].join(' / ')
}

function plain(name: string): string {
  return name.trim().toLowerCase()
}
