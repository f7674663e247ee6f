import { readSpan } from '../../src/knowledge/dates.ts'
import type { Entry } from '../../src/knowledge/pack.ts'
import { anEntry } from './entries.ts'

/** Beside the fair: a numbered salon with an evening within it, a note of another number, and a third price to ask. */
export const salonAndMaps: readonly Entry[] = [
  anEntry({
    id: 'salon-12',
    type: 'event',
    kind: 'salon',
    title: { kk: 'Салон-12', ru: 'Салон-12', en: 'Salon-12' },
    dates: readSpan('2025-10-01/2025-10-03'),
    place: 'bonn',
  }),
  anEntry({
    id: 'evening',
    type: 'event',
    title: { en: 'Evening of poets' },
    dates: readSpan('2025-10-02'),
    within: 'salon-12',
    says: [],
  }),
  anEntry({
    id: 'host',
    title: { en: 'Host of Salon-14' },
    says: [{ about: 'what', text: { en: 'The next one is left to the city of Bonn.' } }],
  }),
  anEntry({
    id: 'maps',
    title: { kk: 'Карталар', ru: 'Карты', en: 'Maps' },
    says: [{ about: 'what', text: { en: 'Maps are printed for a fee.' } }],
    questions: { kk: [], ru: [], en: ['how do I order a map', 'what does a map cost', 'map price'] },
  }),
]
