import type { Language } from '../../../knowledge/language.ts'
import type { Actor, Done } from '../../announcements/done.ts'
import type { Announcement } from '../../announcements/announcement.ts'
import type { State } from '../../mailing/mailing.ts'
import type { OrganizerAct, Page, Pressed } from '../../pages/page.ts'
import type { Acted } from '../../pages/turns-over.ts'
import type { Visitor } from '../../pages/visitor.ts'
import type { Views } from '../pages/views.ts'

/** A button that an organizer pressed. */
export type OrganizerPress = {
  readonly visitor: Visitor
  readonly language: Language
  readonly by: Actor
  /** The id of an announcement or of a chat, or "" for none. */
  readonly subject: string
  /** What the act needs to know besides: a language, a stamp, a number. */
  readonly value: string | undefined
}

/** A press that concerns an announcement, which was found. */
export type AnnouncementPress = OrganizerPress & { readonly announcement: Announcement }

/** What is done for each of some acts. */
export type ActTable<Act extends OrganizerAct, P extends OrganizerPress> = {
  readonly [act in Act]: (press: P) => Promise<Acted<act>>
}

/** Another page in the place of the one pressed, or in passing, why there is none. */
export type Replaced = Extract<Pressed, { kind: 'replacement' | 'notice' }>

/** Another page in the place of the one pressed. */
export function replaced(page: Page): Replaced {
  return { kind: 'replacement', page }
}

/** The page of an announcement that goes on to show how it gets on, as long as there is more to come. */
export function kept(page: Page, { id, state }: Pick<Announcement, 'id' | 'state'>, more = false): Replaced {
  return { kind: 'replacement', page, ...(more || moving.has(state) ? { watch: id } : {}) }
}

/** States that end by themselves, or by what another organizer does. */
const moving: ReadonlySet<State> = new Set(['scheduled', 'sending', 'paused'])

/** The announcement after an act, in place; or in passing, why it was refused. `more`: copies are to be changed. */
export async function pressedAfter(
  done: Done,
  { subject, language, by: { now } }: OrganizerPress,
  views: Pick<Views, 'after'>,
  { more }: { readonly more: boolean } = { more: false },
): Promise<Replaced> {
  const page = await views.after(done, subject, language, now)
  return done.kind === 'refused' ? { kind: 'notice', page } : kept(page, done.announcement, more)
}
