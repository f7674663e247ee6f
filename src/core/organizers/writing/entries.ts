import { LRUCache } from 'lru-cache'
import { languages as all, type Language } from '../../../knowledge/language.ts'
import type { AnnouncementCommands } from '../../announcements/commands.ts'
import { notePage } from '../../pages/note-page.ts'
import type { Page } from '../../pages/page.ts'
import type { Visitor } from '../../pages/visitor.ts'
import { keyOf } from '../../people/people.ts'
import type { DraftField } from '../pages/draft-fields.ts'
import { askPage } from '../pages/ask.ts'
import { unknownPage } from '../pages/refusal.ts'
import type { Corrections } from './corrections.ts'
import type { EnteredMessage, EntryFields } from './entry-fields.ts'
import type { EntryPrompt, EntryPrompts } from './entry-prompts.ts'
import { lacksFile, lackWords, type Input } from './input.ts'
import type { Written } from './written.ts'

/** Messages of organizers, taken for what they were asked for. */
export type Entries = {
  /** Undefined if nothing was asked for, and this is no edit of what was taken before. */
  readonly enter: (visitor: Visitor, language: Language, input: Input) => Promise<Page | undefined>
  /** Takes what was entered in a form for a field, whatever was asked for in messages. */
  readonly put: (visitor: Visitor, language: Language, prompt: EntryPrompt, input: Input) => Promise<Page>
  /** Whether the message with this id was taken before. */
  readonly took: (visitor: Visitor, source: string) => boolean
}

/** Messages of which an edit is taken for another version of what they said. */
const mostTaken = 200

/** What was taken is remembered in memory alone: after a restart an edit of it is a message like any other. */
export function openEntries({
  commands,
  prompts,
  corrections,
  fields,
  timeZone,
}: {
  readonly commands: Pick<AnnouncementCommands, 'find'>
  readonly prompts: Pick<EntryPrompts, 'open' | 'clear'>
  readonly corrections: Pick<Corrections, 'propose'>
  readonly fields: EntryFields
  readonly timeZone: () => string
}): Entries {
  const taken = new LRUCache<string, EntryPrompt>({ max: mostTaken })
  return {
    async enter(visitor, language, input) {
      // An edit is another version of what was said, whatever is asked for now.
      const before = taken.get(sourceOf(visitor, input.source))
      const prompt = before ?? (await prompts.open(visitor))
      return prompt && take({ visitor, language, prompt, input, edited: before !== undefined })
    },
    async put(visitor, language, prompt, input) {
      const page = await take({ visitor, language, prompt, input, edited: false })
      // What is wrong is put right in the form again.
      await prompts.clear(visitor)
      return page
    },
    took: (visitor, source) => taken.has(sourceOf(visitor, source)),
  }

  async function take(entry: EnteredMessage): Promise<Page> {
    const { visitor, language, prompt, input, edited } = entry
    const { announcement: id, field } = prompt
    const found = await commands.find(id)
    if (!found) return unknownPage(id, language)
    const again = askPage(id, field, language, timeZone())
    if (lacksFile(input)) return notePage(language, lackWords(input, language), again.buttons)
    if (field === 'file' ? !input.file : input.text.trim() === '') return again
    if (input.source !== undefined) taken.set(sourceOf(visitor, input.source), prompt)
    if (!edited) await prompts.clear(visitor)
    if (field === 'when') return fields.moment(entry)
    const written = writtenFor(field, input.text)
    if (found.startedAt) return corrections.propose(visitor, language, found, written)
    return fields.content(entry, written)
  }
}

/** A text in the language that the field names; a file has none. */
function writtenFor(field: Exclude<DraftField, 'when'>, text: string): Written {
  const language = all.find((one) => field !== 'file' && field.endsWith(one))
  return language === undefined ? {} : { [language]: text }
}

function sourceOf({ person }: Visitor, source = ''): string {
  return `${keyOf(person)} ${source}`
}
