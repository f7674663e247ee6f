import { partWith } from '../../knowledge/joint-pack.ts'
import type { Language } from '../../knowledge/language.ts'
import { momentIn } from '../../knowledge/moments.ts'
import type { Entry, Pack } from '../../knowledge/pack.ts'
import { isDated, isOver } from '../answering/occurrences.ts'
import { ownChatOf, type Visitor } from '../pages/visitor.ts'
import { remindersOf } from '../stars/reminders.ts'
import { googleCalendarLink } from './google-calendar.ts'
import type { Marks } from './my-programme.ts'

/** How an entry stands in the visitor's own programme, and whether there is something left to remind of. */
export type OwnState = { readonly marked: boolean; readonly reminds: boolean; readonly remindable: boolean }

/** What there is room for under an answer, and what can be done with an entry. */
export type ButtonSpace = {
  readonly roomy: boolean
  /** Undefined for what can't be marked, or not any more. */
  readonly own: (entry: Entry) => OwnState | undefined
  /** Undefined for what can stand in no calendar, or is over. */
  readonly calendarLink: (entry: Entry, language: Language) => string | undefined
}

/** Longer addresses some servers refuse. */
const longestAnywhere = 1900

/** What may stand under an answer. Marks are for people in private; what is not known of counts as not marked. */
export function buttonSpaceFor(visitor: Visitor, pack: Pack, marks: Marks | undefined): ButtonSpace {
  const { roomy = false, longestLink = longestAnywhere, now } = visitor
  const isAhead = (entry: Entry): boolean =>
    isDated(entry) && !isOver(entry, momentIn(partWith(pack, entry).timeZone, now))
  return {
    roomy,
    own(entry) {
      if (!ownChatOf(visitor) || !isAhead(entry)) return undefined
      const mark = marks?.get(entry.id)
      const remindable = remindersOf(entry, partWith(pack, entry), now).length > 0
      return { marked: mark !== undefined, reminds: mark?.reminds ?? false, remindable }
    },
    calendarLink: (entry, language) =>
      isAhead(entry)
        ? googleCalendarLink(entry, partWith(pack, entry), language, { now, longest: longestLink })
        : undefined,
  }
}
