import { languages as all } from '../../../knowledge/language.ts'
import type { AnnouncementCommands } from '../../announcements/commands.ts'
import type { TextReader } from '../../answering/read-text.ts'
import { notePage } from '../../pages/note-page.ts'
import type { Page } from '../../pages/page.ts'
import { askPage } from '../pages/ask.ts'
import { unknownPage } from '../pages/refusal.ts'
import type { Corrections } from './corrections.ts'
import type { EnteredMessage, EntryFields } from './entry-fields.ts'
import type { EntryPrompts } from './entry-prompts.ts'
import { lacksFile, lackWords } from './input.ts'
import type { Written } from './written.ts'
import { writtenAs } from './written-as.ts'

/** Takes a message for what was asked for; asks again for what is none of it. `taken` is called if it was taken. */
export type TakeEntry = (entry: EnteredMessage, taken: () => void) => Promise<Page>

/** `timeZone`: the venue's at the moment. */
export function takingEntries({
  commands,
  prompts,
  corrections,
  fields,
  readText,
  timeZone,
}: {
  readonly commands: Pick<AnnouncementCommands, 'find'>
  readonly prompts: Pick<EntryPrompts, 'clear'>
  readonly corrections: Pick<Corrections, 'propose'>
  readonly fields: EntryFields
  readonly readText: TextReader
  readonly timeZone: () => string
}): TakeEntry {
  return async (entry, taken) => {
    const { visitor, language, prompt, input, edited } = entry
    const { announcement: id, field } = prompt
    const found = await commands.find(id)
    if (!found) return unknownPage(id, language)
    const again = askPage(id, field, language, { timeZone: timeZone(), now: visitor.now })
    const hasFiles = (input.files ?? []).length > 0
    if (lacksFile(input)) return notePage(language, lackWords(input, language), again.buttons)
    if (input.text.trim() === '' && (field === 'when' || !hasFiles)) return again
    if (field === 'file' && !hasFiles) return again
    taken()
    if (!edited) await prompts.clear(visitor)
    if (field === 'when') return fields.moment(entry)
    const written = writtenFor(entry, readText)
    if (found.startedAt) return corrections.propose(visitor, language, found, written)
    return fields.content(entry, () => written)
  }
}

/** A text in the language that the field names, or in its own; a file has none. */
function writtenFor(
  { visitor, language, prompt: { field }, input: { text } }: EnteredMessage,
  readText: TextReader,
): Written {
  if (field === 'file' || text.trim() === '') return {}
  const named = all.find((one) => field === one || field === `correct-${one}`)
  return named === undefined ? writtenAs(text, language, visitor.now, readText) : { [named]: text }
}
