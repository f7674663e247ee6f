import { readSpan } from '../../src/knowledge/dates.ts'
import type { Entry, LocalisedLists, Named, Pack, Place } from '../../src/knowledge/pack.ts'
import { aPack, anEntry, named } from './entries.ts'

/**
 * A made-up book fair with something for every rule of answering: numbered talks in two cities, a list of partners that
 * is complete, a declaration that is only expected, questions that people ask of it, and a gap.
 */
export function aFair(changes: Partial<Pack> = {}): Pack {
  return aPack([fair, ...talks, talkList, partners, guests, declaration, tickets, hall, stands, parking, dogs], {
    subject: 'fair',
    title: { kk: 'Кітап жәрмеңкесі', ru: 'Книжная ярмарка', en: 'Book Fair' },
    places: new Map(places.map((place) => [place.id, place])),
    organisations: new Map(organisations.map((organisation) => [organisation.id, organisation])),
    writtenBefore: '2026-04-22',
    terms: [{ id: 'take-place', names: named('өту', 'проходить', 'take place'), generic: true }],
    ...changes,
  })
}

const places: readonly Place[] = [
  { ...aName('germany', 'Германия', 'Германия', 'Germany') },
  { ...aName('bonn', 'Бонн', 'Бонн', 'Bonn'), country: 'germany' },
  { ...aName('kazakhstan', 'Қазақстан', 'Казахстан', 'Kazakhstan') },
  { ...aName('astana', 'Астана', 'Астана', 'Astana'), country: 'kazakhstan' },
]

const organisations: readonly Named[] = [
  aName('unicef', 'ЮНИСЕФ', 'ЮНИСЕФ', 'UNICEF'),
  aName('osce', 'ЕҚЫҰ', 'ОБСЕ', 'OSCE'),
]

const fair = anEntry({
  id: 'fair',
  type: 'event',
  kind: 'fair',
  title: { kk: 'Кітап жәрмеңкесі', ru: 'Книжная ярмарка', en: 'Book fair' },
  names: named('жәрмеңке', 'ярмарка', 'fair'),
  dates: readSpan('2026-04-22/2026-04-24'),
  place: 'astana',
})

const talks: readonly Entry[] = [
  aTalk(1, '2025-03-10', 'astana', 'Old maps'),
  aTalk(2, '2025-05-13', 'bonn', 'Paper and ink'),
  aTalk(3, '2025-05-20', 'astana', 'Libraries of the steppe'),
]

const talkList = anEntry({
  id: 'talks',
  type: 'list',
  title: { kk: 'Дәрістер', ru: 'Лекции', en: 'Talks' },
  names: named('дәріс', 'лекция', 'talk'),
  closed: true,
  says: [],
  members: talks.map(({ id }) => id),
})

const partners = anEntry({
  id: 'partners',
  type: 'list',
  title: { kk: 'Серіктестер', ru: 'Партнёры', en: 'Partners' },
  names: named('серіктес', 'партнёр', 'partner'),
  says: [],
  members: ['unicef'],
  closed: true,
})

const guests = anEntry({
  id: 'guests',
  title: { kk: 'Қатысушылар', ru: 'Кто участвует', en: 'Participating publishers' },
  says: [{ about: 'who', text: { en: 'Publishers of four neighbouring countries are invited.' } }],
})

const declaration = anEntry({
  id: 'declaration',
  type: 'document',
  title: { kk: 'Декларация', ru: 'Декларация', en: 'Declaration' },
  names: named('декларация', 'декларация', 'declaration'),
  says: [{ about: 'what', text: { en: 'Publishers are expected to adopt a declaration on cheap editions.' } }],
  expected: true,
})

const tickets = anEntry({
  id: 'tickets',
  title: { kk: 'Билеттер', ru: 'Билеты', en: 'Tickets' },
  says: [{ about: 'how', text: { en: 'Tickets are sold at the southern gate.' } }],
  questions: asked(['how do I buy a ticket', 'where are tickets sold', 'what do tickets cost', 'ticket price']),
})

const hall = anEntry({
  id: 'hall',
  title: { kk: 'Зал', ru: 'Зал', en: 'Reading hall' },
  place: 'kazakhstan',
  says: [{ about: 'what', text: { en: 'The reading hall is quiet and has lamps.' } }],
  questions: asked(['what is the reading hall', 'is there a quiet hall', 'reading hall lamps']),
})

const stands = anEntry({
  id: 'stands',
  title: { kk: 'Сөрелер', ru: 'Стенды', en: 'Stands' },
  says: [{ about: 'what', text: { en: 'Stands are rented by publishers for a fee.' } }],
  questions: asked(['how do I rent a stand', 'what does a stand cost', 'stand price']),
})

const parking = aGap('parking', ['where can I park my car', 'is there parking', 'car park'], 'parking')
const dogs = aGap('dogs', ['may I bring my dog', 'are dogs let in', 'is my dog welcome'])

function aTalk(ordinal: number, day: string, place: string, title: string): Entry {
  return anEntry({
    id: `talk-${ordinal}`,
    type: 'event',
    kind: 'talk',
    title: { en: title },
    ordinal,
    dates: readSpan(day),
    place,
    says: [],
  })
}

function aGap(id: string, questions: readonly string[], name?: string): Entry {
  return anEntry({
    id,
    type: 'gap',
    title: { en: id },
    names: { kk: [], ru: [], en: name === undefined ? [] : [name] },
    says: [],
    questions: asked(questions),
  })
}

function aName(id: string, kk: string, ru: string, en: string): Named {
  return { id, name: { kk, ru, en }, short: {}, names: named(), note: {} }
}

function asked(en: readonly string[]): LocalisedLists {
  return { kk: [], ru: [], en }
}
