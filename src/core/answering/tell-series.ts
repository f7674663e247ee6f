import type { Entry } from '../../knowledge/pack.ts'
import { say } from '../i18n.ts'
import { saySource } from './say-source.ts'
import { tokenise } from '../text/tokenise.ts'
import { wantsYesOrNo } from '../understanding/question.ts'
import { saysSomething } from '../understanding/word.ts'
import { seriesAsked, type SeriesAsked } from '../understanding/series.ts'
import { findNumbered, type SeriesName } from '../understanding/series-names.ts'
import { isBeyondNumbers, numberBeside, numberedMember } from './lists.ts'
import { titleOf } from './facts.ts'
import { certain, mostlyCovered } from './parameters.ts'
import { declined } from './replies.ts'
import type { Decision } from './reply.ts'
import type { Findings } from './rule.ts'
import { counts } from './subject.ts'
import { tell } from './tell.ts'

const mostKnown = 3

/** "COP31", where the pack speaks of COP30 and COP17: neither of them is an answer. */
export function denyOtherNumber(findings: Findings): Decision | undefined {
  const { question, knowledge, list } = findings
  if (question.deniesOrCompares) return undefined
  const asked = seriesAsked(question, knowledge.series, knowledge.reader.grammar)
  if (asked.length === 0 || (list && numberedMember(list, findings))) return undefined
  if (list && isCounted(list, findings)) return undefined
  const other = asked.find((one) => !isKnown(one) && !isElse(one, findings))
  if (!other || isSaid(other, findings)) return undefined
  // A list of numbered members says best how far its numbers go.
  if (list && isBeyondNumbers(list, findings) && other.words.length === 1) return undefined
  return tellKnown(other, findings)
}

/** "У саммита 23 партнёра?": the number is that of the list behind it. */
function isCounted(list: Entry, { question }: Findings): boolean {
  return question.numerals.some((numeral) => counts(numeral, list, question))
}

/** "UNEA-8", of which a note tells, where UNEA-7 fits the question best: the one that has the number. */
export function tellSeriesMember(findings: Findings): Decision | undefined {
  const { question, knowledge, best, list } = findings
  if (!best || question.deniesOrCompares || (list && numberedMember(list, findings))) return undefined
  for (const asked of seriesAsked(question, knowledge.series, knowledge.reader.grammar)) {
    if (asked.kind === 'year' || !isKnown(asked)) continue
    const own = asked.known.filter(({ number, label }) => number === asked.number && label !== undefined)
    const most = Math.max(0, ...own.map((one) => shared(one, asked, findings)))
    const nearest = own.find(({ entry }) => knowledge.pack.entries[entry] === best.entry)
    const members = nearest ? [nearest] : own.filter((one) => shared(one, asked, findings) === most)
    const isNeighbour = asked.known.some(({ entry }) => knowledge.pack.entries[entry] === best.entry)
    // What is said in passing counts too: "at the 80th session he confirmed the summit".
    const having = asked.known.filter(({ number }) => number === asked.number)
    const isMember = having.some(({ entry }) => knowledge.pack.entries[entry] === best.entry)
    const entry = members[0] && knowledge.pack.entries[members[0].entry]
    // Of what is only mentioned the source knows neither when nor where it is.
    const lacks =
      entry?.type === 'fact' && !entry.dates && entry.place === undefined ? onlyTimeOrPlace(findings) : undefined
    if (entry && lacks) {
      const facet = say(findings.language, `facet.${lacks}`)
      const reason = saySource(findings.knowledge.pack, findings.language, 'unknown.facet', {
        facet,
        title: members[0]!.label!,
      })
      return declined(findings, certain, { reason, lacks, about: [entry] })
    }
    if (
      members.length > 0 &&
      ((isNeighbour && !isMember) || (list && asked.words.length > 1 && isBeyondNumbers(list, findings)))
    )
      return tell(knowledge.pack.entries[members[0]!.entry]!, certain, findings)
  }
  return undefined
}

function onlyTimeOrPlace({ question: { asked } }: Findings): 'when' | 'where' | undefined {
  const isOnly = asked.size > 0 && [...asked].every((one) => one === 'when' || one === 'where')
  return isOnly ? (asked.has('when') ? 'when' : 'where') : undefined
}

/** "The ninth theme" of eight. */
export function tellBeyond(list: Entry, findings: Findings): Decision | undefined {
  const { knowledge, language } = findings
  const numbers = list.members.flatMap((id) => knowledge.entries.get(id)?.ordinal ?? [])
  const number = numberBeside(list, findings)
  if (numbers.length === 0 || number === undefined) return undefined
  const values = { title: titleOf(list, language), first: Math.min(...numbers), last: Math.max(...numbers), number }
  return declined(findings, certain, { reason: say(language, 'series.beyond', values), about: [list] })
}

