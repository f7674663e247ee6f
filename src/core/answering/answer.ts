import type { Language } from '../../knowledge/language.ts'
import { wordsIn, type Entry } from '../../knowledge/pack.ts'
import { say } from '../i18n.ts'
import type { Library } from '../library.ts'
import { checksOf } from '../search/agreement.ts'
import { rank, type Candidate } from '../search/ranking.ts'
import { readQuestion, type Question } from '../understanding/question.ts'
import { findSocial } from '../understanding/social.ts'
import { composeEntry } from './compose.ts'
import { confidenceOf, thresholds } from './confidence.ts'
import type { Context } from './dialogue.ts'
import { titleOf } from './facts.ts'
import { followUp, packSubject } from './follow-up.ts'
import { isOnlyAbout, namedList, numberedMember, tellEvents, tellList, type Told } from './lists.ts'
import { missingFacet } from './missing.ts'
import { asksOutcome } from './outcome.ts'
import type { Line, Reply, Suggestion } from './reply.ts'
import { wordingOf, type Scene } from './scene.ts'
import { filterOf, isEmpty } from './selection.ts'
import { continues, pointsBack, subjectOf } from './subject.ts'
import { tellEntry } from './tell.ts'

/** A question with everything its answer depends on. */
export type Asking = {
  readonly text: string
  readonly language?: Language | undefined
  readonly defaultLanguage: Language
  readonly now: Date
  readonly context: Context | undefined
}

/** The reply, and what led to it. */
export type Answer = { readonly reply: Reply; readonly question?: Question; readonly candidates: readonly Candidate[] }

/** Longer texts are no questions; a Telegram message may have 4096. */
const longest = 1000

/** How much what was said last counts for a question that points back at it, and for one that only goes on ("and …"). */
const contextBonus = { pointing: 0.3, continuing: 0.2 }

const mostRanked = 10
const mostSuggestions = 3

/** From text to reply. Never throws: "unknown" is an answer too. */
export function answerQuestion(asking: Asking, library: Library): Answer {
  const { text, now, context } = asking
  if (text.length > longest) return refuse('refusal.long', asking)
  const question = readQuestion(text, library.reader)
  if (question.words.length === 0) return refuse('refusal.empty', asking)
  const language = asking.language ?? question.language ?? asking.defaultLanguage
  const candidates = inContext(rank(question, library.index, library.pack, mostRanked + 5), question, context, library)
  const scene: Scene = { library, question, candidates, language, now, context }
  return { reply: greet(scene) ?? decide(scene), question, candidates }
}

/** A greeting, thanks and the like, unless the pack teaches that very phrase as a question of its own. */
function greet(scene: Scene): Reply | undefined {
  const { question, library, language, candidates, context } = scene
  const social = findSocial(question.words.map(({ text }) => text))
  const [best] = candidates
  if (!social || (best && best.example > taught) || (context && question.asked.size > 0)) return undefined
  const subject = wordsIn(packSubject(library)?.title ?? library.pack.title, language) ?? ''
  const lines: Line[] = [{ kind: 'fact', text: say(language, `social.${social}`, { subject }) }]
  return { status: 'social', language, lines, entries: [], suggestions: [], confidence: 1, ranked: rankedFor(scene) }
}

/** The example fit of a phrase that stands in the pack word for word. */
const taught = 0.7

/** The answer to a topic chosen by its button. */
export function answerEntry(entry: Entry, { language, now }: { language: Language; now: Date }, library: Library): Reply {
  const question: Question = { words: [], reading: 'typed', language, asked: new Set(), names: [], numerals: [], dates: [] }
  const scene: Scene = { library, question, candidates: [], language, now, context: undefined }
  return answered({ lines: composeEntry(entry, wordingOf(scene)), entries: [entry.id] }, 1, scene)
}

function decide(scene: Scene): Reply {
  const { question, library } = scene
  const gap = mentionedGap(scene)
  const list = gap ? undefined : namedList(scene)
  const numbered = list && numberedMember(list, scene)
  if (numbered) return tell(numbered, confidences.certain, scene)
  if (list && isOnlyAbout(list, scene)) return answered(tellList(list, scene), confidences.certain, scene)
  const subject = subjectOf(question, library.pack, library.gaps)
  const before = followUp(subject, scene)
  if (before) return tell(before, confidences.certain, scene)
  const { dates, places } = filterOf(question)
  if (subject === 'filter' && dates.length + places.length > 0) {
    const told = tellEvents(scene)
    if (told.entries.length > 0 || asksWhether(question)) return answered(told, confidences.certain, scene)
  }
  const about = packSubject(library)
  if (!gap && subject === 'subject' && about && typedDataAnswer(about, scene)) return tell(about, confidences.certain, scene)
  return gap ? unknown(scene, confidences.certain, gap) : decideByRank(scene)
}

