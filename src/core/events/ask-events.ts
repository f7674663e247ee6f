import { jointId, ownId } from '../../knowledge/joint-pack.ts'
import type { Pack } from '../../knowledge/pack.ts'
import type { Answer } from '../answering/answer.ts'
import type { Ask, Considered, Considering } from '../answering/assistant.ts'
import type { Reply } from '../answering/reply.ts'
import { replyToAll } from '../answering/several.ts'
import { byTime } from './by-time.ts'
import { chooseEvents, type Offer } from './choose-events.ts'
import { namedEvents } from './named-events.ts'
import { behindName, signed, toldTogether, type Said } from './tell-events.ts'

/** An answer, and the events that gave it. */
export type ToldBy = { readonly answer: Answer; readonly by: readonly Considering[] }

/** What each event would say to the same question, in the order of the events. */
type Round = {
  readonly packs: readonly Pack[]
  readonly answers: readonly Answer[]
  readonly goesOn: readonly boolean[]
  readonly now: Date
}

/** One of several questions, and who tells the answer to it, by their places. */
type PartTold = { readonly part: Round; readonly of: readonly number[] }

/** More at once nobody reads. */
const mostTold = 3

/**
 * The answer of the events whose question it is, which remember it; undefined for what is no event's in particular. Of
 * several questions in one message each is for itself the question of some.
 */
export function askEvents(asked: Ask, assistants: readonly Considering[]): ToldBy | undefined {
  const considered = considerInOne(asked, assistants)
  const round: Round = {
    packs: assistants.map(({ pack }) => pack),
    answers: considered.map(({ answer }) => answer),
    goesOn: considered.map(({ goesOn }) => goesOn),
    now: asked.now,
  }
  const parts = toldApart(partsOf(round))
  const isApart = new Set(parts.map(({ of }) => of.join())).size > 1
  const of = isApart ? [...new Set(parts.flatMap((one) => one.of))] : tellersOf(round)
  const [first] = of
  if (first === undefined) return undefined
  for (const at of of) considered[at]!.remember()
  const reply = isApart ? toEach(parts) : replyOf(round, of)
  return { answer: { ...round.answers[first]!, reply, pack: round.packs[first]! }, by: of.map((at) => assistants[at]!) }
}

/**
 * What each would say, all in one language: where they take the question for one of different languages, in that which
 * the event takes it for that speaks most.
 */
function considerInOne(asked: Ask, assistants: readonly Considering[]): Considered[] {
  const consider = (language: Ask['language']): Considered[] =>
    assistants.map((one) => one.consider({ ...asked, language, about: aboutIn(one.pack, asked.about) }))
  const considered = consider(asked.language)
  const spoken = considered.map(({ answer }) => answer.reply.language)
  if (new Set(spoken).size === 1) return considered
  const speaks = assistants.map(({ pack }) => pack.languages.length)
  return consider(spoken[speaks.indexOf(Math.max(...speaks))])
}

/** Of the entries that an older answer spoke of, those of one event; undefined where none was named. */
function aboutIn({ id }: Pack, about: Ask['about']): Ask['about'] {
  return about?.filter((entry) => entry === jointId(id, ownId(entry))).map(ownId)
}

/** The rounds of several questions, if all events find as many in the message. */
function partsOf(round: Round): Round[] {
  const [first, ...others] = round.answers.map(({ parts = [] }) => parts)
  if (others.some(({ length }) => length !== first!.length)) return []
  return first!.map((_, part) => ({ ...round, answers: round.answers.map(({ parts }) => parts![part]!) }))
}

/** Each part with who tells it; what follows is asked of those who told what stands before it. */
function toldApart(parts: readonly Round[]): PartTold[] {
  const told: PartTold[] = []
  for (const part of parts) {
    const before = told.at(-1)?.of
    const goesOn = before ? part.goesOn.map((_, at) => before.includes(at)) : part.goesOn
    told.push({ part, of: tellersOf({ ...part, goesOn }) })
  }
  return told
}

/** Who tells, by their places; nobody in particular: none. */
function tellersOf({ packs, answers, goesOn, now }: Round): readonly number[] {
  const offers = answers.map((answer, at): Offer => {
    const { reply, question } = answer
    return { reply, question, goesOn: goesOn[at]!, missing: missingOf(answer, packs[at]!) }
  })
  const named = namedEvents(packs.map((pack, at) => ({ pack, question: answers[at]!.question })))
  return byTime(chooseEvents(offers, named), packs, now).slice(0, mostTold)
}

/** What the entry that is told does not account for, if it was ranked. */
function missingOf({ reply, candidates, question }: Answer, { entries }: Pack): Offer['missing'] {
  const missing = candidates.find(({ entry }) => entries[entry]?.id === reply.entries[0])?.missing
  // "Summit" is a word that people use anywhere.
  const common = [...(question?.words.entries() ?? [])].flatMap(([at, word]) => (word.common ? [at] : []))
  return missing && [...missing, ...common]
}

function replyOf(round: Round, of: readonly number[]): Reply {
  const [one, ...others] = saidBy(round, of)
  return others.length === 0 ? signed(one) : toldTogether([one, ...others])
}

/** One reply to several questions, each answered by its own events. */
function toEach(parts: readonly PartTold[]): Reply {
  const replies = parts
    .filter(({ of }) => of.length > 0)
    .map(({ part, of }) => {
      const [one, ...others] = saidBy(part, of)
      return others.length === 0 ? behindName(one) : toldTogether([one, ...others])
    })
  return { ...replyToAll(replies), packs: [...new Set(replies.flatMap(({ packs = [] }) => packs))] }
}

function saidBy({ packs, answers }: Round, of: readonly number[]): [Said, ...Said[]] {
  const [first, ...others] = of.map((at): Said => ({ pack: packs[at]!, reply: answers[at]!.reply }))
  return [first!, ...others]
}
