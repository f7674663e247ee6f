import type { Announcement } from './announcement.ts'
import type { AnnouncementStore } from './announcement-store.ts'
import { changed, refused, type Actor, type Done } from './done.ts'
import type { AudienceShare, FigureStore } from './figure-store.ts'
import { topicName } from '../mailing/topic.ts'
import type { TopicStore } from '../mailing/topic-store.ts'
import type { Organizers } from '../mailing/notices.ts'
import { say } from '../i18n.ts'
import { lostTopics } from './topics-of.ts'
import { problemsIn, type Measure } from './validate.ts'

/** What organizers' acts are carried out with. */
export type Tools = {
  readonly announcements: Pick<
    AnnouncementStore,
    'create' | 'find' | 'acts' | 'change' | 'correct' | 'remove' | 'retry' | 'republish'
  >
  readonly figures: Pick<FigureStore, 'count' | 'shapes'>
  readonly topics: Pick<TopicStore, 'all'>
  readonly measures: readonly Measure[]
  /** Two pairs of eyes: above so many destinations, if that is set; and whom to tell what others do. */
  readonly approval?: Approval | undefined
  /** The venue's at the moment: asked at each act, since another pack may take over meanwhile. */
  readonly timeZone: () => string
}

/** Who is told when somebody sends, and above how many destinations a second organizer confirms (0 for never). */
export type Approval = { readonly above: number; readonly organizers: Organizers }

/** Whom an announcement would come to. */
export type Reach = { readonly total: number; readonly shares: readonly AudienceShare[] }

/** Why an announcement can't be sent as it is, in the language of whoever asks. */
export async function problemsOf(
  announcement: Announcement,
  { measures, timeZone, topics }: Tools,
  { language, now }: Pick<Actor, 'language' | 'now'>,
): Promise<string[]> {
  // What is out goes to nobody else: there it is too late to choose.
  const chosen = announcement.startedAt ? undefined : announcement.audience.topics
  const lost = chosen ? lostTopics(announcement, await topics.all()) : []
  return [
    ...problemsIn(announcement, measures, { language, now, timeZone: timeZone() }),
    ...lost.map((topic) =>
      say(language, 'problem.topic', { name: typeof topic === 'string' ? topic : topicName(topic, language) }),
    ),
  ]
}

/** Whom an announcement would come to at present. */
export async function reachOf({ audience }: Announcement, { figures }: Tools): Promise<Reach> {
  const shares = await figures.count(audience)
  return { shares, total: shares.reduce((sum, { count }) => sum + count, 0) }
}

/** Makes a change of an announcement that is there and fits; else it is refused. */
export async function within(
  id: string,
  { announcements }: Tools,
  fits: (announcement: Announcement) => boolean,
  change: (announcement: Announcement) => Promise<Announcement | undefined>,
): Promise<Done> {
  const announcement = await announcements.find(id)
  if (!announcement) return refused('unknown')
  return fits(announcement) ? changed(announcement, await change(announcement)) : refused('state', announcement)
}
