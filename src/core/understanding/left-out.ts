import type { Mark } from './grammar.ts'
import type { NameMention } from './lexicon.ts'

/** How many words may stand between: "outside of the whole of Asia", "Азия елдерінен тыс". */
const mostBetween = 2

/** The names that a question leaves out: "outside Asia", "не в Казахстане", "Қазақстаннан тыс". */
export function findLeftOut(marks: readonly ReadonlySet<Mark>[], names: readonly NameMention[]): NameMention[] {
  const found = new Set<NameMention>()
  marks.forEach((all, at) => {
    const next = names.find(({ from }) => from > at && from <= at + 1 + mostBetween)
    const last = names.findLast(({ to }) => to <= at && to >= at - 1)
    const isBefore = all.has('leaves out') || all.has('negation')
    const name = isBefore ? next : all.has('leaves out before') ? last : undefined
    if (name) found.add(name)
  })
  return [...found]
}
