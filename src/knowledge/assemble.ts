import { readSpan } from './dates.ts'
import type { Fault } from './fault.ts'
import { languageOfText, type Language } from './language.ts'
import type { Entry, Localised, LocalisedLists, Named, Pack, Place, Term } from './pack.ts'
import {
  manifestSchema,
  type EntryInput,
  type Manifest,
  type NamedInput,
  type WordLists,
  type Words,
} from './schema.ts'
import type { RawPack } from './shapes.ts'

/** How texts without a language and lists of them get theirs. */
type Localising = {
  readonly text: (words: Words | undefined) => Localised
  readonly lists: (words: WordLists | undefined) => LocalisedLists
}

/** Makes a pack of what was read: texts get their languages, entries their questions, names their ids as keys. */
export function assemble(raw: RawPack, faults: Fault[]): Pack {
  const manifest = raw.manifest?.input ?? manifestSchema.parse({})
  const spoken = manifest.languages ?? [manifest.language ?? languageOfText(sampleOf(raw.entries))]
  const localising = localiseIn(spoken)
  const { text } = localising
  return {
    id: manifest.id,
    languages: spoken,
    title: text(manifest.title),
    source: text(manifest.source),
    timeZone: manifest.timeZone,
    ...(manifest.subject === undefined ? {} : { subject: manifest.subject }),
    ...(manifest.writtenBefore === undefined ? {} : { writtenBefore: manifest.writtenBefore }),
    sections: sectionsOf(manifest, localising),
    entries: withQuestions(
      raw.entries.map(({ input }) => toEntry(input, localising)),
      raw.questions,
      faults,
    ),
    organisations: new Map(raw.organisations.map(({ input }) => [input.id, toNamed(input, localising)])),
    places: new Map(
      raw.places.map(({ input }): [string, Place] => [
        input.id,
        { ...toNamed(input, localising), ...(input.country === undefined ? {} : { country: input.country }) },
      ]),
    ),
    terms: raw.terms.map(({ input: { id, names, generic = false } }): Term => ({
      id,
      names: localising.lists(names),
      generic,
    })),
  }
}

function localiseIn(spoken: readonly Language[]): Localising {
  const only = spoken.length === 1 ? spoken[0] : undefined
  return {
    text(words) {
      if (words === undefined) return {}
      if (typeof words !== 'string') return dropAbsent(words)
      return only ? { [only]: words } : Object.fromEntries(spoken.map((language) => [language, words]))
    },
    lists(words) {
      const byLanguage = Array.isArray(words) ? { [only ?? spoken[0]!]: words } : words
      return { kk: byLanguage?.kk ?? [], ru: byLanguage?.ru ?? [], en: byLanguage?.en ?? [] }
    },
  }
}

function sectionsOf({ sections }: Manifest, { text }: Localising): Map<string, Localised> {
  return new Map(Object.entries(sections).map(([number, title]) => [number, text(title)]))
}

function toNamed({ id, name, short, names, note }: NamedInput, { text, lists }: Localising): Named {
  return { id, name: text(name), short: text(short), names: lists(names), note: text(note) }
}

function toEntry(input: EntryInput, { text: localise, lists }: Localising): Entry {
  const { title, names, text, says = [], questions, contrast, dates, at, section, kind, ordinal, place, within } = input
  return {
    id: input.id,
    type: input.type,
    title: localise(title),
    names: lists(names),
    text: localise(text),
    says: says.map(({ about, ...words }) => ({ about, text: dropAbsent(words) })),
    questions: lists(questions),
    contrast: lists(contrast),
    ordinals: input.ordinals ?? [],
    numbers: input.numbers ?? [],
    at: localise(at),
    hostDates: input.hostDates ?? false,
    preparatory: input.preparatory ?? false,
    expected: input.expected ?? false,
    closed: input.closed ?? false,
    people: input.people ?? [],
    organisations: input.organisations ?? [],
    members: input.members ?? [],
    ...(dates === undefined ? {} : { dates: readSpan(dates) }),
    ...dropAbsent({ section, kind, ordinal, place, within }),
  }
}

/** The object without its absent keys; types under exactOptionalPropertyTypes tell the two apart. */
function dropAbsent<T extends object>(object: T): { [key in keyof T]: Exclude<T[key], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as never
}

/** Questions of one entry by language, as files bring them. */
type Added = Record<Language, string[]>

function withQuestions(entries: readonly Entry[], files: RawPack['questions'], faults: Fault[]): Entry[] {
  const added = { questions: new Map<string, Added>(), contrast: new Map<string, Added>() }
  const known = new Set(entries.map(({ id }) => id))
  for (const { language, teaches, input, origin } of files) {
    for (const [id, questions] of Object.entries(input)) {
      if (!known.has(id)) {
        const message = 'no entry has this id; correct it, or remove its questions'
        faults.push({ file: origin.file, place: id, path: [id], message })
      }
      const lists = added[teaches].getOrInsertComputed(id, () => ({ kk: [], ru: [], en: [] }))
      lists[language].push(...questions)
    }
  }
  return entries.map((entry) => ({
    ...entry,
    questions: joined(entry.questions, added.questions.get(entry.id)),
    contrast: joined(entry.contrast, added.contrast.get(entry.id)),
  }))
}

function joined(own: LocalisedLists, more: Added | undefined): LocalisedLists {
  if (!more) return own
  return { kk: [...own.kk, ...more.kk], ru: [...own.ru, ...more.ru], en: [...own.en, ...more.en] }
}

/** Enough text to tell the language of a pack that does not name it. */
function sampleOf(entries: RawPack['entries']): string {
  const texts = entries.slice(0, 50).flatMap(({ input: { title, text, questions } }) => [title, text, questions].flat())
  return texts
    .filter((value) => typeof value === 'string')
    .join(' ')
    .slice(0, 20_000)
}
