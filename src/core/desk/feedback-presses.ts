import type { Assistant } from '../answering/assistant.ts'
import { say } from '../i18n.ts'
import { notePage } from '../pages/note-page.ts'
import type { FeedbackStore } from '../people/feedback.ts'
import { stale, type PressTable } from './press.ts'
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
    async report({ person: { platform, id: person }, group, session, now }, language, { entry }) {
      if (!assistant.entry(entry)) return stale(language)
      const question = questions.about(session, entry, now)
      await feedback.add({ platform, person, language, entry, question, at: now })
      const page = notePage(
        language,
        say(language, question === undefined ? 'notice.reportedTopic' : 'notice.reported'),
      )
      // Once is enough of one person; others in a group have an opinion of their own.
      return { kind: 'changed', page, swaps: group ? [] : [{ from: { do: 'report', entry } }] }
    },
  }
}
