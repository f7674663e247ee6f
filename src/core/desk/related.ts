import type { Language } from '../../knowledge/language.ts'
import { wordsIn, type Entry, type Pack } from '../../knowledge/pack.ts'
import { titleOf } from '../answering/facts.ts'
import { say } from '../i18n.ts'
import { fact } from '../pages/lines.ts'
import type { Button, Page } from '../pages/page.ts'

const mostRelated = 5

/** Topics that have to do with an entry: what it is part of, what stands beside it, whom and where it shares. */
export function relatedPage(entry: Entry, pack: Pack, language: Language): Page {
  const rated = pack.entries
    .filter((other) => other !== entry && other.type !== 'gap')
    .map((other) => ({ other, kinship: kinship(entry, other, pack) }))
    .filter(({ kinship }) => kinship > 0)
    .toSorted((a, b) => b.kinship - a.kinship)
  const buttons = rated
    .slice(0, mostRelated)
    .map(({ other }): Button[] => [{ label: titleOf(other, language), do: 'show', entry: other.id }])
  const title = wordsIn(entry.title, language) ?? entry.id
  return {
    language,
    lines: [fact(say(language, buttons.length > 0 ? 'related.title' : 'related.none', { title }))],
    buttons,
  }
}

/** How near two entries stand: the one within the other counts most, then lists, then what both name. */
function kinship(a: Entry, b: Entry, pack: Pack): number {
  const together = pack.entries.some((list) => list.members.includes(a.id) && list.members.includes(b.id))
  const shared = [...a.people, ...a.organisations].filter(
    (id) => b.people.includes(id) || b.organisations.includes(id),
  ).length
  return (
    (holds(a, b) || holds(b, a) ? 8 : 0) +
    (together ? 2 : 0) +
    (a.place !== undefined && a.place === b.place ? 2 : 0) +
    (a.within !== undefined && a.within === b.within ? 4 : 0) +
    Math.min(shared, 3) +
    (a.section !== undefined && a.section.split('.')[0] === b.section?.split('.')[0] ? 1 : 0) +
    // Neighbours of one list: the next consultation rather than the last.
    (together && a.ordinal !== undefined && b.ordinal !== undefined ? 1 / (1 + Math.abs(a.ordinal - b.ordinal)) : 0)
  )
}

function holds(whole: Entry, part: Entry): boolean {
  return part.within === whole.id || whole.members.includes(part.id)
}
