import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { AnnouncementStore } from '../announcements/announcement-store.ts'
import type { FigureStore } from '../announcements/figure-store.ts'
import { reportOn } from '../announcements/report.ts'
import type { OrganizerNotice } from '../mailing/notices.ts'
import type { Pulse } from '../mailing/pulse.ts'
import type { Page } from '../pages/page.ts'
import type { Platform } from '../people/people.ts'
import type { OrganizersChat } from './chat.ts'
import type { Place, Watch } from './watch.ts'
import type { WatchedPages } from './watched-pages.ts'

/** How organizers are reached on a platform. */
export type Voice = {
  readonly platform: Platform
  /** Says something in private; returns where, or undefined if the person can't be reached. */
  readonly say: (person: string, page: Page) => Promise<Pick<Watch, 'chat' | 'message'> | undefined>
  /** Puts another page in the place of one. `gone`: that can't be done any more; `later`: perhaps the next time. */
  readonly change: (watch: Watch, page: Page) => Promise<'changed' | 'gone' | 'later'>
}

/** A notice that somebody is about to pass on. */
export type TakenNotice = OrganizerNotice & { readonly id: number }

/** Where notices wait to be passed on. */
export type NoticeInbox = {
  /** Hands out what is to be told on a platform, to one caller; again after a minute, unless it was told. */
  readonly take: (platform: Platform, now: Date) => Promise<TakenNotice[]>
  readonly told: (notice: TakenNotice) => Promise<void>
}

export type ProgressParts = {
  readonly announcements: Pick<AnnouncementStore, 'find'>
  readonly figures: Pick<FigureStore, 'tally'>
  readonly notices: NoticeInbox
  readonly watches: WatchedPages
  readonly organizersChat: Pick<OrganizersChat, 'pageFor'>
  readonly voice: Voice
  readonly pulse: Pulse
  readonly now: () => Date
  readonly log: Logger
  readonly stopping: AbortSignal
}

/** Often enough to see it move, and seldom enough to cost nothing. */
const everyMs = 2500

/** How often a page of what waits for its time is looked at without an act on it: destinations come and go. */
const waitingEveryMs = 5 * 60_000

/**
 * Keeps organizers informed on a platform until it is stopped: what happened, and how far sending is. Asks the store
 * for nothing while the pulse says that there is nothing to tell, and nothing new to show. Never rejects.
 */
export async function reportProgress(parts: ProgressParts): Promise<void> {
  const { notices, watches, organizersChat, voice, pulse, now, log, stopping } = parts
  const { platform } = voice
  const shown = new Map<string, string>()
  /** The latest act that pages of what waits take account of, and when they were looked at. */
  let looked: { readonly act: number | undefined; readonly at: number } = { act: undefined, at: 0 }
  const isNew = (act: number | undefined): boolean =>
    act !== undefined && (act !== looked.act || now().getTime() - looked.at >= waitingEveryMs)
  while (!stopping.aborted) {
    const agenda = await pulse.until(
      ({ organizers, waiting }) => organizers.includes(platform) || isNew(waiting[platform]),
      stopping,
    )
    if (!agenda || stopping.aborted) return
    try {
      for (const notice of await notices.take(platform, now())) {
        const page = await organizersChat.pageFor(notice, now())
        // Who can't be reached now may be in a minute.
        const place = page && (await voice.say(notice.person, page))
        if (!page || place) await notices.told(notice)
        if (place) await follow(notice, place, parts)
        // It is up to date: the same is not drawn again.
        if (place) shown.set(keyOf(place), JSON.stringify(page))
      }
      let all = true
      for (const watch of await watches.watches(platform)) all = (await refresh(watch, shown, parts)) && all
      if (all) looked = { act: agenda.waiting[platform], at: now().getTime() }
    } catch (error) {
      if (!stopping.aborted) log.warn({ platform, err: error }, 'organizers not informed')
    }
    await pause(everyMs, undefined, { signal: stopping }).catch(() => {})
  }
}

/** What was told anew goes on to be kept up to date in place of the page before, which says so. */
async function follow(
  { platform, person, about, subject: announcement }: TakenNotice,
  place: Place,
  { watches, voice, organizersChat, now }: ProgressParts,
): Promise<void> {
  if (about !== 'announcement') return
  for (const watch of await watches.watches(platform)) {
    if (watch.announcement !== announcement || watch.person !== person || watch.message === place.message) continue
    // First of all the new one, or whoever presses its buttons at once would not be known to look at it.
    await watches.watch({ ...place, announcement, platform, person })
    if (watch.chat !== place.chat) await watches.unwatch(watch)
    const page = await organizersChat.pageFor({ platform, person, about: 'moved', subject: announcement }, now())
    if (page) await voice.change(watch, page)
  }
}

/**
 * Shows how an announcement gets on, if that has changed since; ends the watch when nothing changes any more. False if
 * it could not be shown just now.
 */
async function refresh(
  watch: Watch,
  shown: Map<string, string>,
  { announcements, figures, watches, organizersChat, voice, now }: ProgressParts,
): Promise<boolean> {
  const { announcement: subject, platform, person, chat, message } = watch
  const announcement = await announcements.find(subject)
  const page = await organizersChat.pageFor({ platform, person, about: 'announcement', subject }, now())
  if (!announcement || !page) {
    await watches.unwatch(watch)
    return true
  }
  const key = keyOf({ chat, message })
  const looks = JSON.stringify(page)
  if (shown.get(key) === looks) return true
  // Somebody may have turned it over meanwhile, and be about to answer what it asks.
  const result = await watches.draw(watch, () => voice.change(watch, page))
  if (result === undefined) return true
  if (result === 'later') return false
  shown.set(key, looks)
  const { pending, correction, recall, publication } = await reportOn(announcement, figures)
  const over =
    ['sent', 'cancelled', 'recalled', 'draft'].includes(announcement.state) &&
    pending + (correction?.pending ?? 0) + (recall?.pending ?? 0) + (publication?.pending ?? 0) === 0
  if (result === 'changed' && !over) return true
  shown.delete(key)
  await watches.unwatch(watch)
  return true
}

function keyOf({ chat, message }: Place): string {
  return `${chat}/${message}`
}
