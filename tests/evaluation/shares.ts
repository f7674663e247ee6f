import type { Outcome, Result } from './judge.ts'

const columns: readonly Outcome[] = ['correct', 'clarify', 'unknown', 'wrong', 'refused', 'false']

/** Rows of shares by outcome, with the 95 % interval of what was right. */
export function sharesTable(heading: string, groups: readonly (readonly [string, readonly Result[]])[]): string {
  const names = columns.map((name) => name.padStart(9)).join('')
  const head = `${heading.padEnd(26)}${'asked'.padStart(6)}${names}${'right, 95 %'.padStart(15)}`
  return [head, ...groups.map(([name, group]) => rowOf(name, group))].join('\n')
}

/** A share of a whole, "93.9 %". */
export function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`
}

/** The 95 % interval of a share (E. Wilson, "Probable inference", JASA 22, 1927), from 0 to 1. */
export function wilson(part: number, whole: number): readonly [low: number, high: number] {
  const z = 1.96
  const share = part / whole
  const middle = share + z ** 2 / (2 * whole)
  const reach = z * Math.sqrt((share * (1 - share)) / whole + z ** 2 / (4 * whole ** 2))
  return [(middle - reach) / (1 + z ** 2 / whole), (middle + reach) / (1 + z ** 2 / whole)]
}

function rowOf(name: string, group: readonly Result[]): string {
  const counts = columns.map((outcome) => group.filter((result) => result.outcome === outcome).length)
  const shares = counts.map((count) => (count === 0 ? '–' : percent(count, group.length)).padStart(9))
  const right = counts[0]! + counts[4]!
  const [low, high] = wilson(right, group.length).map((bound) => Math.round(100 * bound)) as [number, number]
  return `${name.padEnd(26)}${String(group.length).padStart(6)}${shares.join('')}${`${low}–${high} %`.padStart(15)}`
}
