import type { Grammar } from './grammar.ts'
import type { Question } from './question.ts'
import { findNumbered, type Numbered, type SeriesName } from './series-names.ts'

/** The series of a pack, by the stems of their names. */
export type Series = { readonly of: (term: string) => readonly SeriesName[] }

/** A number that a question gives to a series of the pack. */
export type SeriesAsked = Pick<Numbered, 'kind' | 'number'> & {
  /** The words of the question that name series: a name of several words has several. */
  readonly words: readonly number[]
  /** How it was typed: "cop 31", "seventh consultative meeting". */
  readonly from: number
  readonly to: number
  /** What the pack has of the series, this number and others. */
  readonly known: readonly SeriesName[]
}

export function openSeries(names: readonly SeriesName[]): Series {
  const byTerm = new Map<string, SeriesName[]>()
  for (const name of names) for (const term of name.terms) byTerm.getOrInsertComputed(term, () => []).push(name)
  return { of: (term) => byTerm.get(term) ?? [] }
}

/** Words behind a number within which the name of its series begins: "sixth consultative meeting". */
const nearest = 2

/** The numbers of series that a question asks about, whether the pack has them or not. */
export function seriesAsked(question: Question, series: Series, grammar: Grammar): SeriesAsked[] {
  const { words, language, numerals, dates } = question
  if (numerals.length + dates.length === 0) return []
  const texts = words.map(({ text }) => text)
  return findNumbered(texts, grammar, language, { isName: false }).flatMap((numbered): SeriesAsked[] => {
    const knownAt = (at: number): SeriesName[] =>
      words[at]!.terms.flatMap(({ term }) => series.of(term)).filter(({ kind }) => kind === numbered.kind)
    const isSeries = (at: number): boolean => knownAt(at).some(({ label }) => label !== undefined)
    const before = numbered.before !== undefined && isSeries(numbered.before) ? [numbered.before] : []
    // "First float it at the UN" is no session of it: what stands between is of the name, too.
    const first = numbered.after.slice(0, nearest).findIndex(isSeries)
    const isName = first >= 0 && numbered.after.slice(0, first).every((at) => knownAt(at).length > 0)
    const behind = isName ? numbered.after.filter(isSeries) : []
    const places = before.length > 0 ? before : behind
    // "The first meeting" is one of some: what any event may be called is no series by itself.
    if (places.every((at) => words[at]!.marks.has('event'))) return []
    const { kind, number } = numbered
    const known = [...new Set(places.flatMap(knownAt))]
    const span = { from: Math.min(numbered.from, places[0]!), to: Math.max(numbered.to, places.at(-1)! + 1) }
    return [{ kind, number, words: places, known, ...span }]
  })
}
