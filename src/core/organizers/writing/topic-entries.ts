import type { Language } from '../../../knowledge/language.ts'
import type { TextReader } from '../../answering/read-text.ts'
import type { Page } from '../../pages/page.ts'
import type { Visitor } from '../../pages/visitor.ts'
import { actorOf } from './actor.ts'
import type { EntryPrompts, OpenTopicPrompt } from './entry-prompts.ts'
import type { Input } from './input.ts'
import { topicNamesIn } from './topic-names.ts'
import type { OrganizersTopics } from './topics.ts'

/** Takes a message for the names of a topic, as Entries take others; undefined if it is about something else. */
export type TakeTopic = (
  visitor: Visitor,
  language: Language,
  prompt: OpenTopicPrompt,
  input: Input,
) => Promise<{ readonly page: Page; readonly asks: false } | undefined>

/** What was asked for a while ago, and what asks something itself, is about something else. */
export function takingTopics({
  topics,
  prompts,
  readText,
}: {
  readonly topics: Pick<OrganizersTopics, 'name'>
  readonly prompts: Pick<EntryPrompts, 'clear'>
  readonly readText: TextReader
}): TakeTopic {
  return async (visitor, language, { topic, waits }, { text }) => {
    if (waits || readText(text, visitor.now).asks) return undefined
    const taken = () => prompts.clear(visitor)
    return { page: await topics.name(topic, topicNamesIn(text), actorOf(visitor, language), taken), asks: false }
  }
}
