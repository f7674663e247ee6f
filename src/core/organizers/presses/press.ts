import type { Language } from '../../../knowledge/language.ts'
import type { Actor, Done } from '../../announcements/done.ts'
import type { Announcement } from '../../announcements/announcement.ts'
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

/** Whether the page goes on to show how the announcement gets on. */
type Watching = { readonly watch: boolean }

/** The announcement after an act, in place; or in passing, why the act was refused. */
export async function pressedAfter(
  done: Done,
  { subject, language, by: { now } }: OrganizerPress,
  views: Pick<Views, 'after'>,
  { watch }: Watching = { watch: false },
): Promise<Replaced> {
  const page = await views.after(done, subject, language, now)
  if (done.kind === 'refused') return { kind: 'notice', page }
  return { kind: 'replacement', page, ...(watch ? { watch: subject } : {}) }
}
