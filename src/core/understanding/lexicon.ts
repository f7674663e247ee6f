import type { Language } from '../../knowledge/language.ts'
import type { Named, Pack } from '../../knowledge/pack.ts'
import { foldKazakh } from '../text/normalise.ts'
import { tokenise } from '../text/tokenise.ts'
import { functionWords } from './question-words.ts'

/** Something with names in the pack that a question or a text may mention. */
export type Thing = { readonly kind: 'place' | 'organisation' | 'term' | 'generic' | 'entry'; readonly id: string }

/** A mention of things by name: tokens [from, to). Names shared by several things give them all. */
export type NameMention = { readonly things: readonly Thing[]; readonly from: number; readonly to: number }

/** A word of a text: its terms, each in the language that gave it (or none), and whether it was written in capitals. */
export type LexiconWord = {
  readonly terms: readonly { readonly term: string; readonly language?: Language }[]
  readonly capitals: boolean
}

export type Lexicon = {
  readonly size: number
  find(words: readonly LexiconWord[]): NameMention[]
}

/** `capitals`: a name such as WHO or US, which is another word unless it is written in capitals. */
type Name = { terms: readonly string[]; language: Language; things: Thing[]; capitals: boolean }

/**
 * All names of the pack, in all its languages at once: people mix languages, and type an abbreviation in the script
 * that their keyboard is in.
 */
export function buildLexicon(pack: Pack, termOf: (word: string, language: Language) => string): Lexicon {
  const byFirst = new Map<string, Name[]>()
  const add = (thing: Thing, language: Language, text: string | undefined): void => {
    const words = text === undefined ? [] : tokenise(text)
    if (words.length === 0) return
    const terms = words.map((word) => termOf(word, language))
    const capitals = words.length === 1 && functionWords.has(foldKazakh(words[0]!))
    const names = byFirst.getOrInsertComputed(terms[0]!, () => [])
    const known = names.find((name) => name.language === language && name.terms.length === terms.length && name.terms.every((term, at) => term === terms[at]))
    if (!known) names.push({ terms, language, things: [thing], capitals })
    else if (!known.things.some(({ kind, id }) => kind === thing.kind && id === thing.id)) known.things.push(thing)
  }
  for (const language of pack.languages) {
    const addNamed = (thing: Thing, { name, short, names }: Named): void => {
      for (const text of [name[language], short[language], ...names[language]]) add(thing, language, text)
    }
    for (const place of pack.places.values()) addNamed({ kind: 'place', id: place.id }, place)
    for (const organisation of pack.organisations.values()) addNamed({ kind: 'organisation', id: organisation.id }, organisation)
    for (const { id, names, generic } of pack.terms) {
      for (const name of names[language]) add({ kind: generic ? 'generic' : 'term', id }, language, name)
    }
    for (const { id, names } of pack.entries) for (const name of names[language]) add({ kind: 'entry', id }, language, name)
  }
  for (const names of byFirst.values()) names.sort((a, b) => b.terms.length - a.terms.length)
  return { size: byFirst.size, find: (words) => find(words, byFirst) }
}

/** Longest names first; what one name has taken, a shorter one inside it does not take again. */
function find(words: readonly LexiconWord[], byFirst: ReadonlyMap<string, readonly Name[]>): NameMention[] {
  const mentions: NameMention[] = []
  for (let from = 0; from < words.length; from++) {
    const name = longestAt(words, from, byFirst)
    if (!name) continue
    const to = from + name.terms.length
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
    const name = byFirst.get(term)?.find(
      ({ terms, language, capitals }) =>
        terms.every((one, at) => words[from + at] && has(words[from + at]!, one, language)) && (!capitals || words[from]!.capitals),
    )
    if (name && name.terms.length > (longest?.terms.length ?? 0)) longest = name
  }
  return longest
}

/**
 * A stem means something in its own language only: "жил" is a year in Kazakh and a dwelling in Russian. Latin letters
 * in a Cyrillic text are an abbreviation of no language ("COP").
 */
function has({ terms }: LexiconWord, wanted: string, of: Language): boolean {
  return terms.some(({ term, language }) => term === wanted && (language === undefined || language === of || /^[a-z]/.test(term)))
}
