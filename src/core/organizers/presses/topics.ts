import type { OrganizerAct } from '../../pages/page.ts'
import type { OrganizersTopics } from '../writing/topics.ts'
import type { EntryPrompts } from '../writing/entry-prompts.ts'
import { replaced, type ActTable, type OrganizerPress } from './press.ts'

type Act = Extract<OrganizerAct, 'topics' | 'topic' | 'nameTopic' | 'endTopic' | 'tellTopic'>

/** The topics that announcements may be about. */
export function topicsPresses({
  topics,
  prompts,
}: {
  readonly topics: OrganizersTopics
  readonly prompts: Pick<EntryPrompts, 'ask'>
}): ActTable<Act, OrganizerPress> {
  return {
    topics: async ({ language }) => replaced(await topics.list(language)),
    topic: async ({ subject, language }) => replaced(await topics.open(subject, language)),
    async nameTopic({ visitor, subject, language }) {
      await prompts.ask(visitor, { field: 'topic', topic: subject })
      return { kind: 'message', page: await topics.ask(subject, language) }
    },
    endTopic: async ({ subject, value, by }) => replaced(await topics.end(subject, value === 'now', by)),
    tellTopic: async ({ subject, by }) => replaced(await topics.tell(subject, by)),
  }
}
