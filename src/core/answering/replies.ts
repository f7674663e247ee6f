import { wordsIn, type Entry } from '../../knowledge/pack.ts'
import { say } from '../i18n.ts'
import type { Question } from '../understanding/question.ts'
import { titleOf } from './facts.ts'
import { hardly, likelierThanNone, nearby, worthShowing } from './parameters.ts'
import type { Decision, Line, Suggestion, Told } from './reply.ts'
import type { Lack } from './rule-name.ts'
import { saySource } from './say-source.ts'
import type { Turn } from './turn.ts'

const mostRanked = 10
const mostSuggestions = 3

/** What a reply needs to know of a turn when there is no question: an entry chosen by its button. */
type Found = Pick<Turn, 'knowledge' | 'candidates' | 'language'>

/** What was found is told; that there is nothing of the kind is no answer. */
export function answered({ lines, entries, isNone, rest }: Told, confidence: number, found: Found): Decision {
  return {
    status: isNone ? 'unknown' : 'answered',
    language: found.language,
    lines,
    entries,
    suggestions: [],
    confidence,
    ranked: rankedFor(found, entries),
    ...(rest && { rest }),
  }
}

/** Up to three readings to choose from. */
export function clarify(turn: Turn, confidence: number): Decision {
  const suggestions = suggestionsOf(turn, { least: nearby })
  if (suggestions.length === 0) return declined(turn, confidence)
  const lines: Line[] = [{ kind: 'fact', text: say(turn.language, 'clarify') }]
  return {
    status: 'clarify',
    language: turn.language,
    lines: [...lines, ...itemsOf(suggestions)],
    entries: [],
    suggestions,
    confidence,
    ranked: rankedFor(turn),
  }
}

/** Why nothing is told: a gap of the source, or what the entry found lacks, in words and by its kind. */
type Refusal = {
  readonly gap?: Entry
  readonly reason?: string
  readonly lacks?: Lack
  /** The entries that lack it: what they do say is offered first. */
  readonly about?: readonly Entry[]
}

/**
 * The source does not say: for the reason given, else for a known gap in its own words or by its name, else plainly.
 */
export function declined(turn: Turn, confidence: number, { gap, reason, lacks, about }: Refusal = {}): Decision {
  const { language } = turn
  const text = reason ?? (gap && gapText(gap, turn)) ?? saySource(turn.knowledge.pack, language, 'unknown.plain')
  const suggestions = suggestionsOf(turn, gap ? { least: likelierThanNone, about } : { least: worthShowing, about })
  const near: Line[] =
    suggestions.length === 0 ? [] : [{ kind: 'text', text: say(language, 'unknown.near') }, ...itemsOf(suggestions)]
  const outcome: Line[] = gap?.expected
    ? [{ kind: 'note', text: saySource(turn.knowledge.pack, language, 'note.expected') }]
    : []
  return {
    status: 'unknown',
    language,
    lines: [{ kind: 'fact', text }, ...outcome, ...near],
    entries: [],
    suggestions,
    confidence,
    ranked: rankedFor(turn),
    ...(lacks && { lacks }),
  }
}

function gapText({ text, title }: Entry, { language, knowledge }: Turn): string | undefined {
  const topic = wordsIn(title, language)
  return (
    wordsIn(text, language) ??
    (topic === undefined ? undefined : saySource(knowledge.pack, language, 'unknown.gap', { topic }))
  )
}

function itemsOf(suggestions: readonly Suggestion[]): Line[] {
  return suggestions.map(({ title }) => ({ kind: 'item', text: title }))
}

/** What is asked about, then the nearest topics by rank, else those whose names look like the question. */
function suggestionsOf(
  { knowledge, candidates, language, question }: Turn,
  { least, about = [] }: { readonly least: number; readonly about?: readonly Entry[] | undefined },
): Suggestion[] {
  const near = candidates
    .filter((candidate) => candidate.score >= least && candidate.coverage > hardly)
    .map(({ entry }) => knowledge.pack.entries[entry]!)
  const found = near.filter(({ type }) => type !== 'gap')
  const typed = contentOf(question)
  const mayComplete = found.length === 0 && least < likelierThanNone && typed.length <= mostCompleted
  const named = mayComplete ? knowledge.topics(typed.join(' '), language, mostSuggestions) : []
  const entries = [...new Set([...about, ...found, ...named])].slice(0, mostSuggestions)
  return entries.map((entry) => ({ id: entry.id, title: titleOf(entry, language) }))
}

/** So few words may be the beginning of a title. */
const mostCompleted = 2

function contentOf({ words }: Question): string[] {
  return words.filter(({ role }) => role === 'content').map(({ text }) => text)
}

/** What was told first, then the rest as found; gaps are no entries that anyone could be shown. */
export function rankedFor({ knowledge, candidates }: Found, told: readonly string[] = []): string[] {
  const found = candidates.map(({ entry }) => knowledge.pack.entries[entry]!).filter(({ type }) => type !== 'gap')
  return [...new Set([...told, ...found.map(({ id }) => id)])].slice(0, mostRanked)
}
