import type { Language } from '../../knowledge/language.ts'
import { wordsIn, type Pack } from '../../knowledge/pack.ts'
import { placeAt } from '../../knowledge/places.ts'
import { say } from '../i18n.ts'
import { titleOf } from './facts.ts'
import { formatDayOfWeek, formatWeekday } from './format-dates.ts'
import { dayOf, formatHours } from './format-hours.ts'
import { personOf, type Occurrence } from './occurrences.ts'
import type { Line, Told } from './reply.ts'

/** A phone screen holds about as many. */
const onPage = 12

type Telling = { readonly pack: Pack; readonly language: Language }

/**
 * Sessions under a line that says what they are: hours, title, room, speakers; the day before each where there are
 * several. What a page can't hold is kept for whoever wants more.
 */
export function tellOccurrences(found: readonly Occurrence[], header: string, telling: Telling): Told {
  const days = new Set(found.map(({ slot }) => dayOf(slot)))
  const items = found.map((one): Line => ({ kind: 'item', text: occurrenceText(one, telling, days.size > 1) }))
  const entries = [...new Set(found.slice(0, onPage).map(({ entry }) => entry.id))]
  return { ...page([{ kind: 'fact', text: header }], items, telling.language), entries }
}

/** The first lines of some with what is left of them. */
export function page(above: readonly Line[], items: readonly Line[], language: Language): Omit<Told, 'entries'> {
  const rest = items.slice(onPage)
  if (rest.length === 0) return { lines: [...above, ...items] }
  const more: Line = { kind: 'note', text: say(language, 'programme.more', { count: rest.length }) }
  return { lines: [...above, ...items.slice(0, onPage), more], rest }
}

/** "Friday, 12 June 2026: 17" where all are of one day, else how many there are. */
export function headerOf(found: readonly Occurrence[], language: Language): string {
  const days = [...new Set(found.map(({ slot }) => dayOf(slot)))]
  const count = found.length
  if (days.length !== 1) return say(language, 'programme.found', { count })
  return say(language, 'programme.onDay', { day: formatDayOfWeek(days[0]!, language), count })
}

/** "11:30–12:15 Postgres at Altitude – Hall B – Marat Zhunusov". */
function occurrenceText({ entry, slot }: Occurrence, { pack, language }: Telling, withDay: boolean): string {
  const place = pack.places.get(placeAt(slot, entry) ?? '')
  const persons = [...entry.speakers, ...(entry.speakers.length > 0 ? [] : entry.chairs)].flatMap((id) => {
    const person = personOf(id, pack)
    return person ? [titleOf(person, language)] : []
  })
  const status = entry.status === undefined ? '' : ` [${say(language, `status.${entry.status}`).replace(/\.$/, '')}]`
  const when = withDay ? `${formatWeekday(dayOf(slot), language)}, ${formatHours(slot)}` : formatHours(slot)
  const parts = [
    `${when} ${titleOf(entry, language)}${status}`,
    ...(place ? [wordsIn(place.name, language) ?? []] : []).flat(),
    ...(persons.length > 0 ? [persons.join(', ')] : []),
  ]
  return parts.join(' – ')
}
