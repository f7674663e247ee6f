import type { Entry, Pack } from '../../knowledge/pack.ts'
import { placesAround } from '../../knowledge/places.ts'
import type { Thing } from './lexicon.ts'
import type { Question } from './question.ts'

/**
 * What a name, a number or a date means, whatever the language and the wording: "Берлин" and "Berlin" are
 * `@place:berlin`. Entries are indexed under the concepts of their typed data beside their words.
 */
export type Concept = `@${Thing['kind'] | 'ordinal' | 'number' | 'day' | 'month' | 'year'}:${string}`

/** A concept mentioned at words [from, to) of a question. */
export type ConceptMention = { readonly concept: Concept; readonly from: number; readonly to: number }

/** The concepts that an entry's typed data hold. A city stands for its country too. */
export function conceptsOfEntry(entry: Entry, pack: Pack): Concept[] {
  const concepts: Concept[] = [`@entry:${entry.id}`]
  for (const id of [...entry.organisations, ...entry.members.filter((member) => pack.organisations.has(member))]) {
    concepts.push(`@organisation:${id}`)
  }
  for (const id of [...entry.people, ...(entry.within === undefined ? [] : [entry.within])])
    concepts.push(`@entry:${id}`)
  if (entry.place !== undefined) concepts.push(...placeAndCountry(entry.place, pack))
  for (const ordinal of [entry.ordinal ?? [], entry.ordinals].flat()) concepts.push(`@ordinal:${ordinal}`)
  for (const number of entry.numbers) concepts.push(`@number:${number}`)
  if (entry.dates) {
    const { from, to, precision } = entry.dates
    concepts.push(`@year:${from.slice(0, 4)}`)
    if (precision !== 'year') concepts.push(`@month:${Number(from.slice(5, 7))}`)
    if (precision === 'day') {
      concepts.push(`@day:${Number(from.slice(8))}`)
      if (to !== from) concepts.push(`@day:${Number(to.slice(8))}`)
    }
  }
  return concepts
}

/** A thing named in a text as the concepts it stands for. */
export function conceptsOfThing({ kind, id }: Thing, pack: Pack): Concept[] {
  return kind === 'place' ? placeAndCountry(id, pack) : [`@${kind}:${id}`]
}

/** The concepts that a question mentions. */
export function conceptsOfQuestion(question: Question): ConceptMention[] {
  const mentions: ConceptMention[] = []
  for (const { things, from, to } of question.names) {
    for (const { kind, id } of things) mentions.push({ concept: `@${kind}:${id}`, from, to })
  }
  for (const { value, from, to } of question.numerals) {
    // "Theme 5" and "the fifth theme" are one, and so are "session 78" and "the 78th session".
    mentions.push({ concept: `@ordinal:${value}`, from, to }, { concept: `@number:${value}`, from, to })
  }
  for (const { first, last, from, to } of question.dates) {
    for (const date of last ? [first, last] : [first]) {
      for (const part of ['day', 'month', 'year'] as const) {
        if (date[part] !== undefined) mentions.push({ concept: `@${part}:${date[part]}`, from, to })
      }
    }
  }
  return mentions
}

function placeAndCountry(id: string, pack: Pack): Concept[] {
  const around = placesAround(id, pack).slice(1)
  return [`@place:${id}`, ...around.map((place): Concept => `@place:${place.id}`)]
}
