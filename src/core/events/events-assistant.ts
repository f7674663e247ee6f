import { inTurn, jointId, ownId } from '../../knowledge/joint-pack.ts'
import type { Language } from '../../knowledge/language.ts'
import type { Pack } from '../../knowledge/pack.ts'
import { answerQuestion, type Answer } from '../answering/answer.ts'
import { openAssistant, type Ask, type Assistant, type Considered, type Considering } from '../answering/assistant.ts'
import type { Knowledge } from '../knowledge-base/knowledge.ts'
import type { KnowledgeBase } from '../knowledge-base/knowledge-base.ts'
import { byTime } from './by-time.ts'
import { chooseEvents } from './choose-events.ts'
import { rememberJoint } from './joint-entries.ts'
import { namedEvents } from './named-events.ts'
import { signed, toldTogether, type Said } from './tell-events.ts'

type Held = Pick<Knowledge, 'current'>

/** More at once nobody reads. */
const mostTold = 3

/**
 * One assistant for one event or for several. For one it is that event's own. For several each is asked, and whose
 * answer is told is chosen by name, by the conversation and by confidence; ids are joint ones (joint-pack.ts), and
 * every answer says whose it is.
 */
export function openEvents(events: readonly [Held, ...Held[]], chosen?: Language): Assistant {
  const [first, ...others] = events
  const defaultLanguage = chosen ?? first.current().pack.languages[0]!
  if (others.length === 0) return openAssistant(first, defaultLanguage)
  const assistants = events.map((event) => openAssistant(event, defaultLanguage))
  const joint = rememberJoint(() => assistants.map(({ pack }) => pack))
  return {
    get pack() {
      return joint().pack
    },
    entry: (id) => joint().entries.get(id),
    suggest: (text, language, most) =>
      inTurn(
        assistants.map(({ pack, suggest }) =>
          suggest(text, language, most).map(({ id, title }) => ({ id: jointId(pack.id, id), title })),
        ),
      ).slice(0, most),
    forget: (session) => assistants.forEach(({ forget }) => forget(session)),
    ask: (asked) => askAll(asked, assistants) ?? talk(asked),
    choose(id, circumstances) {
      const owner = ownerOf(id, assistants)
      const reply = owner?.choose(ownId(id), circumstances)
      if (!owner || !reply) return undefined
      leaveTo([owner], assistants, circumstances.session)
      return signed({ pack: owner.pack, reply })
    },
  }

  /** Small talk of all events: as the first of them would, under the name of all. */
  function talk({ text, language, hint, now }: Ask): Answer {
    const knowledge = underTitle(first.current(), joint().pack)
    return answerQuestion({ text, language, hint, now, context: undefined, defaultLanguage }, knowledge)
  }
}

/** The answer of the events whose question it is; undefined for what is no event's in particular. */
function askAll(asked: Ask, assistants: readonly Considering[]): Answer | undefined {
  const considered = assistants.map(({ pack, consider }) => consider({ ...asked, about: aboutIn(pack, asked.about) }))
  const offers = considered.map(({ answer: { reply, question }, goesOn }) => ({ reply, question, goesOn }))
  const packs = assistants.map(({ pack }) => pack)
  const readings = packs.map((pack, at) => ({ pack, question: offers[at]!.question }))
  const choice = chooseEvents(offers, namedEvents(asked.text, readings))
  if (choice === 'nobody') return undefined
  const told = byTime(choice, packs, asked.now).slice(0, mostTold)
  for (const at of told) considered[at]!.remember()
  const telling = told.map((at) => assistants[at]!)
  leaveTo(telling, assistants, asked.session)
  return answerOf(told, considered, packs)
}

/** What is asked next without a name is asked of these. */
function leaveTo(
  telling: readonly Considering[],
  assistants: readonly Considering[],
  session: string | undefined,
): void {
  if (session === undefined) return
  for (const assistant of assistants) if (!telling.includes(assistant)) assistant.forget(session)
}

/** By a joint id; by an id of its own the first event that has it, for buttons of when there was but one. */
function ownerOf(id: string, assistants: readonly Considering[]): Considering | undefined {
  return (
    assistants.find(({ pack }) => id === jointId(pack.id, ownId(id))) ??
    assistants.find(({ entry }) => entry(id) !== undefined)
  )
}

function answerOf(told: readonly number[], considered: readonly Considered[], packs: readonly Pack[]): Answer {
  const said = told.map((at): Said => ({ pack: packs[at]!, reply: considered[at]!.answer.reply }))
  const [one, ...others] = said as [Said, ...Said[]]
  const reply = others.length === 0 ? signed(one) : toldTogether([one, ...others])
  return { ...considered[told[0]!]!.answer, reply, pack: one.pack }
}

/** Of the entries that an older answer spoke of, those of one event; undefined where none was named. */
function aboutIn({ id }: Pack, about: Ask['about']): Ask['about'] {
  return about?.filter((entry) => entry === jointId(id, ownId(entry))).map(ownId)
}

function underTitle(knowledge: KnowledgeBase, { title }: Pack): KnowledgeBase {
  const { subject: _own, ...pack } = knowledge.pack
  return { ...knowledge, pack: { ...pack, title } }
}
