import { assembleEntries } from './assemble-entries.ts'
import type { Fault } from './fault.ts'
import { languageOfText, type Language } from './language.ts'
import { localiseIn, type Localising } from './localising.ts'
import type { Entry, Localised, LocalisedLists, Named, Pack, Place, Term } from './pack.ts'
import { toPlace } from './refer.ts'
import { manifestSchema, type Manifest, type NamedInput, type TermInput } from './schema.ts'
import type { RawPack } from './shapes.ts'

/** Makes a pack of what was read: texts get their languages, entries their questions, names their ids as keys. */
export function assemble(raw: RawPack, faults: Fault[]): Pack {
  const manifest = raw.manifest?.input ?? manifestSchema.parse({})
  const spoken = manifest.languages ?? [manifest.language ?? languageOfText(sampleOf(raw.entries))]
  const localising = localiseIn(spoken)
  const { text } = localising
  const organisations = new Map(raw.organisations.map(({ input }) => [input.id, toNamed(input, localising)]))
  const places = new Map(
    raw.places.map(({ input }): [string, Place] => [input.id, toPlace(input, toNamed(input, localising), localising)]),
  )
  // Names that only entries give become things of their own, so entries come before what they point at.
  const entries = assembleEntries(raw.entries, { manifest, localising, places, organisations }, faults)
  return {
    id: manifest.id,
    languages: spoken,
    title: text(manifest.title),
    ...(manifest.short === undefined ? {} : { short: text(manifest.short) }),
    source: text(manifest.source),
    called: calledIn(manifest),
    timeZone: manifest.timeZone,
    ...(manifest.subject === undefined ? {} : { subject: manifest.subject }),
    ...(manifest.writtenBefore === undefined ? {} : { writtenBefore: manifest.writtenBefore }),
    sections: sectionsOf(manifest, localising),
    entries: withQuestions(entries, raw.questions, faults),
    organisations,
    places,
    terms: raw.terms.map(({ input }) => toTerm(input, localising)),
    ...(manifest.topics === undefined ? {} : { topics: manifest.topics }),
  }
}

function sectionsOf({ sections }: Manifest, { text }: Localising): Map<string, Localised> {
  return new Map(Object.entries(sections).map(([number, title]) => [number, text(title)]))
}

function calledIn({ called = {} }: Manifest): Pack['called'] {
  const forms = Object.entries(called).map(([language, typed]) => {
    const [name, inside] = Array.isArray(typed) ? typed : [typed, typed]
    return [language, { name, in: inside }]
  })
  return Object.fromEntries(forms) as Pack['called']
}

function toNamed({ id, name, short, names, note }: NamedInput, { text, lists }: Localising): Named {
  return { id, name: text(name), short: text(short), names: lists(names), note: text(note) }
}

function toTerm({ id, names, generic = false, places }: TermInput, { lists }: Localising): Term {
  return { id, names: lists(names), generic, ...(places && { places }) }
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