/**
 * What the source lacks and the question names ("dress code for the high-level segment"), unless the best entry accounts
 * for those words as well.
 */
function mentionedGap({ question, candidates, library }: Scene): Entry | undefined {
  const best = candidates.find(({ entry }) => library.pack.entries[entry]!.type !== 'gap')
  for (const { things, from, to } of question.names) {
    const [thing] = things
    const gap = thing && things.every(({ id }) => library.gaps.has(id)) ? library.entries.get(thing.id) : undefined
    const guessed = question.words.slice(from, to).some(({ mended }) => mended)
    if (gap && !guessed && (!best || best.missing.some((at) => from <= at && at < to))) return gap
  }
  return undefined
}

/** "When is the summit?", "is the summit in Astana?": typed data of the pack's own subject are enough. */
function typedDataAnswer(about: Entry, { question, library }: Scene): boolean {
  if (asksOnly(question, ['when', 'where', 'what'])) return true
  return (question.asked.has('yes-no') || question.asked.has('whether')) && checksOf(question, about, library.pack).length > 0
}

/** Nothing found is a no to such a question; to any other it is nothing known. */
function asksWhether({ asked }: Question): boolean {
  return asked.has('yes-no') || asked.has('whether')
}

/** What typed data answer needs no statistics. */
const confidences = { certain: 0.9, likely: 0.6 }

function decideByRank(scene: Scene): Reply {
  const { library, candidates, question } = scene
  const [best, next] = candidates
  if (!best) return unknown(scene, 0)
  const entry = library.pack.entries[best.entry]!
  const confidence = confidenceOf(best, next, library.index.examples.length > 0)
  const [last] = scene.context?.entries ?? []
  const before = last === undefined ? undefined : library.entries.get(last)
  if (before && isAboutLast(before, scene)) return tell(before, confidences.likely, scene)
  if (entry.type === 'gap') return unknown(scene, confidence, entry)
  if (before && confidence < thresholds.answer && pointsBack(question)) return tell(before, confidences.likely, scene)
  if (confidence < thresholds.clarify) return unknown(scene, confidence)
  if (confidence < thresholds.answer) return clarify(scene, confidence)
  if (entry.type === 'list' && (asksForMembers(question) || !isEmpty(filterOf(question)))) {
    return answered(tellList(entry, scene), confidence, scene)
  }
  return tell(entry, confidence, scene)
}

/** "At which session?": few words, all of which what was said last accounts for. */
function isAboutLast(last: Entry, { candidates, question, library }: Scene): boolean {
  const [best] = candidates
  const candidate = candidates.find(({ entry }) => library.pack.entries[entry] === last)
  const isNext = candidate !== undefined && candidate.coverage >= 0.9 && candidate !== best
  return isNext && question.words.length <= fewWords && library.pack.entries[best!.entry]!.type === 'gap'
}

const fewWords = 5

/** The entry's answer, unless the source lacks just what is asked of it. */
function tell(entry: Entry, confidence: number, scene: Scene): Reply {
  const { question, library, language } = scene
  if (asksOutcome(question, entry)) return unknown(scene, 1 - confidence, undefined, say(language, 'note.expected'))
  const missing = missingFacet(entry, question, library.pack)
  // Who something unites or supports may be told by a statement about something else.
  if (!missing || (missing === 'who' && isTaught(entry, scene))) return answered(tellEntry(entry, scene), confidence, scene)
  const facet = say(language, `facet.${missing}`)
  return unknown(scene, 1 - confidence, undefined, say(language, 'unknown.facet', { facet, title: titleOf(entry, language) }))
}

/** What the pack itself gives as a question that the entry answers is not missing there. */
function isTaught(entry: Entry, { candidates, library }: Scene): boolean {
  const [best] = candidates
  return best !== undefined && library.pack.entries[best.entry] === entry && best.example > alike
}

/** The example fit of a question much like one in the pack. */
const alike = 0.6

