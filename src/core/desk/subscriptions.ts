import type { Language } from '../../knowledge/language.ts'
import type { Pack } from '../../knowledge/pack.ts'
import { subscribesItself } from '../mailing/admission.ts'
import type { DestinationStore, StoredSubscription } from '../mailing/destination.ts'
import { currentTopics, longestTopic, topicsNamed } from '../mailing/topic.ts'
import type { TopicStore } from '../mailing/topic-store.ts'
import { say, type TextKey } from '../i18n.ts'
import type { ActionOf, Page } from '../pages/page.ts'
import type { Visitor } from '../pages/visitor.ts'
import type { PeopleStore } from '../people/people.ts'
import { notePage } from '../pages/note-page.ts'
import { message, replacement, type PressTable } from './press.ts'
import { subscribedPage } from './subscribed-page.ts'
import type { TopicsOffered } from './topics-offered.ts'

/** What is decided about announcements that come to a chat. Whether somebody may is for permissions.ts to say. */
export type Subscriptions = {
  /** `topics`: names separated by commas; none to leave it at what was chosen before, or at everything. */
  readonly subscribe: (visitor: Visitor, language: Language, topics?: string) => Promise<Page>
  readonly unsubscribe: (visitor: Visitor, language: Language) => Promise<Page>
  /** Follows a topic, or no longer; without one everything comes. */
  readonly follow: (visitor: Visitor, language: Language, choice: ActionOf<'follow'>) => Promise<Page>
  /** Fixes the languages of a group or channel. */
  readonly receive: (visitor: Visitor, language: Language, languages: readonly Language[]) => Promise<Page>
}

type SubscriptionParts = {
  readonly destinations: Pick<DestinationStore, 'find' | 'subscribe' | 'unsubscribe' | 'setLanguages' | 'choose'>
  readonly topics: Pick<TopicStore, 'all'>
  readonly people: Pick<PeopleStore, 'groupLanguage'>
  /** Names what the announcements are about; it may be replaced while we run. */
  readonly currentPack: () => Pack
}

/** Keeps them in the store; each act gives the page as it is then. */
export function openSubscriptions({ destinations, topics, people, currentPack }: SubscriptionParts): Subscriptions {
  return {
    async subscribe({ here, now }, language, words = '') {
      if (!here || !subscribesItself(here)) return notePage(language, say(language, 'subscription.notHere'))
      const [before, known] = await Promise.all([destinations.find(here), topics.all()])
      const { ids, unknown } = topicsNamed(wordsIn(words), known)
      // Who names no topic that there is keeps those of before, also of the time before they left.
      const chosen = ids.length > 0 ? { topics: ids } : {}
      const subscribed = await destinations.subscribe(
        { ...here, hint: language, languages: before?.languages, ...chosen },
        'active',
        now,
      )
      return pageOf(subscribed, { topics: known, unknown }, language)
    },
    async unsubscribe({ here, now }, language) {
      const ended = here
        ? await destinations.unsubscribe({ ...here, thread: here.thread ?? '' }, 'left', 'unsubscribed', now)
        : 0
      const key = ended === 0 ? noneKey(here) : endedKey(here)
      return notePage(language, say(language, key), [[subscribeButton(language)]])
    },
    follow: changing(async ({ id }, { topic, on = true }) => {
      if (topic === undefined) return destinations.choose(id, 'all')
      const known = await topics.all()
      // An old button may name what has been ended. Who chooses anew has seen which of theirs was.
      const ended = known.filter((one) => one.ended).map((one) => one.id)
      if (!currentTopics(known).some((one) => one.id === topic)) return undefined
      return destinations.choose(id, on ? { follow: [topic], leave: ended } : { follow: [], leave: [topic, ...ended] })
    }),
    receive: changing(({ id }, languages) => destinations.setLanguages(id, languages)),
  }

  /** What a group or server chose for all that comes to it counts before the language of its first day. */
  async function pageOf(subscribed: StoredSubscription, offered: TopicsOffered, language: Language): Promise<Page> {
    const { platform, kind, chat, group = chat, hint } = subscribed
    const ofGroup = kind === 'person' ? undefined : await people.groupLanguage({ platform, id: group })
    return subscribedPage({ ...subscribed, hint: ofGroup ?? hint }, offered, currentPack(), language)
  }

  /** The subscription after a change; only who is subscribed has something to change. */
  function changing<Choice>(change: (subscribed: StoredSubscription, choice: Choice) => Promise<undefined | void>) {
    return async ({ here }: Visitor, language: Language, choice: Choice): Promise<Page> => {
      const before = here && (await destinations.find(here))
      if (before?.standing !== 'active')
        return notePage(language, say(language, noneKey(here)), [[subscribeButton(language)]])
      await change(before, choice)
      const [after, known] = await Promise.all([destinations.find(here!), topics.all()])
      return pageOf(after!, { topics: known }, language)
    }
  }
}

/** The buttons with which somebody subscribes, says no more, and chooses topics and (for a chat) languages. */
export function subscriptionPresses({
  subscribe,
  unsubscribe,
  follow,
  receive,
}: Subscriptions): PressTable<'subscribe' | 'unsubscribe' | 'follow' | 'receive'> {
  return {
    subscribe: async (visitor, language) => message(language, await subscribe(visitor, language)),
    unsubscribe: async (visitor, language) => ({
      kind: 'changed',
      page: await unsubscribe(visitor, language),
      swaps: [{ from: { do: 'unsubscribe' }, to: subscribeButton(language) }],
    }),
    follow: async (visitor, language, choice) => replacement(language, await follow(visitor, language, choice)),
    receive: async (visitor, language, { languages }) =>
      replacement(language, await receive(visitor, language, languages)),
  }
}

function subscribeButton(language: Language) {
  return { label: say(language, 'button.subscribe'), do: 'subscribe' } as const
}

function noneKey(here: Visitor['here']): TextKey {
  return here?.kind === 'person' ? 'subscription.none' : 'subscription.noneHere'
}

function endedKey(here: Visitor['here']): TextKey {
  return here?.kind === 'person' ? 'subscription.ended' : 'subscription.endedHere'
}

/** More than anybody names, and longer than any is. */
const mostNamed = 20

function wordsIn(words: string): string[] {
  return words
    .split(',')
    .map((one) => one.trim().slice(0, longestTopic))
    .filter((one) => one !== '')
    .slice(0, mostNamed)
}
