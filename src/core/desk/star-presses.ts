import { partWith } from '../../knowledge/joint-pack.ts'
import type { Language } from '../../knowledge/language.ts'
import type { Assistant } from '../answering/assistant.ts'
import { formatWeekday } from '../answering/format-dates.ts'
import { say } from '../i18n.ts'
import { notePage } from '../pages/note-page.ts'
import type { Pressed } from '../pages/page.ts'
import { ownChatOf, type Visitor } from '../pages/visitor.ts'
import { remindersOf } from '../stars/reminders.ts'
import { venueDay, venueTime } from '../time/venue.ts'
import { markButton, remindButton } from './answer-page.ts'
import type { MyProgramme } from './my-programme.ts'
import { notice, stale, type PressTable } from './press.ts'

type Parts = { readonly assistant: Pick<Assistant, 'pack' | 'entry'>; readonly mine: MyProgramme }

type Changed = Extract<Pressed, { kind: 'changed' | 'notice' }>

/** More moments than that nobody reads in passing. */
const mostTold = 3

/**
 * The buttons that mark an entry in somebody's own programme, and remind of it. One press does all that is needed: to
 * be reminded is to have it marked; a mark reminds, as long as there is something left to remind of.
 */
export function starPresses(parts: Parts): PressTable<'star' | 'unstar' | 'remind' | 'unremind'> {
  const { assistant, mine } = parts
  return {
    star: (visitor, language, { entry: id }) => mark(visitor, language, { id, by: 'star' }, parts),
    remind: (visitor, language, { entry: id }) => mark(visitor, language, { id, by: 'remind' }, parts),
    async unremind(visitor, language, { entry: id }) {
      const own = ownChatOf(visitor)
      const { pack } = assistant
      const entry = assistant.entry(id)
      if (!entry || !own) return stale(language)
      const isMarked = await mine.silence(own, entry.id, pack)
      const swaps = [
        { from: { do: 'unremind' as const, entry: id }, to: remindButton(id, false, language) },
        ...(isMarked ? [] : [{ from: { do: 'unstar' as const, entry: id }, to: markButton(id, false, language) }]),
      ]
      return {
        kind: 'changed',
        page: notePage(language, say(language, isMarked ? 'star.remindsNot' : 'star.removed')),
        swaps,
      }
    },
    async unstar(visitor, language, { entry: id }) {
      const own = ownChatOf(visitor)
      if (!own) return stale(language)
      const { pack } = assistant
      const entry = assistant.entry(id)
      await mine.unmark(own, entry?.id ?? id, pack)
      const remindable = entry !== undefined && remindersOf(entry, partWith(pack, entry), visitor.now).length > 0
      const swaps = [
        { from: { do: 'unstar' as const, entry: id }, to: markButton(id, false, language) },
        { from: { do: 'unremind' as const, entry: id }, ...(remindable && { to: remindButton(id, false, language) }) },
      ]
      return { kind: 'changed', page: notePage(language, say(language, 'star.removed')), swaps }
    },
  }
}

/** Marks an entry with all its reminders. */
async function mark(
  visitor: Visitor,
  language: Language,
  { id, by }: { readonly id: string; readonly by: 'star' | 'remind' },
  { assistant, mine }: Parts,
): Promise<Changed> {
  // Both at once: the pack may be replaced while the store is asked.
  const { pack } = assistant
  const entry = assistant.entry(id)
  if (!entry) return stale(language)
  const own = ownChatOf(visitor)
  if (!own) return notice(language, say(language, 'star.inPrivate'))
  const { now } = visitor
  const part = partWith(pack, entry)
  if (by === 'remind' && remindersOf(entry, part, now).length === 0)
    return notice(language, say(language, 'reminder.over'))
  const moments = await mine.mark(own, entry, { pack, language, now })
  return {
    kind: 'changed',
    page: notePage(language, addedText(moments, part.timeZone, language)),
    swaps: [
      { from: { do: 'star', entry: id }, to: markButton(id, true, language) },
      ...(moments.length > 0
        ? [{ from: { do: 'remind' as const, entry: id }, to: remindButton(id, true, language) }]
        : []),
    ],
  }
}

function addedText(moments: readonly Date[], timeZone: string, language: Language): string {
  if (moments.length === 0) return say(language, 'star.added')
  const times = moments.slice(0, mostTold).map((moment) => momentText(moment, timeZone, language))
  return say(language, 'star.reminds', { times: times.join('; ') + (moments.length > mostTold ? ' …' : '') })
}

/** "Wed 10 Jun, 09:45". */
function momentText(moment: Date, timeZone: string, language: Language): string {
  return `${formatWeekday(venueDay(moment, timeZone), language)}, ${venueTime(moment, timeZone).slice(11)}`
}
