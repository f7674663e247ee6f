import type { Language } from '../../knowledge/language.ts'
import type { Entry, Pack } from '../../knowledge/pack.ts'
import { answerEntry, answerQuestion, type Answer } from './answer.ts'
import { openDialogues, type Context, type Dialogues } from './dialogue.ts'
import { titleOf } from './facts.ts'
import { readText, type TextFacts } from './read-text.ts'
import { venueDay } from '../time/venue.ts'
import type { Reply, Suggestion } from './reply.ts'
import { holdKnowledge, type Knowledge } from '../knowledge-base/knowledge.ts'
import { openKnowledgeBase } from '../knowledge-base/knowledge-base.ts'

/** A person's words and their circumstances. */
export type Ask = {
  readonly text: string
  /** The language to answer in; without it that of the question, or the default. */
  readonly language?: Language | undefined
  /** The language to answer in where the words are of none in particular. */
  readonly hint?: Language | undefined
  /** Questions of one session share a dialogue; without it nothing is remembered. */
  readonly session?: string | undefined
  /** The entries that an older answer spoke of, if this replies to it: they count instead of what was said last. */
  readonly about?: readonly string[] | undefined
  readonly now: Date
}

/** What every bot calls: one question in, one reply out. Never throws. */
export type Assistant = {
  /** The pack that is answered from now; another one after a change. */
  readonly pack: Pack
  readonly ask: (ask: Ask) => Answer
  /** The answer to a pressed suggestion. Undefined for an id that the pack does not have (any more). */
  readonly choose: (id: string, circumstances: Omit<Ask, 'text'>) => Reply | undefined
  /** Topics whose names begin or look like the text, best first: for completing what someone types. */
  readonly suggest: (text: string, language: Language, most: number) => Suggestion[]
  readonly entry: (id: string) => Entry | undefined
  /** What can be told of a text that is not for us to answer. */
  readonly read: (text: string, now: Date) => TextFacts
  readonly forget: (session: string) => void
}

/** An answer of which nothing is remembered yet. */
export type Considered = {
  readonly answer: Answer
  /** Whether something was said in the session before, that the question may refer to. */
  readonly goesOn: boolean
  readonly remember: () => void
}

/** An assistant that can also say first what it would answer, for those who choose between several. */
export type Considering = Assistant & { readonly consider: (ask: Ask) => Considered }

/** An assistant for a pack that stays as it is, compiled in this thread: for tests and tools. */
export function createAssistant(pack: Pack, defaultLanguage?: Language): Assistant {
  return openAssistant(holdKnowledge(openKnowledgeBase(pack)), defaultLanguage)
}

/**
 * An assistant that answers from what is known when it is asked. What was said before a change is remembered by the ids
 * of entries; those that the pack has no more are left out.
 */
export function openAssistant(
  { current }: Pick<Knowledge, 'current'>,
  defaultLanguage: Language = current().pack.languages[0]!,
): Considering {
  const dialogues: Dialogues = openDialogues()
  return {
    consider,
    get pack() {
      return current().pack
    },
    suggest: (text, language, most) =>
      current()
        .topics(text, language, most)
        .map((entry) => ({ id: entry.id, title: titleOf(entry, language) })),
    entry: (id) => current().entries.get(id),
    forget: dialogues.forget,
    read: (text, now) => readText(text, current(), venueDay(now, current().pack.timeZone)),
    ask(ask) {
      const { answer, remember } = consider(ask)
      remember()
      return answer
    },
    choose(id, { language, session, now }) {
      const knowledge = current()
      const entry = knowledge.entries.get(id)
      if (!entry) return undefined
      const reply = answerEntry(entry, { language: language ?? defaultLanguage, now }, knowledge)
      if (session !== undefined) {
        const { entries } = reply
        dialogues.remember(session, { entries, options: [], said: reply, at: now.getTime() })
      }
      return reply
    },
  }

  function consider({ text, language, hint, session, about, now }: Ask): Considered {
    const last = session === undefined ? undefined : dialogues.recall(session, now)
    const context = about === undefined ? last : { entries: about, options: [], at: now.getTime() }
    const answer = answerQuestion({ text, language, hint, now, context, defaultLanguage }, current())
    return {
      answer,
      goesOn: about === undefined ? last !== undefined : about.length > 0,
      remember() {
        if (session !== undefined && answer.reply.status !== 'social') remember(session, answer.reply, context, now)
      },
    }
  }

  function remember(id: string, said: Reply, before: Context | undefined, now: Date): void {
    const { status, entries, suggestions } = said
    const kept = status === 'answered' ? entries : (before?.entries ?? [])
    // What nothing new was said about grows no younger by it.
    const at = status === 'unknown' && before ? before.at : now.getTime()
    dialogues.remember(id, { entries: kept, options: status === 'clarify' ? suggestions : [], said, at })
  }
}
