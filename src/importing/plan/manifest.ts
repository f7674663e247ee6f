import { isMap, isSeq, parseDocument } from 'yaml'
import { languages, type Language } from '../../knowledge/language.ts'
import type { Localised } from '../../knowledge/pack.ts'
import type { Programme } from '../programme/programme.ts'
import { newFile, type WrittenFile } from './write-changes.ts'

/** What a pack says of itself, as far as an import needs it. */
export type ManifestWish = {
  readonly title: Localised
  readonly timeZone: string
  readonly languages: readonly Language[]
  /** First and last day, "2026-06-10/2026-06-12"; undefined for a source without sessions. */
  readonly dates: string | undefined
}

/** The manifest of a new pack, and the entry that "when is it?" is about. */
export function newManifest({ title, timeZone, languages: spoken, dates }: ManifestWish): WrittenFile[] {
  const called = spoken.length === 1 ? (title[spoken[0]!] ?? Object.values(title)[0]!) : title
  const manifest = {
    id: 'event',
    languages: spoken,
    timeZone,
    title: called,
    ...(dates !== undefined && { subject: 'event' }),
  }
  const event = [{ id: 'event', type: 'event', title: called, ...(dates !== undefined && { dates }) }]
  return [
    newFile('pack.yaml', ' The event as a whole: its languages, the time zone of the venue, its name.', manifest),
    ...(dates === undefined
      ? []
      : [newFile('event.yaml', ' What "when is it?" and "where is it?" are about: add where.', event)]),
  ]
}

/** A manifest that lists the languages that texts are in; undefined if it does already. */
export function withLanguages(
  source: string,
  needed: readonly Language[],
  now: readonly Language[],
): string | undefined {
  const all = languages.filter((language) => now.includes(language) || needed.includes(language))
  if (all.length === now.length) return undefined
  const document = parseDocument(source, { schema: 'core' })
  if (!isMap(document.contents)) return undefined
  const list = document.createNode(all)
  if (isSeq(list)) list.flow = true
  document.set('languages', list)
  document.delete('language')
  return document.toString({ lineWidth: 0 })
}

/** The days of all sessions, from the first to the last. */
export function datesOf(programmes: readonly Programme[]): string | undefined {
  const days = programmes.flatMap(({ sessions }) =>
    sessions.flatMap(({ slots }) => slots.map(({ start }) => start.slice(0, 10))),
  )
  const [first, ...rest] = [...new Set(days)].toSorted()
  const last = rest.at(-1)
  return last === undefined ? first : `${first}/${last}`
}

/** Languages of texts, the one with most texts first. */
export function languagesOf(programmes: readonly Programme[]): Language[] {
  const counts = new Map<Language, number>()
  const add = (words: Localised): void => {
    for (const language of languages)
      if (words[language] !== undefined) counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  for (const { sessions, people, facts } of programmes) {
    for (const { title, text } of [...sessions, ...facts]) [title, text].forEach(add)
    for (const { text } of people) add(text)
  }
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([language]) => language)
}
