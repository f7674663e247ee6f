import { languages, type Language } from '../../knowledge/language.ts'
import type { Named, Pack } from '../../knowledge/pack.ts'
import { foldKazakh } from '../text/normalise.ts'
import { stringTable } from '../text/string-table.ts'
import { tokenise } from '../text/tokenise.ts'
import { findAsked } from './asked.ts'
import type { LexiconData, Thing } from './lexicon.ts'
import { functionWords } from './question-words.ts'

/** A name while the lexicon is being built. */
type Name = { words: readonly ReadonlySet<string>[]; language: Language; things: Thing[]; capitals: boolean }

/**
 * All names of the pack, in all its languages at once: people mix languages, and type an abbreviation in the script
 * that their keyboard is in.
 */
export function indexNames(pack: Pack, termOf: (word: string, language: Language) => string): LexiconData {
  const byFirst = new Map<string, Name[]>()
  const byText = new Map<string, Name>()
  const add = (thing: Thing, language: Language, text: string | undefined): void => {
    const words = text === undefined ? [] : tokenise(text)
    if (words.length === 0 || (words.length > 1 && saysNothing(words))) return
    const stems = words.map((word) => new Set(formsOf(word, language).map((form) => termOf(form, language))))
    const key = words.join(' ')
    const capitals = words.length === 1 && functionWords.has(foldKazakh(words[0]!))
    const known = byText.get(`${language} ${key}`)
    if (!known) {
      const name: Name = { words: stems, language, things: [thing], capitals }
      byText.set(`${language} ${key}`, name)
      for (const stem of stems[0]!) byFirst.getOrInsertComputed(stem, () => []).push(name)
    } else if (!known.things.some(({ kind, id }) => kind === thing.kind && id === thing.id)) known.things.push(thing)
  }
  forEachName(pack, add)
  for (const names of byFirst.values()) names.sort((a, b) => b.words.length - a.words.length)
  return flatten([...byText.values()], byFirst)
}

function forEachName(pack: Pack, visit: (thing: Thing, language: Language, text: string | undefined) => void): void {
  for (const language of pack.languages) {
    const visitNamed = (thing: Thing, { name, short, names }: Named): void => {
      for (const text of [name[language], short[language], ...names[language]]) visit(thing, language, text)
    }
    for (const place of pack.places.values()) visitNamed({ kind: 'place', id: place.id }, place)
    for (const organisation of pack.organisations.values())
      visitNamed({ kind: 'organisation', id: organisation.id }, organisation)
    for (const { id, names, generic } of pack.terms) {
      for (const name of names[language]) visit({ kind: generic ? 'generic' : 'term', id }, language, name)
    }
    for (const { id, names } of pack.entries)
      for (const name of names[language]) visit({ kind: 'entry', id }, language, name)
  }
}

function flatten(names: readonly Name[], byFirst: ReadonlyMap<string, readonly Name[]>): LexiconData {
  const stems = new Set(names.flatMap(({ words }) => words.flatMap((word) => [...word])))
  const stemIds = new Map(Array.from(stems, (stem, id) => [stem, id]))
  const nameIds = new Map(names.map((name, id) => [name, id]))
  const things = new Map<string, { id: number; thing: Thing }>()
  const first = lists(Array.from(stems, (stem) => (byFirst.get(stem) ?? []).map((name) => nameIds.get(name)!)))
  const words = lists(names.flatMap((name) => name.words.map((word) => Array.from(word, (stem) => stemIds.get(stem)!))))
  const meant = lists(
    names.map((name) =>
      name.things.map(
        (thing) => things.getOrInsertComputed(`${thing.kind} ${thing.id}`, () => ({ id: things.size, thing })).id,
      ),
    ),
  )
  return {
    stems: stringTable([...stems]),
    firstStart: first.start,
    firstNames: first.items,
    nameLanguages: Uint8Array.from(names, ({ language }) => languages.indexOf(language)),
    nameCapitals: Uint8Array.from(names, ({ capitals }) => Number(capitals)),
    nameWords: lists(names.map((name) => name.words.map(() => 0))).start,
    wordStart: words.start,
    wordStems: words.items,
    thingStart: meant.start,
    nameThings: meant.items,
    things: Array.from(things.values(), ({ thing }) => thing),
  }
}

function lists(source: readonly (readonly number[])[]): { start: Uint32Array; items: Uint32Array } {
  const start = new Uint32Array(source.length + 1)
  source.forEach(({ length }, at) => (start[at + 1] = start[at]! + length))
  return { start, items: Uint32Array.from(source.flat()) }
}

/**
 * A name and two of its cases. Stemmers know words, not names: they take the "-н" of "Казахстан" for an ending, but not
 * in "Казахстане", and so with the "-ты" of "Алматы". The cases bring the other stem.
 */
function formsOf(word: string, language: Language): string[] {
  if (language === 'en' || !/^[\u0400-\u04ff]{4,}$/.test(word)) return [word]
  if (language === 'kk') return [word, `${word}да`, `${word}де`]
  return /[бвгджзклмнпрстфхцчшщ]$/.test(word) ? [word, `${word}а`, `${word}е`] : [word]
}

/** "Where is it held" is no name, whatever a list of synonyms says. */
function saysNothing(words: readonly string[]): boolean {
  return words.every((word) => functionWords.has(foldKazakh(word)) || findAsked([word]).words.size > 0)
}
