import { partWith } from '../../knowledge/joint-pack.ts'
import type { Assistant } from '../answering/assistant.ts'
import { menuPage } from './menu.ts'
import { message, replacement, type PressTable } from './press.ts'
import { relatedPage } from './related.ts'
import type { ShownEntries } from './shown-entries.ts'

/** Ways through what is known: chapters, topics, answers, and what has to do with them. */
export function topicPresses(
  assistant: Pick<Assistant, 'pack' | 'entry'>,
  { show, open }: ShownEntries,
): PressTable<'browse' | 'open' | 'show' | 'related'> {
  return {
    browse: (_visitor, language, place) => replacement(language, menuPage(assistant.pack, language, place)),
    open: async (visitor, language, { entry }) => replacement(language, await open(visitor, language, entry)),
    show: async (visitor, language, { entry }) => message(language, await show(visitor, language, entry)),
    related(_visitor, language, { entry: id }) {
      const entry = assistant.entry(id)
      return message(language, entry && relatedPage(entry, partWith(assistant.pack, entry), language))
    },
  }
}
