import type { Language } from '../../knowledge/language.ts'
import type { Assistant } from '../answering/assistant.ts'
import type { Page } from '../pages/page.ts'
import type { Visitor } from '../pages/visitor.ts'
import { afterAnswer, answerPage } from './answer-page.ts'
import { buttonSpaceFor } from './button-space.ts'
import { backToMenu } from './menu.ts'
import type { MyProgramme } from './my-programme.ts'

/** Entries as they are told by themselves; undefined for one that is no more. */
export type ShownEntries = {
  readonly show: (visitor: Visitor, language: Language, entry: string) => Promise<Page | undefined>
  /** Among the topics, with the way back to them. */
  readonly open: (visitor: Visitor, language: Language, entry: string) => Promise<Page | undefined>
}

/** What is told is remembered for the session, so that the next question may point back to it. */
export function openShownEntries(
  assistant: Pick<Assistant, 'pack' | 'entry' | 'choose'>,
  mine: Pick<MyProgramme, 'knownMarks'>,
): ShownEntries {
  return {
    async show(visitor, language, id) {
      const { session, now } = visitor
      const { pack } = assistant
      const reply = assistant.choose(id, { language, session, now })
      if (!reply) return undefined
      return answerPage(reply, assistant.entry, buttonSpaceFor(visitor, pack, await mine.knownMarks(visitor, pack)))
    },
    async open(visitor, language, id) {
      const { session, now } = visitor
      const { pack } = assistant
      const entry = assistant.entry(id)
      const reply = assistant.choose(id, { language, session, now })
      if (!entry || !reply) return undefined
      const space = buttonSpaceFor(visitor, pack, await mine.knownMarks(visitor, pack))
      const buttons = afterAnswer(reply, assistant.entry, space)
      return { language, lines: reply.lines, buttons: [...buttons, [backToMenu(entry, pack, language)]] }
    },
  }
}
