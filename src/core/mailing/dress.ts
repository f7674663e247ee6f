import { copyFor, recallNotice } from './copy.ts'
import type { Courier } from './courier.ts'
import type { Delivery } from './delivery.ts'
import { feetOf, readerOf, type Addressed, type EventName } from './foot.ts'
import type { Mailing } from './mailing.ts'

/** More than any mailing has versions and combinations of languages; what is forgotten is dressed again. */
const mostKept = 100

export type Dresser<Part> = {
  /** `messages`: see Courier. */
  readonly dressed: (mailing: Mailing, delivery: Addressed, messages?: number) => readonly Part[]
  readonly notice: (delivery: Pick<Delivery, 'languages'>, now: Date) => Part
}

/**
 * Dresses the copies of mailings for a platform, each once for all destinations that read the same. Copies tell times
 * of the venue, and for which event they are sent: as that is at the moment.
 */
export function createDresser<Part>(
  { dress }: Pick<Courier<Part>, 'dress'>,
  { timeZone, eventName }: { readonly timeZone: () => string; readonly eventName: EventName },
): Dresser<Part> {
  const kept = new Map<string, readonly Part[]>()
  return {
    dressed(mailing, delivery, messages) {
      const { languages } = delivery
      if (kept.size > mostKept) kept.clear()
      const zone = timeZone()
      const feet = feetOf(mailing, readerOf(delivery), eventName)
      const key = [mailing.id, mailing.version, languages.join(), messages, zone, feet[0]?.text].join(' ')
      return kept.getOrInsertComputed(key, () => dress({ ...copyFor(mailing, languages, zone), feet }, messages))
    },
    notice: ({ languages }, now) => dress(recallNotice(languages, now, timeZone()))[0]!,
  }
}
