import { LRUCache } from 'lru-cache'
import type { Reply, Suggestion } from './reply.ts'

/** What was said last in a conversation: what "and where?" refers to. */
export type Context = {
  /** The entry, or the entries listed, that the last answer spoke of. */
  readonly entries: readonly string[]
  /** The readings offered, if the last reply asked back. */
  readonly options: readonly Suggestion[]
  /** The last reply that was no small talk, to be repeated when that is asked for. */
  readonly said?: Reply
  /** Milliseconds since 1970. */
  readonly at: number
}

/** Conversations by session id. */
export type Dialogues = {
  /** What was said last, unless that is ten minutes ago. */
  readonly recall: (session: string, now: Date) => Context | undefined
  readonly remember: (session: string, context: Context) => void
  readonly forget: (session: string) => void
}

/** After ten minutes "and where?" refers to nothing (product contract). */
const lifetimeMs = 10 * 60_000

/** Far more than talk within ten minutes; whoever was silent longest makes room. */
const mostSessions = 10_000

/** What sessions spoke of, in memory alone: after a restart "and where?" asks back. */
export function openDialogues(): Dialogues {
  const contexts = new LRUCache<string, Context>({ max: mostSessions })
  return {
    recall(session, now) {
      const context = contexts.get(session)
      const age = context ? now.getTime() - context.at : 0
      return context && age >= 0 && age <= lifetimeMs ? context : undefined
    },
    remember: (session, context) => void contexts.set(session, context),
    forget: (session) => void contexts.delete(session),
  }
}
