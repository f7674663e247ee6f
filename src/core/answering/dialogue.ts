import type { Suggestion } from './reply.ts'

/** What was said last in a conversation: what "and where?" refers to. */
export type Context = {
  /** The entry, or the entries listed, that the last answer spoke of. */
  readonly entries: readonly string[]
  /** The readings offered, if the last reply asked back. */
  readonly options: readonly Suggestion[]
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

/** Far more than talk within ten minutes; the oldest make room. */
const mostSessions = 10_000

export function openDialogues(): Dialogues {
  const contexts = new Map<string, Context>()
  return {
    recall(session, now) {
      const context = contexts.get(session)
      const age = context ? now.getTime() - context.at : 0
      return context && age >= 0 && age <= lifetimeMs ? context : undefined
    },
    remember(session, context) {
      contexts.delete(session)
      contexts.set(session, context)
      if (contexts.size > mostSessions) contexts.delete(contexts.keys().next().value!)
    },
    forget: (session) => void contexts.delete(session),
  }
}
