import { partWith } from '../../knowledge/joint-pack.ts'
import type { Language } from '../../knowledge/language.ts'
import type { Assistant } from '../answering/assistant.ts'
import type { Page } from '../pages/page.ts'
import type { Visitor } from '../pages/visitor.ts'
import { afterAnswer, answerPage } from './answer-page.ts'
import { buttonSpaceFor } from './button-space.ts'
import { backToMenu, menuPage } from './menu.ts'
import { message, replacement, type PressTable } from './press.ts'
import { relatedPage } from './related.ts'

/** Ways through what is known: chapters, topics, answers, and what has to do with them. */
export function topicPresses(
  assistant: Pick<Assistant, 'pack' | 'entry' | 'choose'>,
): PressTable<'browse' | 'open' | 'show' | 'related'> {
  return {
    browse: (_visitor, language, place) => replacement(language, menuPage(assistant.pack, language, place)),
    open: (visitor, language, { entry }) => replacement(language, topicPage(visitor, language, entry)),
    show: (visitor, language, { entry }) => message(language, shownPage(visitor, language, entry)),
    related(_visitor, language, { entry: id }) {
      const entry = assistant.entry(id)
      return message(language, entry && relatedPage(entry, partWith(assistant.pack, entry), language))
    },
  }

  /** An entry among the topics, with the way back to them. */
  function topicPage(visitor: Visitor, language: Language, id: string): Page | undefined {
    const { session, now } = visitor
    const { pack } = assistant
    const entry = assistant.entry(id)
    const reply = assistant.choose(id, { language, session, now })
    if (!entry || !reply) return undefined
    const buttons = afterAnswer(reply, assistant.entry, buttonSpaceFor(visitor, pack))
    return { language, lines: reply.lines, buttons: [...buttons, [backToMenu(entry, pack, language)]] }
  }

  function shownPage(visitor: Visitor, language: Language, id: string): Page | undefined {
    const { session, now } = visitor
    const reply = assistant.choose(id, { language, session, now })
    return reply && answerPage(reply, assistant.entry, buttonSpaceFor(visitor, assistant.pack))
  }
}
