import type { Entry, Pack } from '../../knowledge/pack.ts'
import { allLanguages } from '../../languages/known/all.ts'
import { editDistance } from '../text/edit-distance.ts'
import { fromLatin } from '../text/latin.ts'
import { isWrittenIn, spell, termOf, withoutFinalVowels } from '../text/term.ts'
import { tokenise } from '../text/tokenise.ts'
import type { Question } from '../understanding/question.ts'
import type { Word } from '../understanding/word.ts'

/** Persons that a question names, all of them by the same words. */
export type PersonMention = { readonly persons: readonly Entry[]; readonly words: ReadonlySet<number> }

/** One word of somebody's name. */
type Part = { readonly person: Entry; readonly at: number; readonly isSurname: boolean; readonly spelt: string }

type Index = ReadonlyMap<string, readonly Part[]>

const known = new WeakMap<Pack, Index>()

/** Letters by which parts of names are looked up: the fewest that cases and scripts leave alone. */
const beginning = 2

/**
 * The persons of the programme that a question names, in any script and case ("с докладом Сатпаевой", "Sattpayeva").
 * A surname does, or two words of the name; a given name alone where nobody else has it. What is a word as well
 * ("Park") must be written as a name is, unless more of the name or of what speakers do is said.
 */
export function personsIn(question: Question, pack: Pack, says: boolean): PersonMention | undefined {
  const index = indexOf(pack)
  if (index.size === 0) return undefined
  const found = new Map<Entry, Map<number, { readonly at: number; readonly isSurname: boolean }>>()
  question.words.forEach((word, at) => {
    if (word.claimed || !/\p{L}/u.test(word.text)) return
    for (const part of partsMeant(word, index)) {
      const parts = found.getOrInsertComputed(part.person, () => new Map())
      parts.set(part.at, { at, isSurname: part.isSurname })
    }
  })
  const most = Math.max(0, ...found.values().map((parts) => parts.size))
  const best = [...found].filter(([, parts]) => parts.size === most)
  const places = new Set(best.flatMap(([, parts]) => [...parts.values()].map(({ at }) => at)))
  if (best.length === 0) return undefined
  if (most === 1) {
    const isNamed =
      best.some(([, parts]) => [...parts.values()].some(({ isSurname }) => isSurname)) || best.length === 1
    const isName = [...places].every((at) => isWrittenAsName(question.words[at]!) || says)
    if (!isNamed || !isName) return undefined
  }
  return { persons: best.map(([person]) => person), words: places }
}

/** A capital, or a word that is nothing else. */
function isWrittenAsName({ typed, known: isKnown, role }: Word): boolean {
  return (typed !== undefined && /^\p{Lu}/u.test(typed)) || (role === 'content' && !isKnown)
}

function indexOf(pack: Pack): Index {
  return known.getOrInsertComputed(pack, indexPersons)
}

function indexPersons(pack: Pack): Index {
  const ids = new Set(
    pack.entries.flatMap(({ speakers, chairs, organisers }) => [...speakers, ...chairs, ...organisers]),
  )
  const index = new Map<string, Part[]>()
  for (const person of pack.entries) {
    if (person.type !== 'person' || !ids.has(person.id)) continue
    for (const [spelt, place] of spellingsOf(person)) {
      const part = { person, at: place.at, isSurname: place.isSurname, spelt }
      index.getOrInsertComputed(spelt.slice(0, beginning), () => []).push(part)
    }
  }
  return index
}

/** The words of a name as they may be typed in any script, each with its place in the name. */
function spellingsOf({ title, names }: Entry): Map<string, { at: number; isSurname: boolean }> {
  const spellings = new Map<string, { at: number; isSurname: boolean }>()
  const all = [...Object.values(title), ...Object.values(names).flat()]
  for (const name of all) {
    const words = tokenise(name)
    words.forEach((word, at) => {
      for (const form of formsOf(word))
        if (form.length > 1) spellings.set(form, { at, isSurname: at === words.length - 1 })
    })
  }
  return spellings
}

/** A word of a name, stemmed or not, in its own letters and in those of every language that Latin is written into. */
function formsOf(word: string): Set<string> {
  const written = /^\p{Script=Latin}/u.test(word)
    ? [word, ...allLanguages.flatMap((language) => (language.latin ? [fromLatin(word, language)] : []))]
    : [word]
  return new Set(written.map(spell))
}

function partsMeant(word: Word, index: Index): Part[] {
  const spelt = formsOf(word.text)
  const stems = new Set(
    allLanguages.flatMap((language) =>
      isWrittenIn(word.text, language) ? [termOf(word.text, language), spell(language.verbBase(word.text))] : [],
    ),
  )
  const typed = [...spelt]
  return [...new Set([...spelt, ...stems].map((form) => form.slice(0, beginning)))]
    .flatMap((start) => index.get(start) ?? [])
    .filter((part) => typed.some((form) => isFormOf(form, part.spelt)) || stems.has(part.spelt))
}

/** Longer endings are other words. */
const longestEnding = 4
const shortestDeclined = 4
const shortestMistyped = 6

/** Whether a word is a name with an ending of its case, or with one slip. */
function isFormOf(word: string, name: string): boolean {
  if (word === name) return true
  if (name.length < shortestDeclined) return false
  const stem = name.length > shortestDeclined ? withoutFinalVowels(name) : name
  const isDeclined = stem.length >= shortestDeclined - 1 && word.startsWith(stem)
  if (isDeclined && word.length - stem.length <= longestEnding && word.length > stem.length) return true
  return name.length >= shortestMistyped && word.length >= shortestMistyped - 1 && editDistance(word, name) <= 1
}