function isKnown({ known, number }: SeriesAsked): boolean {
  return known.some((one) => one.number === number)
}

/**
 * Whether the best entry speaks of that number in its text, in whatever way: "Super Bowl XLIX", "the third session".
 * Only numbers
 * in digits are indexed from texts.
 */
function isSaid({ kind, number }: SeriesAsked, { best, knowledge: { pack, reader } }: Findings): boolean {
  if (!best || kind === 'year') return false
  return pack.languages.some((language) =>
    [best.entry.text, ...best.entry.says.map(({ text }) => text)].some((text) =>
      findNumbered(tokenise(text[language] ?? ''), reader.grammar, language, { isName: true }).some(
        (one) => one.kind === kind && one.number === number,
      ),
    ),
  )
}

/**
 * How far a name has the words beside the number: a word of few numbers ("UNEA") says more than one of many
 * ("session").
 */
function shared(
  { terms, entry }: SeriesName,
  { words, known }: SeriesAsked,
  { question, filter, knowledge }: Findings,
): number {
  const { organisations } = knowledge.pack.entries[entry]!
  let sum = filter.organisations.some((id) => organisations.includes(id)) ? 1 : 0
  for (const at of words) {
    const own = question.words[at]!.terms
    if (!own.some(({ term }) => terms.includes(term))) continue
    const holders = known.filter((name) => own.some(({ term }) => name.terms.includes(term)))
    sum += 1 / new Set(holders.map(({ number }) => number)).size
  }
  return sum
}

/**
 * Whether a number is something else than one of a series: "the first summit" of what the pack is about, a year in
 * which
 * something else took place ("confirmation of the summit 2025"), or what typed data deny of an entry that the rest of
 * the
 * question means ("was the briefing at the 79th session?").
 */
function isElse({ kind, words, from, to }: SeriesAsked, { question, knowledge, best }: Findings): boolean {
  const isSubject = words.every((at) =>
    question.names.some(
      ({ things, from, to }) => from <= at && at < to && things.some(({ id }) => id === knowledge.pack.subject),
    ),
  )
  // "The twelfth summit of the OTS" is none of the pack's subject, though it is a summit.
  const isOthers =
    question.numerals.some((numeral) => numeral.from === from && numeral.ordinal) &&
    question.names.some(({ things }) => things.some(({ kind }) => kind === 'organisation'))
  if (kind === 'number' && isSubject && !isOthers) return true
  const rest = question.words.flatMap((word, at) => (saysSomething(word) && (at < from || at >= to) ? [at] : []))
  if (!best || rest.length === 0) return false
  const { checks, coverage, missing } = best.candidate
  if (kind === 'year')
    return checks.some(({ property, holds }) => property === 'date' && holds) && coverage >= mostlyCovered
  const isDenied = checks.some((check) => !check.holds && from <= check.from && check.to <= to)
  return wantsYesOrNo(question) && isDenied && rest.every((at) => !missing.includes(at))
}

function tellKnown(asked: SeriesAsked, findings: Findings): Decision {
  const { knowledge, language, question } = findings
  const known = asked.known.filter(({ label }) => label !== undefined)
  const most = Math.max(...known.map((one) => shared(one, asked, findings)))
  const byNumber = Map.groupBy(
    known.filter((one) => shared(one, asked, findings) === most),
    ({ number }) => number,
  )
  const shown = Array.from(byNumber.values(), (names) => {
    const own = names.filter((one) => one.language === language)
    return (own.length > 0 ? own : names).toSorted((a, b) => a.label!.length - b.label!.length)[0]!
  }).slice(0, mostKnown)
  const labels = shown.map(({ label }) => label!)
  const typed = question.words
    .slice(asked.from, asked.to)
    .map(({ text }) => text)
    .join(' ')
  const like = shown.find(
    ({ label, number, kind }) => label!.endsWith(number) || (kind === 'pair' && label!.includes(number)),
  )
  const name = like ? like.label!.replace(like.number, asked.number) : typed
  const values = { known: new Intl.ListFormat(language).format(labels), asked: name }
  const about = Array.from(byNumber.values(), ([first]) => knowledge.pack.entries[first!.entry]!).slice(0, mostKnown)
  return declined(findings, certain, { reason: saySource(knowledge.pack, language, 'series.other', values), about })
}
