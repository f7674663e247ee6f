import { partsOf } from '../../knowledge/joint-pack.ts'
import type { Language } from '../../knowledge/language.ts'
import { wordsIn, type Entry, type Pack } from '../../knowledge/pack.ts'
import { placeNames, titleOf } from '../answering/facts.ts'
import { daysOf, subjectName, subjectOfPack } from '../../knowledge/pack-subject.ts'
import { midnight } from '../time/venue.ts'

/** What the pack is about as an event with a beginning and an end, for a platform that can show such. */
export type PublishedEvent = {
  readonly name: string
  readonly description: string
  readonly location: string
  readonly start: Date
  readonly end: Date
}

/** What goes on or comes next of the events of a pack. */
export function nextEventOf(pack: Pack, language: Language, now: Date): PublishedEvent | undefined {
  const events = partsOf(pack).flatMap((part) => publishedEventOf(part, language, now) ?? [])
  return events.toSorted((a, b) => a.start.getTime() - b.start.getTime())[0]
}

/** The pack's subject while it is not over: from the first midnight at the venue to just before the last. */
export function publishedEventOf(pack: Pack, language: Language, now: Date): PublishedEvent | undefined {
  const [subject, days] = [subjectOfPack(pack), daysOf(pack)]
  if (!subject || !days) return undefined
  const start = midnight(days.from, 0, pack.timeZone)
  // A minute before midnight: at midnight it would end on the day after.
  const end = new Date(midnight(days.to, 1, pack.timeZone).getTime() - 60_000)
  if (end <= now) return undefined
  return {
    name: titleOf(subject, language),
    description: descriptionOf(subject, pack, language),
    location: placeNames(subject.place, pack, language).join(', ') || subjectName(pack, language),
    start,
    end,
  }
}

/** For all on a server, who have one event between them: in its language, then in the others, by its name there. */
function descriptionOf({ title, says }: Entry, pack: Pack, language: Language): string {
  const own = says.flatMap(({ text }) => wordsIn(text, language) ?? [])
  const others = pack.languages
    .filter((one) => one !== language)
    .map((one) => [title[one] ?? [], ...says.map(({ text }) => text[one] ?? [])].flat())
  return [own, ...others]
    .map((lines) => lines.join('\n'))
    .filter(Boolean)
    .join('\n\n')
}
