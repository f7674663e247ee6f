import type { Language } from '../../knowledge/language.ts'
import type { Kind } from '../mailing/destination.ts'
import type { Mailing } from '../mailing/mailing.ts'
import type { Policy } from '../mailing/policy.ts'
import { startUnder } from '../mailing/schedule.ts'
import type { Platform } from '../people/people.ts'

/** Routine is silent and waits out the night at the venue; urgent is loud and goes at once. */
export const urgencies = ['routine', 'urgent'] as const
export type Urgency = (typeof urgencies)[number]

/** Who receives it; what is absent does not limit. A destination that follows no topic in particular receives all. */
export type Audience = {
  readonly platforms?: readonly Platform[] | undefined
  readonly kinds?: readonly Kind[] | undefined
  readonly languages?: readonly Language[] | undefined
  readonly topics?: readonly string[] | undefined
}

/** What organizers have to say to many: a mailing to an audience, which they write, confirm and look after. */
export type Announcement = Mailing & {
  readonly audience: Audience
  readonly urgency: Urgency
  /** When organizers want it to start; as soon as it is confirmed, if undefined. */
  readonly sendAt: Date | undefined
}

/** How announcements behave on their way: somebody looks after them, so what is late or in trouble is asked about. */
export function policyOf(urgency: Urgency): Policy {
  const isUrgent = urgency === 'urgent'
  return {
    quietHours: isUrgent ? 'ignore' : 'wait',
    late: 'ask',
    sound: isUrgent ? 'loud' : 'silent',
    tell: 'author',
    trouble: 'pause',
    priority: urgency,
  }
}

/** When an announcement really starts, if it is due at a moment. */
export function startOf(due: Date, urgency: Urgency, timeZone: string): Date {
  return startUnder(policyOf(urgency), due, timeZone)
}