/** Whether a question asks for some of these and for nothing else but a yes or no. */
function asksOnly({ asked }: Question, facets: readonly string[]): boolean {
  const others = [...asked].filter((one) => one !== 'yes-no' && one !== 'whether' && one !== 'list')
  return others.length > 0 && others.every((one) => facets.includes(one))
}

function asksForMembers({ asked }: Question): boolean {
  return asked.has('list') || asked.has('number') || asked.has('yes-no') || asked.has('whether') || asked.has('who')
}

function answered({ lines, entries }: Told, confidence: number, scene: Scene): Reply {
  return { status: 'answered', language: scene.language, lines, entries, suggestions: [], confidence, ranked: rankedFor(scene, entries) }
}

function clarify(scene: Scene, confidence: number): Reply {
  const suggestions = suggestionsOf(scene)
  if (suggestions.length < 2) return unknown(scene, confidence)
  const lines: Line[] = [{ kind: 'fact', text: say(scene.language, 'clarify') }]
  return { status: 'clarify', language: scene.language, lines: [...lines, ...itemsOf(suggestions)], entries: [], suggestions, confidence, ranked: rankedFor(scene) }
}

function unknown(scene: Scene, confidence: number, gap?: Entry, reason?: string): Reply {
  const { language } = scene
  const topic = gap && wordsIn(gap.title, language)
  const text = reason ?? (topic === undefined ? say(language, 'unknown.plain') : say(language, 'unknown.gap', { topic }))
  const suggestions = suggestionsOf(scene)
  const near: Line[] = suggestions.length === 0 ? [] : [{ kind: 'text', text: say(language, 'unknown.near') }, ...itemsOf(suggestions)]
  const outcome: Line[] = gap?.expected ? [{ kind: 'note', text: say(language, 'note.expected') }] : []
  return {
    status: 'unknown', language, lines: [{ kind: 'fact', text }, ...outcome, ...near], entries: [], suggestions,
    confidence, ranked: rankedFor(scene),
  }
}

function itemsOf(suggestions: readonly Suggestion[]): Line[] {
  return suggestions.map(({ title }) => ({ kind: 'item', text: title }))
}

/** The nearest topics by rank, then those whose names look like the question, then what the pack is mainly about. */
function suggestionsOf({ library, candidates, language, question }: Scene): Suggestion[] {
  const near = candidates.filter(({ score }) => score >= nearby).map(({ entry }) => library.pack.entries[entry]!)
  const found = near.filter(({ type }) => type !== 'gap')
  const named = found.length < mostSuggestions ? library.topics(contentOf(question), language, mostSuggestions) : []
  const main = [packSubject(library) ?? [], library.pack.entries.filter(({ type }) => type === 'list')].flat()
  const entries = [...new Set([...found, ...named, ...main])].slice(0, mostSuggestions)
  return entries.map((entry) => ({ id: entry.id, title: titleOf(entry, language) }))
}

/** A score below which an entry has hardly a word of the question. */
const nearby = 0.25

function contentOf({ words }: Question): string {
  return words.filter(({ role }) => role === 'content').map(({ text }) => text).join(' ')
}

/** What was told first, then the rest as found; gaps are no entries that anyone could be shown. */
function rankedFor({ library, candidates }: Scene, told: readonly string[] = []): string[] {
  const found = candidates.map(({ entry }) => library.pack.entries[entry]!).filter(({ type }) => type !== 'gap')
  return [...new Set([...told, ...found.map(({ id }) => id)])].slice(0, mostRanked)
}

/** "When was it held?" is likelier about what was just said. */
function inContext(candidates: readonly Candidate[], question: Question, context: Context | undefined, library: Library): readonly Candidate[] {
  const [last] = context?.entries ?? []
  const bonus = pointsBack(question) ? contextBonus.pointing : continues(question) ? contextBonus.continuing : 0
  if (last === undefined || bonus === 0) return candidates
  const lifted = candidates.map((candidate) =>
    library.pack.entries[candidate.entry]!.id === last ? { ...candidate, score: candidate.score + bonus } : candidate,
  )
  return lifted.toSorted((a, b) => b.score - a.score)
}

function refuse(key: 'refusal.long' | 'refusal.empty', { language, defaultLanguage }: Asking): Answer {
  const spoken = language ?? defaultLanguage
  const lines: Line[] = [{ kind: 'fact', text: say(spoken, key, { count: longest }) }]
  return { reply: { status: 'unknown', language: spoken, lines, entries: [], suggestions: [], confidence: 0, ranked: [] }, candidates: [] }
}
