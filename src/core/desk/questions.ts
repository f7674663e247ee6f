import { LRUCache } from 'lru-cache'

/** A question as asked, and the entry that its answer spoke of. */
export type AskedQuestion = {
  readonly person: string
  readonly session: string
  readonly entry: string
  readonly text: string
}

/** The last question of each session, for as long as somebody may call its answer wrong. In memory alone. */
export type Questions = {
  readonly remember: (asked: AskedQuestion, now: Date) => void
  /** The last question of a session, if an answer about this entry answered it. */
  readonly about: (session: string, entry: string, now: Date) => string | undefined
  /** Returns the sessions of the person. */
  readonly forget: (person: string) => string[]
  /** Forgets what is too old. */
  readonly tidy: (now: Date) => void
}

const lifetimeMs = 60 * 60_000

/** Far more than ask within an hour; whoever was silent longest makes room. */
const mostSessions = 10_000

/** Time comes with each call; what is too old is no longer told, and stays in memory until `tidy`. */
export function rememberQuestions(): Questions {
  const questions = new LRUCache<string, AskedQuestion & { readonly at: number }>({ max: mostSessions })
  return {
    remember: (asked, now) => void questions.set(asked.session, { ...asked, at: now.getTime() }),
    about(session, entry, now) {
      const last = questions.get(session)
      return last?.entry === entry && now.getTime() - last.at <= lifetimeMs ? last.text : undefined
    },
    forget(person) {
      const sessions = [...questions.values()].filter((asked) => asked.person === person).map(({ session }) => session)
      for (const session of sessions) questions.delete(session)
      return sessions
    },
    tidy(now) {
      for (const [session, { at }] of questions) if (now.getTime() - at > lifetimeMs) questions.delete(session)
    },
  }
}
