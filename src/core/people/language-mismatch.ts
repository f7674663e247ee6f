import type { Language } from '../../knowledge/language.ts'

/** In how many messages in a row someone writes another language than they are spoken to in. */
export type LanguageMismatches = {
  /** Notes a message and says whether this is the third in a row in that other language. */
  readonly note: (person: string, written: Language, spoken: Language) => boolean
  readonly forget: (person: string) => void
}

/** Three messages in another language are no slip (issue of the Telegram bot, 6). */
const telling = 3

/** Far more than write within an hour; the oldest make room. */
const mostPeople = 10_000

export function countMismatches(): LanguageMismatches {
  const mismatches = new Map<string, { language: Language; times: number }>()
  return {
    note(person, written, spoken) {
      const before = mismatches.get(person)
      mismatches.delete(person)
      if (written === spoken) return false
      const times = before?.language === written ? before.times + 1 : 1
      mismatches.set(person, { language: written, times })
      if (mismatches.size > mostPeople) mismatches.delete(mismatches.keys().next().value!)
      return times >= telling
    },
    forget: (person) => void mismatches.delete(person),
  }
}
