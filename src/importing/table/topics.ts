import { languages, type Language } from '../../knowledge/language.ts'
import { readConcepts } from '../../lexicon/concepts.ts'
import { readTopics, usualTopics } from '../../topics/topics.ts'

let byName: ReadonlyMap<string, string> | undefined

/** The topic that a cell names, by its id or by a word of any language; undefined for one that is not known. */
export function topicNamed(text: string): string | undefined {
  byName ??= namesOfTopics()
  const names = [text, ...text.split(/[/|;]/)]
  return names.map((name) => byName!.get(plain(name))).find((id) => id !== undefined)
}

/** Ids and titles of topics, and the words of the lexicon for the same. */
function namesOfTopics(): Map<string, string> {
  const titled = readTopics().flatMap(({ id, title }) =>
    Object.values(title).length === 0 ? [] : [id, ...Object.values(title)].map((name) => [plain(name), id] as const),
  )
  const ofTitle = new Map(titled)
  const words = readConcepts().flatMap((concept) => {
    const all = [concept.id, ...languages.flatMap((language) => concept.words.get(language) ?? [])].map(plain)
    const topic = all.map((word) => ofTitle.get(word)).find((id) => id !== undefined)
    return topic === undefined ? [] : all.map((word) => [word, topic] as const)
  })
  return new Map([...words, ...titled])
}

/** What a template calls the topics that nearly every event is asked about: "parking / парковка / автотұрақ". */
export function usualLabels(shown: readonly Language[]): string[] {
  return usualTopics.map((id) => topicLabel(id, shown))
}

/** What a topic is called in some languages: "parking / парковка / автотұрақ". */
export function topicLabel(id: string, shown: readonly string[]): string {
  const title = readTopics().find((one) => one.id === id)?.title
  return [...new Set(shown.flatMap((language) => title?.[language as Language] ?? []))].join(' / ')
}

function plain(name: string): string {
  return name.trim().toLowerCase()
}
