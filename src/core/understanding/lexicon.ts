import type { Named, Pack } from '../../knowledge/pack.ts'
import type { LanguageData } from '../../languages/language-data.ts'
import { languageOf } from '../../languages/all.ts'
import { isWrittenIn, type TermOf } from '../text/term.ts'
import { tokenise } from '../text/tokenise.ts'
import { findAsked } from './asked.ts'
import type { Grammar } from './grammar.ts'

/** Something with names in the pack that a question or a text may mention. */
export type Thing = { readonly kind: 'place' | 'organisation' | 'term' | 'generic' | 'entry'; readonly id: string }

/** A mention of things by name: tokens [from, to). Names shared by several things give them all. */
export type NameMention = { readonly things: readonly Thing[]; readonly from: number; readonly to: number }

/** A word of a text: its terms, each in the language that gave it (or none), and whether it was written in capitals. */
export type LexiconWord = {
  readonly terms: readonly { readonly term: string; readonly language?: string }[]
  readonly capitals: boolean
}

export type Lexicon = { readonly size: number; find(words: readonly LexiconWord[]): NameMention[] }

/** `capitals`: a name such as WHO or US, which is another word unless it is written in capitals. */
type Name = { words: readonly ReadonlySet<string>[]; language: string; things: Thing[]; capitals: boolean }

/**
 * All names of the pack, in all its languages at once: people mix languages, and type an abbreviation in the script
 * that their keyboard is in.
 */
export function buildLexicon(pack: Pack, termOf: TermOf, grammar: Grammar): Lexicon {
  const byFirst = new Map<string, Name[]>()
  const byText = new Map<string, Name>()
  const add = (thing: Thing, language: LanguageData, text: string | undefined): void => {
    const words = text === undefined ? [] : tokenise(text)
    if (words.length === 0 || (words.length > 1 && saysNothing(words, grammar))) return
    const stems = words.map((word) => new Set(formsOf(word, language).map((form) => termOf(form, language))))
    const key = words.join(' ')
    const capitals = words.length === 1 && grammar.isFunction(words[0]!)
    const known = byText.get(`${language.code} ${key}`)
    if (!known) {
      const name: Name = { words: stems, language: language.code, things: [thing], capitals }
      byText.set(`${language.code} ${key}`, name)
      for (const stem of stems[0]!) byFirst.getOrInsertComputed(stem, () => []).push(name)
    } else if (!known.things.some(({ kind, id }) => kind === thing.kind && id === thing.id)) known.things.push(thing)
  }
  for (const code of pack.languages) {
    const language = languageOf(code)
    const addNamed = (thing: Thing, { name, short, names }: Named): void => {
      for (const text of [name[code], short[code], ...names[code]]) add(thing, language, text)
    }
    for (const place of pack.places.values()) addNamed({ kind: 'place', id: place.id }, place)
    for (const organisation of pack.organisations.values())
      addNamed({ kind: 'organisation', id: organisation.id }, organisation)
    for (const { id, names, generic } of pack.terms) {
      for (const name of names[code]) add({ kind: generic ? 'generic' : 'term', id }, language, name)
    }
    for (const { id, names } of pack.entries)
      for (const name of names[code]) add({ kind: 'entry', id }, language, name)
  }
  for (const names of byFirst.values()) names.sort((a, b) => b.words.length - a.words.length)
  return { size: byFirst.size, find: (words) => find(words, byFirst) }
}

/** Longest names first; what one name has taken, a shorter one inside it does not take again. */
function find(words: readonly LexiconWord[], byFirst: ReadonlyMap<string, readonly Name[]>): NameMention[] {
  const mentions: NameMention[] = []
  for (let from = 0; from < words.length; from++) {
    const name = longestAt(words, from, byFirst)
    if (!name) continue
    const to = from + name.words.length
    mentions.push({ things: name.things, from, to })
    from = to - 1
  }
  return mentions
}

function longestAt(
  words: readonly LexiconWord[],
  from: number,
  byFirst: ReadonlyMap<string, readonly Name[]>,
): Name | undefined {
  let longest: Name | undefined
  for (const { term } of words[from]!.terms) {
    const name = byFirst
      .get(term)
      ?.find(
        (name) =>
          name.words.every((stems, at) => words[from + at] && has(words[from + at]!, stems, name.language)) &&
          (!name.capitals || words[from]!.capitals),
      )
    if (name && name.words.length > (longest?.words.length ?? 0)) longest = name
  }
  return longest
}

/**
 * A stem means something in its own language only: "жил" is a year in Kazakh and a dwelling in Russian. Latin letters
 * in a Cyrillic text are an abbreviation of no language ("COP").
 */
function has({ terms }: LexiconWord, stems: ReadonlySet<string>, of: string): boolean {
  return terms.some(
    ({ term, language }) => stems.has(term) && (language === undefined || language === of || /^[a-z]/.test(term)),
  )
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
