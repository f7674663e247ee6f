import { describe, expect, test } from 'vitest'
import { createAssistant } from '../../../src/core/answering/assistant.ts'
import { withRegions } from '../../../src/core/knowledge-base/world-regions.ts'
import { readConcepts } from '../../../src/lexicon/concepts.ts'
import { aFair } from '../../support/fair.ts'

const fair = aFair()
const regions = withRegions(fair, readConcepts())
const placesOf = (name: string): readonly string[] | undefined =>
  regions.terms.find(({ names }) => names.en.includes(name))?.places

describe('parts of the world', () => {
  test.for([
    { name: 'Europe', places: ['germany'] },
    { name: 'Central Asia', places: ['kazakhstan'] },
    { name: 'Asia', places: ['kazakhstan'] },
    { name: 'Africa', places: undefined },
  ])('are known by the countries of a pack: $name', ({ name, places }) => expect(placesOf(name)).toEqual(places))

  test('are those of a term of the pack, and called as it is', () => {
    const term = { id: 'old-world', names: { kk: [], ru: [], en: ['Europe'] }, generic: false }
    const { terms } = withRegions(aFair({ terms: [term] }), readConcepts())
    expect(terms.filter(({ names }) => names.en.includes('Europe'))).toEqual([{ ...term, places: ['germany'] }])
  })

  test('are not called as something else of the pack is', () => {
    const africa = { id: 'africa', name: { en: 'Europe' }, short: {}, note: {}, names: { kk: [], ru: [], en: [] } }
    const { terms } = withRegions(aFair({ organisations: new Map([['africa', africa]]) }), readConcepts())
    expect(terms.flatMap(({ names }) => names.en)).not.toContain('Europe')
  })

  test.for([
    ['en', 'which talks were outside Europe?', ['talk-1', 'talk-3']],
    ['ru', 'какие лекции были не в Европе?', ['talk-1', 'talk-3']],
    ['kk', 'Еуропадан тыс қандай дәрістер болды?', ['talk-1', 'talk-3']],
  ] as const)('are left out of a list: %s, %s', ([language, text, entries]) =>
    expect(createAssistant(fair).ask({ text, language, now: new Date('2026-03-01T09:00Z') }).reply.entries).toEqual(
      entries,
    ),
  )
})
