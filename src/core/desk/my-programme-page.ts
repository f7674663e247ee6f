import { partWith } from '../../knowledge/joint-pack.ts'
import { shortTitle } from '../../knowledge/pack-subject.ts'
import type { Language } from '../../knowledge/language.ts'
import { momentIn, type Moment } from '../../knowledge/moments.ts'
import { wordsIn, type Entry, type Pack } from '../../knowledge/pack.ts'
import { placeAt, placesAround } from '../../knowledge/places.ts'
import { titleOf } from '../answering/facts.ts'
import { formatDayOfWeek, formatSpan } from '../answering/format-dates.ts'
import { dayOf, formatHours } from '../answering/format-hours.ts'
import { isDated, isOver, slotMeant } from '../answering/occurrences.ts'
import type { Line } from '../answering/reply.ts'
import { say } from '../i18n.ts'
import { fact, text } from '../pages/lines.ts'
import { pageOf } from '../pages/page-of.ts'
import type { Button, Page } from '../pages/page.ts'
import type { Marks } from './my-programme.ts'

/** Two rows of numbers, which fit a phone and every platform. */
const perPage = 10
const perRow = 5

/** Something marked, with the time that its owner means now. */
type Item = {
  readonly language: Language
  readonly entry: Entry
  readonly reminds: boolean
  /** "Wednesday, 10 June 2026", "22–24 April 2026"; what is over has its own heading. */
  readonly heading: string
  readonly hours: string
  readonly from: Moment
  readonly isOver: boolean
  readonly place: string | undefined
  /** Whose it is, where there are several events. */
  readonly event: string | undefined
}

/**
 * What somebody has marked, by time, what is over last. Each has a number, by whose button it is told; on the page for
 * editing the same buttons take the marks away.
 */
export function myProgrammePage(
  marks: Marks,
  pack: Pack,
  language: Language,
  { now, page = 0, editing = false }: { readonly now: Date; readonly page?: number; readonly editing?: boolean },
): Page {
  const items = itemsOf(marks, pack, language, now)
  if (items.length === 0) {
    const topics: Button = { label: say(language, 'button.topics'), do: 'browse', page: 0 }
    return {
      language,
      lines: [fact(say(language, 'mine.title')), text(say(language, 'mine.empty'))],
      buttons: [[topics]],
    }
  }
  const { at, from, until, turns } = pageOf(items.length, { page, perPage, language }, (to) => ({
    do: 'mine',
    page: to,
    editing,
  }))
  const shown = items.slice(from, until)
  const numbers = shown.map(({ entry }, nth): Button => {
    const number = from + nth + 1
    return editing
      ? { label: `✕ ${number}`, do: 'drop', entry: entry.id, page: at }
      : { label: String(number), do: 'show', entry: entry.id }
  })
  return {
    language,
    lines: [
      fact(say(language, editing ? 'mine.edit' : 'mine.title')),
      ...shown.flatMap((item, nth) => linesOf(item, from + nth + 1, shown[nth - 1])),
      ...(editing ? [] : [text(say(language, 'mine.how'))]),
    ],
    buttons: [
      numbers.slice(0, perRow),
      numbers.slice(perRow),
      turns,
      editing
        ? [{ label: say(language, 'button.done'), do: 'mine' as const, page: at }]
        : [
            { label: say(language, 'button.calendarFile'), do: 'calendar' as const, which: 'mine' as const },
            { label: say(language, 'button.edit'), do: 'mine' as const, page: at, editing: true },
          ],
    ].filter((row) => row.length > 0),
  }
}

/** While nobody can tell what is in it. */
export function unreadProgrammePage(language: Language): Page {
  return {
    language,
    lines: [fact(say(language, 'mine.title')), text(say(language, 'mine.unread'))],
    buttons: [[{ label: say(language, 'button.mine'), do: 'mine', page: 0 }]],
  }
}

/** Entries of a pack that are marked and have a day. */
export function markedIn(marks: Marks, { entries }: Pack): Entry[] {
  return entries.filter((entry) => marks.has(entry.id) && isDated(entry))
}

function itemsOf(marks: Marks, pack: Pack, language: Language, now: Date): Item[] {
  const items = markedIn(marks, pack).map((entry) => itemOf(entry, marks, pack, language, now))
  const byTime = items.toSorted((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)))
  return [...byTime.filter(({ isOver }) => !isOver), ...byTime.filter(({ isOver }) => isOver)]
}

function itemOf(entry: Entry, marks: Marks, whole: Pack, language: Language, now: Date): Item {
  const pack = partWith(whole, entry)
  const moment = momentIn(pack.timeZone, now)
  const slot = slotMeant(entry, moment)
  const dates = entry.dates!
  const over = isOver(entry, moment)
  const [room] = placesAround(placeAt(slot, entry) ?? '', pack)
  const day = slot ? formatDayOfWeek(dayOf(slot), language) : formatSpan(dates, language)
  return {
    language,
    entry,
    reminds: marks.get(entry.id)!.reminds && !over,
    heading: over ? say(language, 'mine.over') : day,
    hours: [...(over ? [day] : []), ...(slot ? [formatHours(slot)] : [])].join(', '),
    from: slot?.from ?? dates.from,
    isOver: over,
    place: room && wordsIn(room.name, language),
    event: whole.parts && shortTitle(pack, language),
  }
}

function linesOf(
  { language, entry, hours, place, event, reminds, heading }: Item,
  number: number,
  above: Item | undefined,
): Line[] {
  const status = entry.status === undefined ? '' : ` [${say(language, `status.${entry.status}`).replace(/\.$/, '')}]`
  const words = [
    `${hours === '' ? '' : `${hours} `}${titleOf(entry, language)}${status}`,
    ...(place === undefined ? [] : [place]),
    ...(event === undefined ? [] : [event]),
  ]
  const line = `${number}. ${words.join(' – ')}${reminds ? ' ⏰' : ''}`
  return [...(above?.heading === heading ? [] : [fact(heading)]), text(line)]
}
