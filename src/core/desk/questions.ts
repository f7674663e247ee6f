/** What was asked last in each session, for as long as somebody may still call the answer wrong. In memory alone. */
export type Questions = {
  readonly remember: (session: string, entry: string, text: string, now: Date) => void
  /** The last question of a session, if that is what an answer about this entry answered. */
  readonly about: (session: string, entry: string, now: Date) => string | undefined
  readonly forget: (session: string) => void
}

const lifetimeMs = 60 * 60_000

/** The oldest make room. */
const mostSessions = 10_000

export function rememberQuestions(): Questions {
  const asked = new Map<string, { entry: string; text: string; at: number }>()
  return {
    remember(session, entry, text, now) {
      asked.delete(session)
      asked.set(session, { entry, text, at: now.getTime() })
      if (asked.size > mostSessions) asked.delete(asked.keys().next().value!)
    },
    about(session, entry, now) {
      const last = asked.get(session)
      return last?.entry === entry && now.getTime() - last.at <= lifetimeMs ? last.text : undefined
    },
    forget: (session) => void asked.delete(session),
  }
}
