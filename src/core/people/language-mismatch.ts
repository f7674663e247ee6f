import { LRUCache } from 'lru-cache'
import type { Language } from '../../knowledge/language.ts'

/** In how many messages in a row someone writes another language than they are spoken to in. */
export type LanguageMismatches = {
  /** Notes a message and says whether this is the third in a row in that other language. */
  readonly note: (person: string, written: Language, spoken: Language) => boolean
  readonly forget: (person: string) => void
}

/** Three messages in another language are no slip. */
const telling = 3

/** Far more than write within an hour; whoever was silent longest makes room. */
const mostPeople = 10_000

/** Counts in memory alone: a restart costs somebody two messages more until they are offered to switch. */
export function countMismatches(): LanguageMismatches {
  const mismatches = new LRUCache<string, { language: Language; times: number }>({ max: mostPeople })
  return {
    note(person, written, spoken) {
      const before = mismatches.get(person)
      if (written === spoken) {
        mismatches.delete(person)
        return false
      }
      const times = before?.language === written ? before.times + 1 : 1
      mismatches.set(person, { language: written, times })
      return times >= telling
    },
    forget: (person) => void mismatches.delete(person),
  }
}
