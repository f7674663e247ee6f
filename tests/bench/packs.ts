import { emptyEntry } from '../../src/knowledge/empty-entry.ts'
import type { Entry, Localised, Pack } from '../../src/knowledge/pack.ts'

/** A pack of made-up entries, the same for the same size: short texts whose words are spread as in language (Zipf). */
export function madeUpPack(size: number): Pack {
  const random = seeded(size)
  const vocabulary = Array.from({ length: 20_000 + size / 2 }, () => word(random))
  const pick = (): string => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? vocabulary[0]!
  const words = (count: number): string => Array.from({ length: count }, pick).join(' ')
  return {
    id: 'made-up',
    languages: ['en'],
    title: { en: 'Made up' },
    source: {},
    called: {},
    timeZone: 'UTC',
    sections: new Map(),
    organisations: new Map(),
    places: new Map(),
    terms: [],
    topics: false,
    entries: Array.from({ length: size }, (_, at) => entryOf(`e${at}`, { en: words(4) }, { en: words(24) })),
  }
}

/** Questions of eight words, five of them from one entry. */
export function questionsOn({ entries }: Pack, count: number): string[] {
  const random = seeded(count)
  return Array.from({ length: count }, () => {
    const entry = entries[Math.floor(random() * entries.length)]!
    const words = `${entry.title.en} ${entry.text.en}`.split(' ')
    const some = Array.from({ length: 5 }, () => words[Math.floor(random() * words.length)])
    return `what is the ${some.join(' ')}`
  })
}

function entryOf(id: string, title: Localised, text: Localised): Entry {
  return { ...emptyEntry, id, type: 'fact', title, text }
}

/** ba, be … tu: fifty of them. */
const syllables = 'bdgklmnrst'.split('').flatMap((consonant) => 'aeiou'.split('').map((vowel) => consonant + vowel))

function word(random: () => number): string {
  const length = 2 + Math.floor(random() * 3)
  return Array.from({ length }, () => syllables[Math.floor(random() * syllables.length)]).join('')
}

/** Numbers from 0 to 1 that are the same in every run (Park and Miller's generator). */
function seeded(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}
