import { editDistance } from '../core/text/edit-distance.ts'
import { languages } from '../knowledge/language.ts'
import type { Entry } from '../knowledge/pack.ts'
import { plainWords } from './plain-words.ts'
import { at, type Look } from './warning.ts'

/** Shorter titles are near each other by chance. */
const shortest = 10
/** Titles that begin alike, of which each is compared with the next ones only: a table of thousands stays fast. */
const neighbours = 20

/** Titles that two entries share, or nearly; and titles that say nothing without the heading above them. */
export const similarTitles: Look = (checked) => {
  const entries = checked.pack.entries.filter(({ type }) => type !== 'gap')
  return languages.flatMap((language) => {
    const titled = entries.flatMap((entry) => {
      const title = entry.title[language]
      return title === undefined ? [] : [{ entry, title, plain: plainWords(title) }]
    })
    const sorted = titled.toSorted((a, b) => (a.plain < b.plain ? -1 : Number(a.plain > b.plain)))
    const alone = sorted.filter(({ title }) => saysNothing(title))
    return [
      ...alone.map(({ entry, title }) =>
        at(
          entry,
          checked,
          'title',
          `"${title}" says nothing without its heading; write of what it is, "Where is the venue?"`,
        ),
      ),
      ...sorted.flatMap(({ entry, title, plain }, index) => {
        const like = sorted
          .slice(Math.max(0, index - neighbours), index)
          .find((other) => areAlike(plain, other.plain, entry, other.entry))
        if (!like) return []
        const same = plain === like.plain ? 'the same title as' : `nearly the title of`
        return [
          at(
            entry,
            checked,
            'title',
            `"${title}" is ${same} ${like.entry.id}; tell them apart, or join them${byTime(entry)}`,
          ),
        ]
      }),
    ]
  })
}

/** Numbers tell titles apart: "Day 1" and "Day 2". A name may be that of a session about its bearer. */
function areAlike(one: string, other: string, a: Entry, b: Entry): boolean {
  if (a.id === b.id || (a.type === 'person') !== (b.type === 'person')) return false
  if (one === other) return one !== ''
  // Two people may well be called nearly alike.
  if (a.type === 'person' || one.length < shortest || Math.abs(one.length - other.length) > 2 || /\d/.test(one))
    return false
  return editDistance(one, other) <= 2 && one.slice(0, 40) !== other.slice(0, 40)
}

/** One thing at several times is one entry. */
function byTime({ slots }: Entry): string {
  return slots.length > 0 ? ' by slots' : ''
}

function saysNothing(title: string): boolean {
  const words = title.match(/[\p{L}\p{N}]+/gu) ?? []
  return title.trim().endsWith('?') && words.length <= 1
}
