import { languages as all, type Language } from '../../knowledge/language.ts'
import type { Pack } from '../../knowledge/pack.ts'
import { subscribesItself } from '../mailing/admission.ts'
import type { DestinationStore, StoredSubscription } from '../mailing/destination.ts'
import { namesOf, say } from '../i18n.ts'
import type { Button, Page } from '../pages/page.ts'
import type { Visitor } from '../pages/visitor.ts'
import { subjectName } from './welcome.ts'
import { notePage } from '../pages/note-page.ts'

/** What people and administrators decide about announcements that come to a chat. Whether they may is for permissions.ts to say. */
export type Subscriptions = {
  /** `topics`: words parted by commas; none for everything. */
  readonly subscribe: (visitor: Visitor, language: Language, topics?: string) => Promise<Page>
  readonly unsubscribe: (visitor: Visitor, language: Language) => Promise<Page>
  /** Fixes the languages of a group or channel. */
  readonly receive: (visitor: Visitor, language: Language, languages: readonly Language[]) => Promise<Page>
}

/** More words than anybody follows. */
const mostTopics = 10

export function openSubscriptions(destinations: DestinationStore, pack: Pack): Subscriptions {
  return {
    async subscribe({ here, now }, language, topics = '') {
      if (!here || !subscribesItself(here)) return notePage(language, say(language, 'subscription.notHere'))
      const before = await destinations.find(here)
      const followed = topicsIn(topics)
      const subscribed = await destinations.subscribe(
        { ...here, hint: language, languages: before?.languages, topics: followed },
        'active',
        now,
      )
      return subscribedPage(subscribed, pack, language)
    },
    async unsubscribe({ here, now }, language) {
      const ended = here
        ? await destinations.unsubscribe({ ...here, thread: here.thread ?? '' }, 'left', 'unsubscribed', now)
        : 0
      const key =
        ended === 0 ? 'subscription.none' : here?.kind === 'person' ? 'subscription.ended' : 'subscription.endedHere'
      return notePage(language, say(language, key), [[{ label: say(language, 'button.subscribe'), do: 'subscribe' }]])
    },
    async receive({ here }, language, languages) {
      const subscribed = here && (await destinations.find(here))
      if (subscribed?.standing !== 'active') return notePage(language, say(language, 'subscription.none'))
      await destinations.setLanguages(subscribed.id, languages)
      return subscribedPage({ ...subscribed, languages }, pack, language)
    },
  }
}

/** Who writes here from now on, in which language, and how to end it: what is not said at once is taken for spam. */
function subscribedPage(
  { kind, languages, hint, topics = [] }: StoredSubscription,
  pack: Pack,
  language: Language,
): Page {
  const subject = subjectName(pack, language)
  const inPrivate = kind === 'person'
  const spoken = languages ?? [inPrivate ? language : hint]
  return {
    language,
    lines: [
      { kind: 'fact', text: say(language, inPrivate ? 'subscription.person' : 'subscription.here', { subject }) },
      { kind: 'text', text: say(language, 'subscription.languages', { languages: namesOf(spoken) }) },
      ...(topics.length > 0
        ? [{ kind: 'text' as const, text: say(language, 'subscription.topics', { topics: topics.join(', ') }) }]
        : []),
      { kind: 'text', text: say(language, inPrivate ? 'subscription.stop' : 'subscription.stopHere') },
    ],
    buttons: inPrivate
      ? [[{ label: say(language, 'button.unsubscribe'), do: 'unsubscribe' }]]
      : languageChoices(language),
  }
}

/** Each language alone, or all of them in one post. */
function languageChoices(language: Language): Button[][] {
  return [
    all.map((one) => ({ label: say(one, 'language.name'), do: 'receive', languages: [one] })),
    [{ label: say(language, 'subscription.all'), do: 'receive', languages: all }],
  ]
}

function topicsIn(text: string): string[] {
  return [
    ...new Set(
      text
        .toLowerCase()
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== '' && one.length <= 40),
    ),
  ].slice(0, mostTopics)
}
