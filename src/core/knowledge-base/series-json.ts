import { languages } from '../../knowledge/language.ts'
import type { Pack } from '../../knowledge/pack.ts'
import type { SeriesName } from '../understanding/series-names.ts'

const kinds: ReadonlySet<unknown> = new Set(['number', 'pair', 'year'])

/** The series of a compiled file; throws for what `findSeries` would not give for this pack. */
export function readSeries(value: unknown, { entries }: Pack): readonly SeriesName[] {
  if (!Array.isArray(value) || !value.every((one) => isSeriesName(one, entries.length)))
    throw new RangeError('a compiled pack of another making')
  return value
}

function isSeriesName(value: unknown, entries: number): value is SeriesName {
  if (typeof value !== 'object' || value === null) return false
  const { entry, kind, number, language, terms, label } = value as Record<string, unknown>
  return (
    Number.isInteger(entry) &&
    (entry as number) >= 0 &&
    (entry as number) < entries &&
    kinds.has(kind) &&
    typeof number === 'string' &&
    (languages as readonly unknown[]).includes(language) &&
    Array.isArray(terms) &&
    terms.every((term) => typeof term === 'string') &&
    (label === undefined || typeof label === 'string')
  )
}
