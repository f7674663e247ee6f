import type { Entry, Pack } from '../../knowledge/pack.ts'
import { placesAround } from '../../knowledge/places.ts'
import type { NameMention } from '../understanding/lexicon.ts'
import type { Question } from '../understanding/question.ts'
import type { Word } from '../understanding/word.ts'
import { isWithin } from '../understanding/spans.ts'
import { tellSelected } from './lists.ts'
import type { Told } from './reply.ts'
import { eventsOf, parts, selectDates } from './selection.ts'
import { isNamed } from './subject.ts'
import type { Turn } from './turn.ts'

/** How many words may be left that say something else: "in which cities were things *prepared*". */
const mostUnread = 1

/**
 * "Where did they meet outside Central Asia?", "which consultations were not in Kazakhstan?", "in which countries of
 * Central Asia was it?": events by the parts of the world that a question names or leaves out. Undefined where it names
 * none, asks for no several things, or says more.
 */
export function tellElsewhere(turn: Turn, list: Entry | undefined): Told | undefined {
  const { question, knowledge } = turn
  const { pack } = knowledge
  if (!asksForSeveral(question, list)) return undefined
  const mentions = question.names.flatMap((mention) => {
    const places = placesMeant(mention, pack)
    return places ? [{ mention, places, isRegion: isRegion(mention) }] : []
  })
  const left = mentions.filter(({ mention }) => question.leftOut.includes(mention))
  const kept = mentions.filter(({ mention }) => !question.leftOut.includes(mention))
  if (left.length === 0 && !kept.some(({ isRegion }) => isRegion)) return undefined
  if (
    !saysNoMore(
      turn,
      list,
      mentions.map(({ mention }) => mention),
    )
  )
    return undefined
  const isIn = (entry: Entry, places: ReadonlySet<string>): boolean =>
    entry.place !== undefined && placesAround(entry.place, pack).some(({ id }) => places.has(id))
  const listed = list && list.members.flatMap((id) => knowledge.entries.get(id) ?? [])
  const among = selectDates(listed ? parts(listed, pack.entries) : eventsOf(pack), question.dates)
  const found = among.filter(
    (entry) =>
      entry.place !== undefined &&
      kept.every(({ places }) => isIn(entry, places)) &&
      left.every(({ places }) => !isIn(entry, places)),
  )
  return found.length === 0 ? undefined : tellSelected(found, list, turn)
}

function asksForSeveral({ asked, words }: Question, list: Entry | undefined): boolean {
  if (list && asked.size === 0) return true
  return asked.has('list') || asked.has('where') || asked.has('number') || words.some(({ marks }) => marks.has('city'))
}

/** The places that a name stands for: its own, or those of a part of the world; undefined for other names. */
function placesMeant({ things }: NameMention, pack: Pack): ReadonlySet<string> | undefined {
  const ids = things.flatMap(({ kind, id }) =>
    kind === 'place' ? [id] : kind === 'term' ? (pack.terms.find((term) => term.id === id)?.places ?? []) : [],
  )
  return ids.length === 0 ? undefined : new Set(ids)
}

function isRegion({ things }: NameMention): boolean {
  return things.some(({ kind }) => kind === 'term')
}

/** Whether all that a question says beside its places is which events it is about. */
function saysNoMore({ question, knowledge }: Turn, list: Entry | undefined, places: readonly NameMention[]): boolean {
  const others = question.names.filter((mention) => !places.includes(mention))
  const isIdle = (mention: NameMention): boolean =>
    (list !== undefined && isNamed(list, mention)) ||
    mention.things.every(({ kind, id }) => kind === 'generic' || id === knowledge.pack.subject) ||
    question.words.slice(mention.from, mention.to).every(saysNothing)
  if (!others.every(isIdle)) return false
  const read = [...places, ...others, ...question.dates]
  const unread = question.words.filter((word, at) => !saysNothing(word) && !isWithin(at, read))
  return unread.length <= mostUnread
}

function saysNothing({ role, marks }: Word): boolean {
  return role !== 'content' || idle.some((mark) => marks.has(mark))
}

const idle = [
  'event',
  'city',
  'membership',
  'anaphora',
  'leaves out',
  'leaves out before',
  'comparison',
  'negation',
] as const
