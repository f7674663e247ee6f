import type { Language } from '../../knowledge/language.ts'
import type { Pack } from '../../knowledge/pack.ts'
import { subscribesItself } from '../mailing/admission.ts'
import type { DestinationStore } from '../mailing/destination.ts'
import { say, type TextKey } from '../i18n.ts'
import type { Page } from '../pages/page.ts'
import type { Visitor } from '../pages/visitor.ts'
import { notePage } from '../pages/note-page.ts'
import { message, replacement, type PressTable } from './press.ts'
import { subscribedPage } from './subscribed-page.ts'

/** What is decided about announcements that come to a chat. Whether somebody may is for permissions.ts to say. */
export type Subscriptions = {
  /** `topics`: words separated by commas; none for everything. */
  readonly subscribe: (visitor: Visitor, language: Language, topics?: string) => Promise<Page>
  readonly unsubscribe: (visitor: Visitor, language: Language) => Promise<Page>
  /** Fixes the languages of a group or channel. */
  readonly receive: (visitor: Visitor, language: Language, languages: readonly Language[]) => Promise<Page>
}

/** More words than anybody follows. */
const mostTopics = 10

/** `currentPack`: names what the announcements are about; it may be replaced while we run. */
export function openSubscriptions(
  destinations: Pick<DestinationStore, 'find' | 'subscribe' | 'unsubscribe' | 'setLanguages'>,
  currentPack: () => Pack,
): Subscriptions {
  return {
    async subscribe({ here, now }, language, topics = '') {
      if (!here || !subscribesItself(here)) return notePage(language, say(language, 'subscription.notHere'))
      const before = await destinations.find(here)
      // Whoever subscribes once more, by a button without words, keeps the topics that they chose.
      const kept = before?.standing === 'active' ? before.topics : undefined
      const followed = topics.trim() === '' ? (kept ?? []) : topicsIn(topics)
      const subscribed = await destinations.subscribe(
        { ...here, hint: language, languages: before?.languages, topics: followed },
        'active',
        now,
      )
      return subscribedPage(subscribed, currentPack(), language)
    },
    async unsubscribe({ here, now }, language) {
      const ended = here
        ? await destinations.unsubscribe({ ...here, thread: here.thread ?? '' }, 'left', 'unsubscribed', now)
        : 0
      const key = ended === 0 ? noneKey(here) : endedKey(here)
      return notePage(language, say(language, key), [[subscribeButton(language)]])
    },
    async receive({ here }, language, languages) {
      const subscribed = here && (await destinations.find(here))
      if (subscribed?.standing !== 'active') return notePage(language, say(language, noneKey(here)))
      await destinations.setLanguages(subscribed.id, languages)
      return subscribedPage({ ...subscribed, languages }, currentPack(), language)
    },
  }
}

/** The buttons with which somebody subscribes and says no more, and a group or channel chooses its languages. */
export function subscriptionPresses({
  subscribe,
  unsubscribe,
  receive,
}: Subscriptions): PressTable<'subscribe' | 'unsubscribe' | 'receive'> {
  return {
    subscribe: async (visitor, language) => message(language, await subscribe(visitor, language)),
    unsubscribe: async (visitor, language) => ({
      kind: 'changed',
      page: await unsubscribe(visitor, language),
      swaps: [{ from: { do: 'unsubscribe' }, to: subscribeButton(language) }],
    }),
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

function topicsIn(words: string): string[] {
  return [
    ...new Set(
      words
        .toLowerCase()
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== '' && one.length <= 40),
    ),
  ].slice(0, mostTopics)
}
