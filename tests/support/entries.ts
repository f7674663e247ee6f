import { emptyEntry } from '../../src/knowledge/empty-entry.ts'
import type { Entry, LocalisedLists, Pack } from '../../src/knowledge/pack.ts'

/** A fact that is called as its id is, in English. */
export function anEntry(changes: Partial<Entry> & Pick<Entry, 'id'>): Entry {
  return {
    ...emptyEntry,
    type: 'fact',
    title: { en: changes.id },
    says: [{ about: 'what', text: { en: `This is ${changes.id}.` } }],
    ...changes,
  }
}

/** An event on these days. */
export function anEvent(id: string, from: string, to = from): Entry {
  return anEntry({ id, type: 'event', dates: { from, to, precision: 'day' } })
}

/** A pack of these entries at a venue five hours east of Greenwich. */
export function aPack(entries: readonly Entry[], changes: Partial<Pack> = {}): Pack {
  return {
    id: 'small',
    languages: ['kk', 'ru', 'en'],
    title: { kk: 'Жиын', ru: 'Встреча', en: 'Meeting' },
    source: { en: 'Leaflet' },
    called: {
      kk: { name: 'бюллетень', in: 'бюллетеньде' },
      ru: { name: 'бюллетень', in: 'бюллетене' },
      en: { name: 'the bulletin', in: 'the bulletin' },
    },
    timeZone: 'Asia/Almaty',
    sections: new Map(),
    entries,
    organisations: new Map(),
    places: new Map(),
    terms: [],
    topics: false,
    ...changes,
  }
}

/** A name in each of the languages for which one is given. */
export function named(kk?: string, ru?: string, en?: string): LocalisedLists {
  return { kk: listOf(kk), ru: listOf(ru), en: listOf(en) }
}

function listOf(name: string | undefined): string[] {
  return name === undefined ? [] : [name]
}
