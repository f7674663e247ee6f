import { wordsIn, type Entry } from '../../knowledge/pack.ts'
import { checksOf } from '../search/agreement.ts'
import type { Thing } from '../understanding/lexicon.ts'
import { isWithin } from '../understanding/spans.ts'
import { declined } from './replies.ts'
import type { Decision } from './reply.ts'
import { saySource } from './say-source.ts'
import { placesOfTerm } from '../../knowledge/places.ts'
import type { Turn } from './turn.ts'
import { termsOf } from './statement-terms.ts'
import { readText } from './wanted.ts'

/**
 * "How many of the 1,500 are from China?", where the source gives only the whole number: that it has none for the part,
 * and what it does give. Undefined where no part is named, or the number is told of that very part.
 */
export function tellPartCounted(entry: Entry, confidence: number, turn: Turn): Decision | undefined {
  const { question, knowledge, language } = turn
  const { pack, reader } = knowledge
  const statement = entry.says.find(({ about }) => about === 'number')
  const fact = statement && wordsIn(statement.text, language)
  if (!question.asked.has('number') || question.asked.has('when') || fact === undefined) return undefined
  const held = checksOf(question, entry, pack).filter(({ holds }) => holds)
  const counted = readText(fact, language, reader).names.flatMap(({ things }) => things)
  const isCounted = ({ kind, id }: Thing): boolean =>
    kind === 'generic' || id === pack.subject || counted.some((one) => one.kind === kind && one.id === id)
  const part =
    question.names.find(
      ({ things, from }) =>
        things.every((one) => isPart(one, entry, turn)) &&
        !things.some(isCounted) &&
        !held.some((one) => one.from === from),
    ) ?? strangerTo(entry, turn)
  if (!part || isOfSubject(part, turn)) return undefined
  const name = question.words
    .slice(part.from, part.to)
    .map(({ typed, text }) => typed ?? text)
    .join(' ')
  const reason = saySource(pack, language, 'unknown.part', { name, fact })
  return declined(turn, 1 - confidence, { lacks: 'part', reason, about: [entry] })
}

/** Where participants may be from, or another event. */
function isPart({ kind, id }: Thing, entry: Entry, { knowledge: { pack, entries } }: Turn): boolean {
  if (kind === 'place' || kind === 'organisation') return true
  if (kind === 'term') return placesOfTerm(id, pack).length > 0
  return kind === 'entry' && id !== entry.id && entries.get(id)?.type === 'event'
}

/** "How many come to Astana": where all of it is. */
function isOfSubject({ from }: { readonly from: number }, { question, knowledge: { pack, entries } }: Turn): boolean {
  const subject = pack.subject === undefined ? undefined : entries.get(pack.subject)
  return subject !== undefined && checksOf(question, subject, pack).some((one) => one.from === from && one.holds)
}

/** A word that was typed as a name, and that nothing the entry states has: "how many are from China?" */
function strangerTo({ says }: Entry, { question, knowledge }: Turn): { from: number; to: number } | undefined {
  const { pack, reader } = knowledge
  const from = question.words.findIndex(({ typed = '', role, claimed, terms }, at) => {
    const isName = at > 0 && role === 'content' && !claimed && /^\p{Lu}\p{Ll}/u.test(typed)
    const isSaid = says.some((one) =>
      termsOf(one, pack, reader.termOf).some((words) => terms.some(({ term }) => words.has(term))),
    )
    return isName && !isSaid && !isWithin(at, question.names)
  })
  return from < 0 ? undefined : { from, to: from + 1 }
}
