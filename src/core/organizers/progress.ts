import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Page } from '../pages/page.ts'
import type { Platform } from '../people/people.ts'
import type { Ledger, Watch } from '../mailing/ledger.ts'
import type { OrganizersChat } from './chat.ts'
import { reportOn } from '../announcements/report.ts'

/** How organizers are reached on a platform. */
export type Voice = {
  readonly platform: Platform
  /** Says something in private; returns where, or undefined if the person can't be reached. */
  readonly say: (person: string, page: Page) => Promise<Pick<Watch, 'chat' | 'message'> | undefined>
  /** Puts another page in the place of one. `gone`: that can't be done any more; `later`: perhaps the next time. */
  readonly change: (watch: Watch, page: Page) => Promise<'changed' | 'gone' | 'later'>
}

/** Often enough to see it move, and seldom enough to cost nothing. */
const everyMs = 2500

/** Keeps organizers informed on a platform until it is stopped: what happened, and how far sending is. Never rejects. */
export async function reportProgress({
  ledger,
  organizersChat,
  voice,
  now,
  log,
  stopping,
}: {
  readonly ledger: Ledger
  readonly organizersChat: OrganizersChat
  readonly voice: Voice
  readonly now: () => Date
  readonly log: Logger
  readonly stopping: AbortSignal
}): Promise<void> {
  const { platform } = voice
  const last = new Map<string, string>()
  while (!stopping.aborted) {
    try {
      for (const notice of await ledger.takeNotices(platform, now())) {
        const page = await organizersChat.pageFor(notice, now())
        // Who can't be reached now may be in a minute.
        if (!page || (await voice.say(notice.person, page))) await ledger.told(notice)
      }
      for (const watch of await ledger.watches(platform)) await refresh(watch)
    } catch (error) {
      if (!stopping.aborted) log.warn({ platform, err: error }, 'organizers not informed')
    }
    await pause(everyMs, undefined, { signal: stopping }).catch(() => {})
  }

  async function refresh(watch: Watch): Promise<void> {
    const announcement = await ledger.find(watch.announcement)
    const page = await organizersChat.pageFor(
      { platform, person: watch.person, about: 'announcement', subject: watch.announcement },
      now(),
    )
    if (!announcement || !page) return ledger.unwatch(watch)
    const key = `${watch.chat}/${watch.message}`
    const looks = JSON.stringify(page)
    if (last.get(key) === looks) return
    const result = await voice.change(watch, page)
    if (result === 'later') return
    last.set(key, looks)
    const { pending, correction, recall } = await reportOn(announcement, ledger)
    const over =
      ['sent', 'cancelled', 'recalled', 'draft'].includes(announcement.state) &&
      pending + (correction?.pending ?? 0) + (recall?.pending ?? 0) === 0
    if (result === 'changed' && !over) return
    last.delete(key)
    await ledger.unwatch(watch)
  }
}
