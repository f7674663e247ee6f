import { languages, type Language } from '../../knowledge/language.ts'
import type { Named, Pack } from '../../knowledge/pack.ts'
import { languageOf } from '../../languages/known/all.ts'
import type { LanguageData } from '../../languages/language-data.ts'
import { stringTable } from '../text/string-table.ts'
import { isWrittenIn, type TermOf } from '../text/term.ts'
import { tokenise } from '../text/tokenise.ts'
import { findAsked } from './asked.ts'
import type { LexiconData, Thing } from './lexicon.ts'
import type { Grammar } from './grammar.ts'

/** A name while the lexicon is being built. */
type Name = { words: readonly ReadonlySet<string>[]; language: Language; things: Thing[]; capitals: 0 | 1 | 2 }

/**
 * All names of the pack, in all its languages at once: people mix languages, and type an abbreviation in the script
 * that their keyboard is in.
 */
export function indexNames(pack: Pack, termOf: TermOf, grammar: Grammar): LexiconData {
  const byFirst = new Map<string, Name[]>()
  const byText = new Map<string, Name>()
  const add = (thing: Thing, language: Language, text: string | undefined): void => {
    const words = text === undefined ? [] : tokenise(text)
    if (words.length === 0 || (words.length > 1 && saysNothing(words, grammar))) return
    const spoken = languageOf(language)
    const stems = words.map((word) => new Set(formsOf(word, spoken).map((form) => termOf(form, spoken))))
    const key = words.join(' ')
    const capitals = words.length > 1 ? 0 : grammar.isFunction(words[0]!) ? 1 : abbreviation.test(text!.trim()) ? 2 : 0
    const known = byText.get(`${language} ${key}`)
    if (!known) {
      const name: Name = { words: stems, language, things: [thing], capitals }
      byText.set(`${language} ${key}`, name)
      for (const stem of stems[0]!) byFirst.getOrInsertComputed(stem, () => []).push(name)
    } else if (!known.things.some(({ kind, id }) => kind === thing.kind && id === thing.id)) known.things.push(thing)
  }
  forEachName(pack, grammar, add)
  for (const names of byFirst.values()) names.sort((a, b) => b.words.length - a.words.length)
  return flatten([...byText.values()], byFirst)
}

/** Two letters are too many other words. */
const abbreviation = /^\p{Lu}{3,}$/u

function forEachName(
  pack: Pack,
  grammar: Grammar,
  visit: (thing: Thing, language: Language, text: string | undefined) => void,
): void {
  for (const language of languages) {
    const visitNamed = (thing: Thing, { name, short, names }: Named): void => {
      for (const text of [name[language], short[language], ...names[language]]) visit(thing, language, text)
    }
    for (const place of pack.places.values()) visitNamed({ kind: 'place', id: place.id }, place)
    const organisations = [...pack.organisations.values()]
    const parents = new Set(organisations.flatMap(({ name, short }) => [name[language] ?? '', short[language] ?? '']))
    for (const organisation of organisations) {
      const thing = { kind: 'organisation', id: organisation.id } as const
      visitNamed(thing, organisation)
      visit(thing, language, withoutParent(organisation.name[language], parents, grammar))
    }
    for (const { id, names, generic } of pack.terms) {
      for (const name of names[language]) visit({ kind: generic ? 'generic' : 'term', id }, language, name)
    }
    for (const { id, names } of pack.entries)
      for (const name of names[language]) visit({ kind: 'entry', id }, language, name)
  }
}

/**
 * "Food and Agriculture Organization", where its name ends in "of the United Nations": people leave out whose it is. Of
 * two words nothing would be left that it alone is called.
 */
function withoutParent(name: string | undefined, parents: ReadonlySet<string>, grammar: Grammar): string | undefined {
  const words = name?.split(' ') ?? []
  for (let count = 1; words.length - count >= fewestLeft; count++) {
    if (parents.has(words.slice(0, count).join(' '))) return words.slice(count).join(' ')
    if (!parents.has(words.slice(-count).join(' '))) continue
    const end = words.findLastIndex((word, at) => at < words.length - count && !grammar.isFunction(word))
    return end + 1 < fewestLeft ? undefined : words.slice(0, end + 1).join(' ')
  }
  return undefined
}

const fewestLeft = 3

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
    nameCapitals: Uint8Array.from(names, ({ capitals }) => capitals),
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

/** A name and cases of it: stemmers know words, not names. */
function formsOf(word: string, language: LanguageData): readonly string[] {
  return word.length >= shortestDeclined && isWrittenIn(word, language) ? language.caseForms(word) : [word]
}

const shortestDeclined = 4

/** "Where is it held" is no name, whatever a list of synonyms says. */
function saysNothing(words: readonly string[], grammar: Grammar): boolean {
  return words.every((word) => grammar.isFunction(word) || findAsked([word], grammar).words.size > 0)
}
