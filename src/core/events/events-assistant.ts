import { inTurn, jointId, ownId } from '../../knowledge/joint-pack.ts'
import type { Language } from '../../knowledge/language.ts'
import type { Pack } from '../../knowledge/pack.ts'
import { answerQuestion, type Answer } from '../answering/answer.ts'
import { openAssistant, type Ask, type Assistant, type Considering } from '../answering/assistant.ts'
import type { Knowledge } from '../knowledge-base/knowledge.ts'
import type { KnowledgeBase } from '../knowledge-base/knowledge-base.ts'
import { askEvents } from './ask-events.ts'
import { rememberJoint } from './joint-entries.ts'
import { signed } from './tell-events.ts'

type Held = Pick<Knowledge, 'current'>

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
    // How people write is much the same at all events.
    read: (text, now) => assistants[0]!.read(text, now),
    suggest: (text, language, most) =>
      inTurn(
        assistants.map(({ pack, suggest }) =>
          suggest(text, language, most).map(({ id, title }) => ({ id: jointId(pack.id, id), title })),
        ),
      ).slice(0, most),
    forget: (session) => assistants.forEach(({ forget }) => forget(session)),
    ask(asked) {
      const told = askEvents(asked, assistants)
      if (!told) return talk(asked)
      leaveTo(told.by, assistants, asked.session)
      return told.answer
    },
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

function underTitle(knowledge: KnowledgeBase, { title, languages }: Pack): KnowledgeBase {
  const { subject: _own, ...pack } = knowledge.pack
  return { ...knowledge, pack: { ...pack, title, languages } }
}
