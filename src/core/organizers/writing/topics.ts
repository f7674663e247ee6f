import type { Language } from '../../../knowledge/language.ts'
import type { Localised } from '../../../knowledge/pack.ts'
import { topicNotice } from '../../announcements/topic-notice.ts'
import type { Actor } from '../../announcements/done.ts'
import { nameTopic } from '../../announcements/name-topic.ts'
import { say, type TextKey } from '../../i18n.ts'
import { currentTopics, topicName, type Topic } from '../../mailing/topic.ts'
import type { TopicStore } from '../../mailing/topic-store.ts'
import { note } from '../../pages/lines.ts'
import { notePage } from '../../pages/note-page.ts'
import type { Page } from '../../pages/page.ts'
import { askTopicPage, endTopicPage, topicPage, topicsPage } from '../pages/topics.ts'

/** What organizers do with topics of announcements. Each act gives the page that shows what came of it. */
export type OrganizersTopics = {
  readonly list: (language: Language) => Promise<Page>
  readonly open: (id: string, language: Language) => Promise<Page>
  /** What to write for the names of a topic, or of a new one (""). */
  readonly ask: (id: string, language: Language) => Promise<Page>
  /** What a topic is called; undefined for one that is no more. */
  readonly names: (id: string) => Promise<Localised | undefined>
  /** Names a topic, or a new one (""); asks again for what are no names. `taken`: called if they were. */
  readonly name: (id: string, names: Localised, by: Actor, taken?: () => Promise<unknown>) => Promise<Page>
  /** Asks first; `sure`: ends it, and tells those who follow it. */
  readonly end: (id: string, sure: boolean, by: Actor) => Promise<Page>
  /** Tells those who follow it what it is called now. */
  readonly tell: (id: string, by: Actor) => Promise<Page>
}

/** What is shown is read anew each time: others name topics too. */
export function openTopics(store: TopicStore): OrganizersTopics {
  return {
    list,
    open: (id, language) => opened(id, language, (topic) => pageOf(topic, language)),
    async ask(id, language) {
      return id === ''
        ? askTopicPage(undefined, language)
        : opened(id, language, (topic) => Promise.resolve(askTopicPage(topic, language)))
    },
    names: async (id) => (await current(id))?.name,
    async name(id, names, { language, now }, taken) {
      const topic = await current(id)
      const again = (key: TextKey): Page => askTopicPage(topic, language, [note(say(language, key))])
      if (Object.values(names).length === 0) return again('organizers.noTopicNames')
      const named = await nameTopic(id, names, store, now)
      if (named.kind === 'taken') return again('organizers.topicThere')
      await taken?.()
      if (named.kind === 'tooMany') return list(language)
      return opened(named.id, language, (one) => pageOf(one, language))
    },
    end: (id, sure, by) =>
      opened(id, by.language, async (topic) => {
        if (!sure) return endTopicPage(topic, { following: await store.following() }, by.language)
        await store.end(id, topicNotice({ ...topic, ended: true }, by), by.now)
        const said = say(by.language, 'organizers.topicEnded', { name: topicName(topic, by.language) })
        return topicsPage(await followed(), by.language, [note(said)])
      }),
    tell: (id, by) =>
      opened(id, by.language, async (topic) => {
        if (topic.before) await store.tell(id, topicNotice(topic, by), by.now)
        return pageOf({ ...topic, before: undefined }, by.language)
      }),
  }

  async function list(language: Language): Promise<Page> {
    return topicsPage(await followed(), language)
  }

  async function current(id: string): Promise<Topic | undefined> {
    return currentTopics(await store.all()).find((one) => one.id === id)
  }

  async function pageOf(topic: Topic, language: Language): Promise<Page> {
    return topicPage(topic, { following: await store.following() }, language)
  }

  async function followed() {
    const [topics, following] = await Promise.all([store.all(), store.following()])
    return { topics, following }
  }

  /** The page of a topic, if it is there. */
  async function opened(id: string, language: Language, page: (topic: Topic) => Promise<Page>): Promise<Page> {
    const topic = await current(id)
    return topic ? page(topic) : notePage(language, say(language, 'organizers.topicGone'))
  }
}
