import type { Assistant } from '../answering/assistant.ts'
import { message, replacement, type PressTable } from './press.ts'
import { relatedPage } from './related.ts'
import type { ShownEntries } from './shown-entries.ts'
import { chaptersPage, topicsPage } from './topics.ts'

/** Ways through what is known: chapters, topics, answers, and what has to do with them. */
export function topicPresses(
  assistant: Pick<Assistant, 'pack' | 'entry'>,
  { show, open }: ShownEntries,
): PressTable<'browse' | 'open' | 'show' | 'related'> {
  return {
    browse: (_visitor, language, { chapter, page }) =>
      replacement(
        language,
        chapter === undefined
          ? chaptersPage(assistant.pack, language, page)
          : topicsPage(assistant.pack, language, chapter, page),
      ),
    open: async (visitor, language, { entry }) => replacement(language, await open(visitor, language, entry)),
    show: async (visitor, language, { entry }) => message(language, await show(visitor, language, entry)),
    related(_visitor, language, { entry: id }) {
      const entry = assistant.entry(id)
      return message(language, entry && relatedPage(entry, assistant.pack, language))
    },
  }
}
