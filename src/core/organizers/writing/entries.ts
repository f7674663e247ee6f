import { LRUCache } from 'lru-cache'
import { languages as all, type Language } from '../../../knowledge/language.ts'
import type { Announcement } from '../../announcements/announcement.ts'
import type { AnnouncementCommands } from '../../announcements/commands.ts'
import type { TextFacts } from '../../answering/read-text.ts'
import { missingIn } from '../../mailing/content.ts'
import type { Page } from '../../pages/page.ts'
import type { Visitor } from '../../pages/visitor.ts'
import { keyOf } from '../../people/people.ts'
import { readComingMoment } from '../../time/coming-moment.ts'
import { unknownPage } from '../pages/refusal.ts'
import type { TextReader } from '../../answering/read-text.ts'
import type { EnteredMessage } from './entry-fields.ts'
import type { TakeEntry } from './take-entry.ts'
import type { EntryPrompt, EntryPrompts, OpenPrompt } from './entry-prompts.ts'
import { lacksFile, type Input } from './input.ts'
import type { Offers } from './offers.ts'
import type { TakeTopic } from './topic-entries.ts'

/** What a message was taken for. `asks`: it also looks like a question, which is to be answered first. */
export type Taken = {
  readonly page: Page
  readonly asks: boolean
  /** Why a file of an album was not taken, which its page does not say. */
  readonly lacks?: string | undefined
}

/** Messages of organizers, taken for what they were asked for. */
export type Entries = {
  /** Undefined if nothing was asked for, or this is about something else, and no edit of what was taken before. */
  readonly enter: (visitor: Visitor, language: Language, input: Input) => Promise<Taken | undefined>
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
  takeEntry,
  offers,
  takeTopic,
  readText,
  timeZone,
}: {
  readonly commands: Pick<AnnouncementCommands, 'find'>
  readonly prompts: Pick<EntryPrompts, 'open' | 'clear'>
  readonly takeEntry: TakeEntry
  readonly offers: Pick<Offers, 'offer'>
  readonly takeTopic: TakeTopic
  readonly readText: TextReader
  readonly timeZone: () => string
}): Entries {
  const taken = new LRUCache<string, EntryPrompt>({ max: mostTaken })
  return {
    async enter(visitor, language, input) {
      // An edit is another version of what was said, whatever is asked for now.
      const before = taken.get(sourceOf(visitor, input.source))
      if (before) return { page: await take({ visitor, language, prompt: before, input, edited: true }), asks: false }
      const prompt = await prompts.open(visitor)
      if (prompt?.field === 'topic') return takeTopic(visitor, language, prompt, input)
      return prompt && receive({ visitor, language, prompt, input, edited: false }, prompt)
    },
    async put(visitor, language, prompt, input) {
      const page = await take({ visitor, language, prompt, input, edited: false })
      // What is wrong is put right in the form again.
      await prompts.clear(visitor)
      return page
    },
    took: (visitor, source) => taken.has(sourceOf(visitor, source)),
  }

  function take(entry: EnteredMessage): Promise<Page> {
    const { visitor, input, prompt } = entry
    return takeEntry(entry, () => {
      if (input.source !== undefined) taken.set(sourceOf(visitor, input.source), prompt)
    })
  }

  /** Takes it, asks whether it is meant, or leaves it to whoever answers questions. */
  async function receive(entry: EnteredMessage, prompt: OpenPrompt): Promise<Taken | undefined> {
    const { visitor, language, input } = entry
    const found = await commands.find(prompt.announcement)
    if (!found) return { page: unknownPage(prompt.announcement, language), asks: false }
    const facts = readText(input.text, visitor.now)
    if (isElsewhere(prompt, found, facts, input) || isNoMoment(entry, facts)) return undefined
    if (input.text.trim() !== '' && !lacksFile(input) && isDoubtful(prompt, found, facts))
      return { page: await offers.offer(entry, found), asks: facts.asks }
    return { page: await take(entry), asks: facts.asks && prompt.field.startsWith('correct') }
  }

  function isNoMoment({ visitor: { now }, prompt: { field }, input }: EnteredMessage, { asks }: TextFacts): boolean {
    return field === 'when' && asks && readComingMoment(input.text, timeZone(), now) === undefined
  }
}

/** About something else than what was asked for, as far as can be told. */
function isElsewhere(
  { field, waits, offered }: OpenPrompt,
  { state, startedAt }: Announcement,
  { asks }: TextFacts,
  { files = [] }: Input,
): boolean {
  if (field === 'more') return waits || asks || startedAt !== undefined || state !== 'draft'
  if (field === 'file' && files.length === 0) return waits || asks
  return (waits && asks) || (offered && field.startsWith('correct'))
}

/** Whether it is asked about before it is taken: nothing gets into a place that it was not meant for. */
function isDoubtful(
  { field, waits }: OpenPrompt,
  { content, startedAt }: Announcement,
  { language, asks }: TextFacts,
): boolean {
  if (startedAt) return false
  if (field === 'text') return waits || asks
  if (field === 'more') return language === undefined || !missingIn(content).includes(language)
  const named = all.find((one) => one === field)
  return named !== undefined && (waits || asks || (language !== undefined && language !== named))
}

function sourceOf({ person }: Visitor, source = ''): string {
  return `${keyOf(person)} ${source}`
}
