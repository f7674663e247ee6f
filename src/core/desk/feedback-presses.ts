import type { Assistant } from '../answering/assistant.ts'
import { say } from '../i18n.ts'
import type { FeedbackStore } from '../people/feedback.ts'
import { notice, stale, type PressTable } from './press.ts'
import type { Questions } from './questions.ts'

/** "Wrong answer?": kept with the question, as long as that is what the answer answered. */
export function feedbackPresses({
  assistant,
  questions,
  feedback,
}: {
  readonly assistant: Pick<Assistant, 'entry'>
  readonly questions: Pick<Questions, 'about'>
  readonly feedback: Pick<FeedbackStore, 'add'>
}): PressTable<'report'> {
  return {
    async report({ person: { platform, id: person }, session, now }, language, { entry }) {
      if (!assistant.entry(entry)) return stale(language)
      const question = questions.about(session, entry, now)
      await feedback.add({ platform, person, language, entry, question, at: now })
      return notice(language, say(language, question === undefined ? 'notice.reportedTopic' : 'notice.reported'))
    },
  }
}
