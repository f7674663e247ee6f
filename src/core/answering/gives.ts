import type { Entry } from '../../knowledge/pack.ts'
import type { Asked } from '../understanding/asked.ts'

/** What is asked of whatever was talked about: it names no subject by itself. */
const general = new Set<Asked>(['what', 'list', 'how', 'yes-no', 'whether'])

/** Facets that dates give. */
const timely = new Set<Asked>(['when', 'start', 'end', 'hour', 'duration', 'remaining', 'over'])

/** Whether a facet is one that dates give. */
export function isTimely(facet: Asked): boolean {
  return timely.has(facet)
}

/** The facets that a question asks for in particular. */
export function particularsOf(asked: ReadonlySet<Asked>): Asked[] {
  return [...asked].filter((one) => !general.has(one))
}

/** Whether an entry gives one of the facets, by a statement or by typed data. */
export function gives(entry: Entry, facets: readonly Asked[]): boolean {
  return facets.some((facet) => {
    if (entry.says.some(({ about }) => about === facet)) return true
    if (isTimely(facet)) return entry.dates !== undefined
    if (facet === 'title') return entry.type !== 'fact'
    if (facet === 'where') return entry.place !== undefined
    if (facet === 'who') return entry.people.length + entry.organisations.length + entry.members.length > 0
    return facet === 'number' && entry.type === 'list'
  })
}
