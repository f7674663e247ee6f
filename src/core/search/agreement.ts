import { daysIn, type Span } from '../../knowledge/dates.ts'
import { placesAround, placesOfTerm } from '../../knowledge/places.ts'
import type { Entry, Pack } from '../../knowledge/pack.ts'
import type { DateMention } from '../understanding/date-mention.ts'
import { countsDays } from '../understanding/counted-days.ts'
import { fitsSpan } from '../understanding/fits-span.ts'
import type { Question } from '../understanding/question.ts'

/** Something that a question states of its subject and an entry's typed data can confirm or deny. */
export type Check = {
  readonly property: 'place' | 'date' | 'duration' | 'ordinal' | 'number' | 'organisation'
  readonly holds: boolean
  /** Whether it names a day, which few entries share. */
  readonly precise: boolean
  /** Whether it names a part of the world, which most things may be about without being there. */
  readonly isAround?: boolean
  /** The words of the question that state it: [from, to). */
  readonly from: number
  readonly to: number
}

/** What the entry's typed data say of the question's mentions. What an entry leaves open is neither true nor false. */
export function checksOf(question: Question, entry: Entry, pack: Pack): Check[] {
  return [
    ...placeChecks(question, entry, pack),
    ...dateChecks(question, entry),
    ...dayChecks(question, entry),
    ...durationChecks(question, entry),
    ...numeralChecks(question, entry),
    ...organisationChecks(question, entry),
  ]
}

function isWithin(id: string, place: string, pack: Pack): boolean {
  return placesAround(id, pack).some((one, at) => at > 0 && one.id === place)
}

/** A list of organisations is seldom complete: being on it proves something, not being on it nothing. */
function organisationChecks({ names }: Question, { organisations, members }: Entry): Check[] {
  return names.flatMap(({ things, from, to }) => {
    const named = things.some(
      ({ kind, id }) => kind === 'organisation' && (organisations.includes(id) || members.includes(id)),
    )
    return named ? [{ property: 'organisation' as const, holds: true, precise: false, from, to }] : []
  })
}

function placeChecks({ names }: Question, entry: Entry, pack: Pack): Check[] {
  const place = entry.place
  if (place === undefined) return []
  const around = new Set(placesAround(place, pack).map((one) => one.id))
  return names.flatMap(({ things, from, to }) => {
    // A part of the world proves something; what is said of one may be held elsewhere.
    const isAround = things.some(
      ({ kind, id }) => kind === 'term' && placesOfTerm(id, pack).some((one) => around.has(one)),
    )
    if (isAround) return [{ property: 'place' as const, holds: true, precise: false, isAround, from, to }]
    const places = things.filter(({ kind }) => kind === 'place')
    if (places.length === 0 || places.length < things.length) return []
    // Of what is known by its country only, any city of the country may be right, and of a building any room.
    if (places.some(({ id }) => isWithin(id, place, pack))) return []
    return [{ property: 'place' as const, holds: places.some(({ id }) => around.has(id)), precise: false, from, to }]
  })
}

function dateChecks({ dates }: Question, entry: Entry): Check[] {
  return dates.flatMap((mention) => {
    const holds = entry.dates && fitsSpan(mention, entry.dates) && isWhole(mention, entry.dates)
    return holds === undefined
      ? []
      : [
          {
            property: 'date' as const,
            holds,
            precise: mention.first.day !== undefined,
            from: mention.from,
            to: mention.to,
          },
        ]
  })
}

/** "Is it on the 24th, too?", of what lasts from the 22nd to the 23rd and has no number of its own. */
function dayChecks(
  { numerals, names, asked, continues }: Question,
  { dates, ordinal, ordinals, numbers }: Entry,
): Check[] {
  const isWhether = asked.has('yes-no') || (asked.has('whether') && !continues)
  if (!isWhether || dates?.precision !== 'day' || dates.from.slice(0, 7) !== dates.to.slice(0, 7)) return []
  if (ordinal !== undefined || ordinals.length + numbers.length > 0) return []
  return numerals.flatMap(({ value, ordinal: isOrdinal, inDigits, from, to }) => {
    const isDay = isOrdinal && inDigits && value >= 1 && value <= 31
    // "The 3rd theme" is no day.
    if (!isDay || names.some((mention) => mention.from === to)) return []
    const holds = Number(dates.from.slice(8)) <= value && value <= Number(dates.to.slice(8))
    return [{ property: 'date' as const, holds, precise: true, from, to }]
  })
}

/** "Does it last three days?" The days of the conference that it was part of are not its own. */
function durationChecks(question: Question, { dates, hostDates }: Entry): Check[] {
  if (dates?.precision !== 'day' || hostDates) return []
  return question.numerals.flatMap((numeral) => {
    const { value, from, to } = numeral
    if (!countsDays(numeral, question)) return []
    return [{ property: 'duration' as const, holds: value === daysIn(dates), precise: false, from, to: to + 1 }]
  })
}

/** "From 20 to 30 April" is not right for what lasts from the 22nd to the 24th. */
function isWhole({ first, last }: DateMention, { from, to }: Span): boolean {
  if (first.day === undefined || last?.day === undefined || first.month !== last.month) return true
  return first.day === Number(from.slice(8)) && last.day === Number(to.slice(8))
}

const mostlyCounting = 12

function numeralChecks(question: Question, entry: Entry): Check[] {
  const own = [entry.ordinal ?? [], entry.ordinals, entry.numbers].flat()
  if (own.length === 0) return []
  return question.numerals.flatMap((numeral) => {
    const { value, ordinal, inDigits, from, to } = numeral
    if (countsDays(numeral, question)) return []
    // "One" and "two" in words mostly count something else than the entry.
    if (!ordinal && !inDigits && value <= mostlyCounting) return []
    return [
      {
        property: ordinal ? ('ordinal' as const) : ('number' as const),
        holds: own.includes(value),
        precise: false,
        from,
        to,
      },
    ]
  })
}
