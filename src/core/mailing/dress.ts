import { copyFor, recallNotice } from './copy.ts'
import type { Courier } from './courier.ts'
import type { Delivery } from './delivery.ts'
import type { Mailing } from './mailing.ts'

/** More than any mailing has versions and combinations of languages; what is forgotten is dressed again. */
const mostKept = 100

export type Dresser<Part> = {
  readonly dressed: (mailing: Mailing, delivery: Pick<Delivery, 'languages'>) => readonly Part[]
  readonly notice: (delivery: Pick<Delivery, 'languages'>, now: Date) => Part
}

/**
 * Dresses the copies of mailings for a platform, each once for all destinations that read the same languages. Copies
 * tell times of the venue: `timeZone` is that at the moment.
 */
export function createDresser<Part>({ dress }: Pick<Courier<Part>, 'dress'>, timeZone: () => string): Dresser<Part> {
  const kept = new Map<string, readonly Part[]>()
  return {
    dressed(mailing, { languages }) {
      if (kept.size > mostKept) kept.clear()
      const zone = timeZone()
      const key = `${mailing.id} ${mailing.version} ${languages.join()} ${zone}`
      return kept.getOrInsertComputed(key, () => dress(copyFor(mailing, languages, zone)))
    },
    notice: ({ languages }, now) => dress(recallNotice(languages, now, timeZone()))[0]!,
  }
}
