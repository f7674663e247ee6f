import type { Pack } from '../../knowledge/pack.ts'
import { daysOf } from '../../knowledge/pack-subject.ts'
import { fold, normalise } from '../text/normalise.ts'
import { tokensOf } from '../text/tokenise.ts'
import type { Question } from '../understanding/question.ts'

/** A question as one event's pack reads it; without words where it was not even read. */
export type EventReading = { readonly pack: Pack; readonly question: Question | undefined }

/**
 * Which events a question is of, by their places: those that it names, and those of a year that it speaks of. `word`:
 * the only one that names them, which may be that of other things too ("the conference"); none of a longer name.
 */
export type Named = {
  readonly byName: readonly number[]
  readonly byYear: readonly number[]
  readonly word: string | undefined
}

/** The tokens [from, to) of a question that name something. */
type Mention = { readonly from: number; readonly to: number }

/**
 * The events that a question names: by the title, in short or in full, or by a name of what the pack is about. The
 * longest name counts ("RES 2028" is not RES 2026), and among equal ones the year. Each list is empty if it would tell
 * no event from another.
 */
export function namedEvents(readings: readonly EventReading[]): Named {
  const mentions = readings.map((reading) => longest(mentionsOf(reading).filter((one) => !isPartOfName(one, readings))))
  const lengths = mentions.map((mention) => (mention ? mention.to - mention.from : 0))
  const most = Math.max(...lengths)
  const named = [...lengths.keys()].filter((at) => most > 0 && lengths[at] === most)
  const years = new Set(
    readings.flatMap(({ question }) => question?.words.flatMap(({ text }) => [...yearsIn(text)]) ?? []),
  )
  const ofYear = [...readings.keys()].filter((at) => yearsOf(readings[at]!.pack).some((year) => years.has(year)))
  const both = named.filter((at) => ofYear.includes(at))
  const telling = (places: readonly number[]): readonly number[] => (places.length < readings.length ? places : [])
  const byName = telling(both.length > 0 ? both : named)
  const [first] = byName
  const isOneWord = first !== undefined && most === 1 && both.length === 0
  const word = isOneWord ? readings[first]!.question?.words[mentions[first]!.from]?.text : undefined
  return { byName, byYear: telling(ofYear), word }
}

function mentionsOf({ pack, question }: EventReading): Mention[] {
  if (!question) return []
  const { words, names } = question
  const bySubject = names.filter(({ things }) => things.some(({ kind, id }) => kind === 'entry' && id === pack.subject))
  const titles = [pack.title, pack.short ?? {}].flatMap((text) => Object.values(text)).map(wordsOf)
  const typed = words.map(({ text }) => fold(text))
  const byTitle = titles.flatMap((title) => {
    const from = typed.findIndex((_, at) => title.length > 0 && title.every((word, next) => typed[at + next] === word))
    return from < 0 ? [] : [{ from, to: from + title.length }]
  })
  // "The event" names none in particular, though a pack may call its own so.
  const isGeneral = ({ from, to }: Mention): boolean => words.slice(from, to).every(({ marks }) => marks.has('event'))
  return [...bySubject.filter((mention) => !isGeneral(mention)), ...byTitle]
}

/** "The UN climate conference", which one pack knows, is not the conference of another. */
function isPartOfName({ from, to }: Mention, readings: readonly EventReading[]): boolean {
  return readings.some(
    ({ pack, question }) =>
      question?.names.some(
        (name) =>
          name.from <= from &&
          name.to >= to &&
          name.to - name.from > to - from &&
          !name.things.some(({ id }) => id === pack.subject),
      ) ?? false,
  )
}

function longest(mentions: readonly Mention[]): Mention | undefined {
  return mentions.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0]
}

/** The years of an event: those of its days, and what its title says. */
function yearsOf(pack: Pack): string[] {
  const days = daysOf(pack)
  const titles = [pack.title, pack.short ?? {}].flatMap((text) => Object.values(text))
  return [
    days?.from.slice(0, 4) ?? [],
    days?.to.slice(0, 4) ?? [],
    titles.flatMap((title) => [...yearsIn(title)]),
  ].flat()
}

function yearsIn(text: string): Set<string> {
  return new Set(text.match(/(?<!\p{N})(?:19|20)\d\d(?!\p{N})/gu))
}

function wordsOf(text: string): string[] {
  return tokensOf(normalise(text)).map(fold)
}
