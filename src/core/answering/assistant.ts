import type { Language } from '../../knowledge/language.ts'
import type { Entry, Pack } from '../../knowledge/pack.ts'
import { answerEntry, answerQuestion, type Answer } from './answer.ts'
import { openDialogues, type Dialogues } from './dialogue.ts'
import { titleOf } from './facts.ts'
import type { Reply, Suggestion } from './reply.ts'
import { openKnowledgeBase, type KnowledgeBase } from '../knowledge-base/knowledge-base.ts'

/** A person's words and their circumstances. */
export type Ask = {
  readonly text: string
  /** The language to answer in; without it that of the question, or the default. */
  readonly language?: Language | undefined
  /** Questions of one session share a dialogue; without it nothing is remembered. */
  readonly session?: string | undefined
  readonly now: Date
}

/** What every bot calls: one question in, one reply out. Never throws. */
export type Assistant = {
  readonly pack: Pack
  readonly ask: (ask: Ask) => Answer
  /** The answer to a pressed suggestion. Undefined for an id that the pack does not have (any more). */
  readonly choose: (id: string, circumstances: Omit<Ask, 'text'>) => Reply | undefined
  /** Topics whose names begin or look like the text, best first: for completing what someone types. */
  readonly suggest: (text: string, language: Language, most: number) => Suggestion[]
  readonly entry: (id: string) => Entry | undefined
  readonly forget: (session: string) => void
}

export function createAssistant(pack: Pack, defaultLanguage: Language = pack.languages[0]!): Assistant {
  const knowledge: KnowledgeBase = openKnowledgeBase(pack)
  const dialogues: Dialogues = openDialogues()
  return {
    pack,
    suggest: (text, language, most) =>
      knowledge.topics(text, language, most).map((entry) => ({ id: entry.id, title: titleOf(entry, language) })),
    entry: (id) => knowledge.entries.get(id),
    forget: dialogues.forget,
    ask({ text, language, session, now }) {
      const context = session === undefined ? undefined : dialogues.recall(session, now)
      const answer = answerQuestion({ text, language, now, context, defaultLanguage }, knowledge)
      if (session !== undefined && answer.reply.status !== 'social') remember(session, answer.reply, context)
      return answer

      function remember(id: string, { status, entries, suggestions }: Reply, before: typeof context): void {
        const kept = status === 'answered' ? entries : (before?.entries ?? [])
        // What nothing new was said about grows no younger by it.
        const at = status === 'unknown' && before ? before.at : now.getTime()
        dialogues.remember(id, { entries: kept, options: status === 'clarify' ? suggestions : [], at })
      }
    },
    choose(id, { language, session, now }) {
      const entry = knowledge.entries.get(id)
      if (!entry) return undefined
      const reply = answerEntry(entry, { language: language ?? defaultLanguage, now }, knowledge)
      if (session !== undefined) dialogues.remember(session, { entries: reply.entries, options: [], at: now.getTime() })
      return reply
    },
  }
}
