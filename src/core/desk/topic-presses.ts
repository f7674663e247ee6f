import type { Language } from '../../knowledge/language.ts'
import type { Assistant } from '../answering/assistant.ts'
import type { Page } from '../pages/page.ts'
import type { Visitor } from '../pages/visitor.ts'
import { afterAnswer, answerPage } from './answer-page.ts'
import { buttonSpaceFor, type ButtonSpace } from './button-space.ts'
import type { MyProgramme } from './my-programme.ts'
import { message, replacement, type PressTable } from './press.ts'
import { relatedPage } from './related.ts'
import { backToTopics, chaptersPage, topicsPage } from './topics.ts'

/** Ways through what is known: chapters, topics, answers, and what has to do with them. */
export function topicPresses(
  assistant: Pick<Assistant, 'pack' | 'entry' | 'choose'>,
  mine: Pick<MyProgramme, 'knownMarks'>,
): PressTable<'browse' | 'open' | 'show' | 'related'> {
  return {
    browse: (_visitor, language, { chapter, page }) =>
      replacement(
        language,
        chapter === undefined
          ? chaptersPage(assistant.pack, language, page)
          : topicsPage(assistant.pack, language, chapter, page),
      ),
    open: async (visitor, language, { entry }) => replacement(language, await topicPage(visitor, language, entry)),
    show: async (visitor, language, { entry }) => message(language, await shownPage(visitor, language, entry)),
    related(_visitor, language, { entry: id }) {
      const entry = assistant.entry(id)
      return message(language, entry && relatedPage(entry, assistant.pack, language))
    },
  }

  /** An entry among the topics, with the way back to them. */
  async function topicPage(visitor: Visitor, language: Language, id: string): Promise<Page | undefined> {
    const { session, now } = visitor
    const { pack } = assistant
    const entry = assistant.entry(id)
    const reply = assistant.choose(id, { language, session, now })
    if (!entry || !reply) return undefined
    const buttons = afterAnswer(reply, assistant.entry, await spaceFor(visitor))
    return { language, lines: reply.lines, buttons: [...buttons, [backToTopics(entry, pack, language)]] }
  }

  async function shownPage(visitor: Visitor, language: Language, id: string): Promise<Page | undefined> {
    const { session, now } = visitor
    const reply = assistant.choose(id, { language, session, now })
    return reply && answerPage(reply, assistant.entry, await spaceFor(visitor))
  }

  async function spaceFor(visitor: Visitor): Promise<ButtonSpace> {
    const { pack } = assistant
    return buttonSpaceFor(visitor, pack, await mine.knownMarks(visitor, pack))
  }
}
