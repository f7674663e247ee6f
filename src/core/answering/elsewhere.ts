import type { Entry, Pack } from '../../knowledge/pack.ts'
import { placesOfTerm } from '../../knowledge/places.ts'
import type { NameMention } from '../understanding/lexicon.ts'
import { wantsYesOrNo, type Question } from '../understanding/question.ts'
import type { Word } from '../understanding/word.ts'
import { isWithin } from '../understanding/spans.ts'
import { tellSelected } from './lists.ts'
import type { Told } from './reply.ts'
import { eventsOf, parts, select, type Filter } from './selection.ts'
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
  const { left, kept } = placesIn(turn)
  return left.length > 0 || kept.some(isRegion) ? tellSeveral(turn, list) : undefined
}

/** "Where did they meet last summer?": events by the time that a question names. Undefined as above. */
export function tellThen(turn: Turn, list: Entry | undefined): Told | undefined {
  return turn.question.dates.length > 0 ? tellSeveral(turn, list) : tellElsewhere(turn, list)
}

/** The names of places in a question that are left out, and the others. */
function placesIn({ question, knowledge: { pack } }: Turn): { left: NameMention[]; kept: NameMention[] } {
  const named = question.names.filter((mention) => placesMeant(mention, pack).length > 0)
  const { left = [], kept = [] } = Object.groupBy(named, (one) => (question.leftOut.includes(one) ? 'left' : 'kept'))
  return { left, kept }
}

/** Events, or the members of a list, by all that is named of times and places. */
function tellSeveral(turn: Turn, list: Entry | undefined): Told | undefined {
  const { question, knowledge } = turn
  const { pack } = knowledge
  if (wantsYesOrNo(question) || !asksForSeveral(question, list)) return undefined
  const { left, kept } = placesIn(turn)
  if (!saysNoMore(turn, list, [...left, ...kept])) return undefined
  const listed = list?.members.flatMap((id) => knowledge.entries.get(id) ?? [])
  const among = listed ? parts(listed, pack.entries) : eventsOf(pack)
  const places = kept.map((mention) => placesMeant(mention, pack))
  const found = select(among, { dates: question.dates, places, organisations: [] }, pack)
  const inLeft = new Set(
    left.flatMap((mention) => select(found, { ...nothing, places: [placesMeant(mention, pack)] }, pack)),
  )
  const others = found.filter((entry) => entry.place !== undefined && !inLeft.has(entry))
  return others.length === 0 ? undefined : tellSelected(others, list, turn)
}

const nothing: Filter = { dates: [], places: [], organisations: [] }

function asksForSeveral({ asked, words }: Question, list: Entry | undefined): boolean {
  if (list && asked.size === 0) return true
  return asked.has('list') || asked.has('where') || asked.has('number') || words.some(({ marks }) => marks.has('city'))
}

/** The places that a name stands for: its own, or those of a part of the world; none for other names. */
function placesMeant({ things }: NameMention, pack: Pack): readonly string[] {
  return things.flatMap(({ kind, id }) => (kind === 'place' ? [id] : kind === 'term' ? placesOfTerm(id, pack) : []))
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
