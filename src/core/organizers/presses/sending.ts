import type { AnnouncementCommands } from '../../announcements/commands.ts'
import type { Done } from '../../announcements/done.ts'
import type { OrganizerAct, Page } from '../../pages/page.ts'
import type { Corrections } from '../writing/corrections.ts'
import { haltPage, recallPage } from '../pages/stop.ts'
import { stampOf } from '../pages/stamp.ts'
import type { Views } from '../pages/views.ts'
import { restedFor } from './rest.ts'
import { pressedAfter, replaced, type AnnouncementPress, type ActTable, type Replaced } from './press.ts'

type Act = Extract<
  OrganizerAct,
  | 'confirm'
  | 'send'
  | 'halt'
  | 'cancel'
  | 'pause'
  | 'resume'
  | 'correctNow'
  | 'recall'
  | 'remove'
  | 'retry'
  | 'repeat'
  | 'publish'
>

/** What sends, stops and changes copies. What can't be undone is asked about first. */
export function sendingPresses({
  commands,
  corrections,
  views,
}: {
  readonly commands: Pick<
    AnnouncementCommands,
    'find' | 'send' | 'cancel' | 'pause' | 'resume' | 'recall' | 'retry' | 'publishAgain'
  >
  readonly corrections: Pick<Corrections, 'confirm'>
  readonly views: Pick<Views, 'shown' | 'announcement' | 'confirmation' | 'after'>
}): ActTable<Act, AnnouncementPress> {
  return {
    confirm: async (press) => replaced(await confirmation(press)),
    async send(press) {
      const { announcement, subject, language, by, value } = press
      // What was confirmed is what is sent: not what somebody has made of it since.
      const seen = stampOf(await views.shown(announcement, language, by.now))
      if (value === seen) return watched(press, await commands.send(subject, by))
      return replaced(await confirmation(press, value))
    },
    halt: (press) => asking(press, haltPage),
    cancel: async (press) => pressedAfter(await commands.cancel(press.subject, press.by), press, views),
    pause: async (press) => pressedAfter(await commands.pause(press.subject, press.by), press, views),
    resume: async (press) => watched(press, await commands.resume(press.subject, press.by)),
    async correctNow(press) {
      const { visitor, subject, language, by, value } = press
      const done = await corrections.confirm(visitor, subject, value, by)
      if (!done) return replaced(await views.announcement(subject, language, by.now))
      // What rested for it goes on with the new text.
      const goesOn = done.kind === 'done' && done.announcement.pause?.why === 'deciding'
      return watched(press, goesOn ? await commands.resume(subject, by) : done)
    },
    recall: (press) => asking(press, recallPage),
    remove: async (press) => watched(press, await commands.recall(press.subject, press.by)),
    retry: async (press) => watched(press, await commands.retry(press.subject, press.by)),
    publish: async (press) => watched(press, await commands.publishAgain(press.subject, press.by)),
    repeat: async (press) => watched(press, await commands.retry(press.subject, press.by, true)),
  }

  /** Asks about what goes to many, while nobody gets it. */
  async function asking(press: AnnouncementPress, page: typeof haltPage): Promise<Replaced> {
    const { language, by } = press
    return replaced(page(await views.shown(await restedFor(press, commands), language, by.now), language))
  }

  /** `stamp`: of what was seen before. */
  function confirmation({ announcement, language, by }: AnnouncementPress, stamp?: string): Promise<Page> {
    return views.confirmation(announcement, language, by.now, { viewer: by.who, stamp })
  }

  function watched(press: AnnouncementPress, done: Done): Promise<Replaced> {
    return pressedAfter(done, press, views, { more: true })
  }
}
