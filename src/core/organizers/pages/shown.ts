import type { Language } from '../../../knowledge/language.ts'
import type { AudienceShare, NamedReason } from '../../announcements/figure-store.ts'
import type { Who } from '../../mailing/act.ts'
import type { Topic } from '../../mailing/topic.ts'
import type { Hold } from '../../mailing/outbox.ts'
import type { Announcement } from '../../announcements/announcement.ts'
import type { Report } from '../../announcements/report.ts'
import type { Length } from '../../announcements/validate.ts'

/** An announcement with all that an organizer wants to know of it. */
export type Shown = {
  readonly announcement: Announcement
  readonly report: Report
  readonly audience: { readonly total: number; readonly shares: readonly AudienceShare[] }
  /** Groups and channels by name of which there is something to say, with that. */
  readonly named?: readonly NamedReason[]
  /** Those that there are or were. */
  readonly topics: readonly Topic[]
  readonly problems: readonly string[]
  /** How files and a text get to readers where that takes several messages. */
  readonly apart?: readonly Length[]
  /** Who proposed to send it, where a second organizer has to confirm that; and who confirmed it. */
  readonly proposer?: Who | undefined
  readonly sender?: Who | undefined
  /** Texts that look like another language than the one that they stand for. */
  readonly strange?: readonly { readonly written: Language; readonly looks: Language }[]
  readonly holds: readonly Hold[]
  /** Copies sent within the last `latelyMs`. */
  readonly sentLately: number
  /** The venue's: all times on pages are its times. */
  readonly timeZone: string
  readonly now: Date
}

/** Of how long the rate is told. */
export const latelyMs = 20_000
