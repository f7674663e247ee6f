import { languages } from '../../knowledge/language.ts'
import { wordsIn, type Localised, type Pack } from '../../knowledge/pack.ts'
import { allLanguages, languageOf } from '../../languages/known/all.ts'
import type { PatternTable } from '../text/patterns.ts'
import { termOf } from '../text/term.ts'
import { tokenise } from '../text/tokenise.ts'
import type { ProgrammeTable } from '../understanding/programme-table.ts'
import type { TitleMention } from './session-titles.ts'

/** Words for kinds of sessions in any language, and those that only this pack has. */
export function kindsIn(
  texts: readonly string[],
  read: Set<number>,
  title: TitleMention | undefined,
  table: ProgrammeTable,
  pack: Pack,
): string[] {
  const { own, ownStems } = kindsOf(pack)
  const kinds: string[] = []
  for (let at = 0; at < texts.length; at++) {
    if (isInside(at, title) || read.has(at)) continue
    const known = table.kinds.at(texts, at)
    const kind =
      known?.meanings.find((one) => own.has(one)) ?? stemsOf(texts[at]!).flatMap((stem) => ownStems.get(stem) ?? [])[0]
    if (kind === undefined || (kind === 'talk' && table.sessions.at(texts, at))) continue
    kinds.push(kind)
    const length = known && known.meanings.includes(kind as never) ? known.length : 1
    for (let offset = 0; offset < length; offset++) read.add(at + offset)
  }
  return [...new Set(kinds)]
}

type Kinds = { readonly own: ReadonlySet<string>; readonly ownStems: ReadonlyMap<string, string> }

const known = new WeakMap<Pack, Kinds>()

/** The kinds that sessions of a pack have, and these by their stems in any language. */
function kindsOf(pack: Pack): Kinds {
  return known.getOrInsertComputed(pack, readKinds)
}

function readKinds({ entries }: Pack): Kinds {
  const own = new Set(entries.flatMap(({ kind, slots }) => (slots.length > 0 && kind ? [kind.toLowerCase()] : [])))
  return { own, ownStems: new Map([...own].flatMap((kind) => stemsOf(kind).map((stem) => [stem, kind] as const))) }
}

function stemsOf(word: string): string[] {
  return allLanguages.map((language) => termOf(word, language))
}

/** The tracks all of whose words a question has, by their first text. */
export function tracksIn({ entries }: Pack, terms: readonly (readonly string[])[], read: Set<number>): string[] {
  const labels = new Map(entries.flatMap(({ details: { track } }) => (track ? [[labelOf(track), track] as const] : [])))
  return [...labels].flatMap(([key, label]) => {
    const places = languages.flatMap((language) => {
      const words = tokenise(label[language] ?? '').map((word) => termOf(word, languageOf(language)))
      const at = words.map((word) => terms.findIndex((some, place) => !read.has(place) && some.includes(word)))
      return words.length > 0 && !at.includes(-1) ? [at] : []
    })
    for (const at of places.flat()) read.add(at)
    return places.length > 0 ? [key] : []
  })
}

export function labelOf(label: Localised | undefined): string {
  return wordsIn(label ?? {}, 'en') ?? ''
}

/** What a table means at the words of a question, outside of a title and what was read before. */
export function meaningsIn<T>(
  table: PatternTable<T>,
  texts: readonly string[],
  read: Set<number>,
  title: TitleMention | undefined,
): T[] {
  const meanings: T[] = []
  for (let at = 0; at < texts.length; at++) {
    const found = isInside(at, title) || read.has(at) ? undefined : table.at(texts, at)
    if (!found) continue
    meanings.push(...found.meanings)
    for (let offset = 0; offset < found.length; offset++) read.add(at + offset)
  }
  return [...new Set(meanings)]
}

/** Whether a question has words of a table outside of a title; adds their places to what is read. */
export function takeAll(
  table: PatternTable<unknown>,
  texts: readonly string[],
  read: Set<number>,
  title: TitleMention | undefined,
): boolean {
  let isThere = false
  for (let at = 0; at < texts.length; at++) {
    const found = isInside(at, title) ? undefined : table.at(texts, at)
    if (!found) continue
    isThere = true
    for (let offset = 0; offset < found.length; offset++) read.add(at + offset)
  }
  return isThere
}

export function isInside(at: number, span: TitleMention | undefined): boolean {
  return span !== undefined && span.from <= at && at < span.to
}

export function overlaps(places: ReadonlySet<number>, span: TitleMention | undefined): boolean {
  return [...places].some((at) => isInside(at, span))
}
