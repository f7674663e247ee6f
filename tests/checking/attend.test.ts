import { describe, expect, test } from 'vitest'
import { attend } from '../../src/checking/attend.ts'
import { describeFault } from '../../src/knowledge/fault.ts'
import { inspectPack } from '../../src/knowledge/load.ts'

const manifest = 'languages: [en, ru]\ntimeZone: Asia/Almaty\nsubject: forum\n'
const forum = '- { id: forum, type: event, title: Forum, dates: 2026-06-10/2026-06-11 }\n'

/** What is warned of in a pack with these entries, those about topics left out. */
function warnings(entries: string, today = '2026-06-01', pack = manifest): string[] {
  return told(`${forum}${entries}`, today, pack).filter((line) => !line.includes('topics:'))
}

function told(entries: string, today: string, pack = manifest): string[] {
  const files = [
    { name: 'entries.yaml', source: entries },
    { name: 'pack.yaml', source: pack },
  ]
  const inspected = inspectPack({ path: 'pack', files, faults: [] })
  expect(inspected.faults).toEqual([])
  return attend({ pack: inspected.pack!, origins: inspected.origins!, today }).map(describeFault)
}

describe('somebody who attends', () => {
  test('misses the topics that nothing answers, and none that something does', () => {
    const [line] = told(
      `${forum}- { id: net, topic: wifi, title: Network, text: Open. }
- { id: cars, title: Парковка, text: Во дворе. }
- { id: rooms, title: "Hotels nearby", names: [hotel], text: Two. }`,
      '2026-06-01',
    )
    expect(line).toMatch(/nothing answers what people ask everywhere: .*taxi.*visa/)
    expect(line).not.toMatch(/Wi-Fi|parking|hotel/)
  })

  test.for([
    {
      sees: 'an event that is over',
      entries: '',
      today: '2026-06-20',
      says: 'the event was over on 2026-06-11, 9 days ago; correct the year if it is to come',
    },
    {
      sees: 'a session on another day than the event',
      entries: '- { id: a, title: Rivers, start: 2026-07-10 10:00, end: "11:00", room: Hall A }',
      says: 'is on 2026-07-10, and forum from 2026-06-10 to 2026-06-11; correct one of them',
    },
    {
      sees: 'two sessions in one room',
      entries: `- { id: a, title: Rivers, start: 2026-06-10 10:00, end: "11:00", room: Hall A, speakers: Ann Lee }
- { id: b, title: Glaciers, start: 2026-06-10 10:30, end: "11:30", room: Hall A }`,
      says: 'entry b: room:hall-a has a at the same time; correct the time or the room of one',
    },
    {
      sees: 'a speaker in two rooms',
      entries: `- { id: a, title: Rivers, start: 2026-06-10 10:00, end: "11:00", room: Hall A, speakers: Ann Lee }
- { id: b, title: Glaciers, start: 2026-06-10 10:30, end: "11:30", room: Hall B, speakers: Ann Lee }`,
      says: 'person:ann-lee also speaks in a at the same time',
    },
    {
      sees: 'a session in the room of one that goes on beside another',
      entries: `- { id: a, title: Rivers, start: 2026-06-10 09:00, end: "12:00", room: Hall A, speakers: Ann Lee }
- { id: b, title: Cloakroom, topic: cloakroom, start: 2026-06-10 09:30, end: "10:00", room: Hall A }
- { id: c, title: Soils, start: 2026-06-10 10:30, end: "11:00", room: Hall A }`,
      says: 'entry c: room:hall-a has a at the same time',
    },
    {
      sees: 'the few sessions without a room',
      entries: `- { id: a, title: Rivers, start: 2026-06-10 10:00, end: "11:00", room: Hall A }
- { id: b, title: Glaciers, start: 2026-06-10 11:00, end: "12:00", room: Hall A }
- { id: c, title: Soils, start: 2026-06-10 12:00, end: "13:00" }`,
      says: '1 of 3 sessions have no room: c; add it',
    },
    {
      sees: 'one title twice',
      entries: '- { id: a, title: Yoga, text: A. }\n- { id: b, title: yoga!, text: B. }',
      says: '"yoga!" is the same title as a; tell them apart, or join them',
    },
    {
      sees: 'two titles that look like one with a slip',
      entries: '- { id: a, title: Glaciers of Asia, text: A. }\n- { id: b, title: Glaciers of Asai, text: B. }',
      says: 'is nearly the title of',
    },
    {
      sees: 'a title that says nothing alone',
      entries: '- { id: a, title: "Where?", text: In Astana. }',
      says: '"Where?" says nothing without its heading',
    },
    {
      sees: 'a text that is never shown',
      entries: '- { id: a, title: { en: Lunch, kk: Түскі ас }, text: At noon. }',
      says: 'title in kk is never shown; add the language to languages of pack.yaml',
    },
    {
      sees: 'a text that nobody reads to the end',
      entries: `- { id: a, title: Rules, text: "${'All of it. '.repeat(700)}" }`,
      says: 'ten screens of a telephone; make an entry of each thing in it',
    },
    {
      sees: 'a translation that was not changed along',
      entries: '- { id: a, title: Bus, text: { en: "At 17:30 from gate 12.", ru: "В 18:00 от выхода 12." } }',
      says: 'text: ru has 18:00 where en has 17:30',
    },
    {
      sees: 'a link with the full stop behind it',
      entries: '- { id: a, title: Map, text: Here., links: "https://maps.kz/a." }',
      says: 'ends in a sign of the sentence around it',
    },
    {
      sees: 'a link of an example',
      entries: '- { id: a, title: Map, text: Here., links: "https://example.org/map" }',
      says: 'is an example; write your own address',
    },
    {
      sees: 'a link that begins twice',
      entries: '- { id: a, title: Map, text: Here., links: "https://https://maps.kz" }',
      says: 'begins twice',
    },
  ])('sees $sees', ({ entries, today, says }) => {
    expect(warnings(entries, today)).toEqual([expect.stringContaining(says)])
  })

  test.for([
    {
      what: 'rooms one after the other',
      entries: `- { id: a, title: Rivers, start: 2026-06-10 10:00, end: "11:00", room: Hall A }
- { id: b, title: Glaciers, start: 2026-06-10 11:00, end: "12:00", room: Hall A }`,
    },
    {
      what: 'what is cancelled',
      entries: `- { id: a, title: Rivers, start: 2026-06-10 10:00, end: "11:00", room: Hall A, status: cancelled }
- { id: b, title: Glaciers, start: 2026-06-10 10:00, end: "12:00", room: Hall A }`,
    },
    {
      what: 'what runs beside anything',
      entries: `- { id: a, title: Rivers, start: 2026-06-10 10:00, end: "11:00", room: Hall A, speakers: Ann Lee }
- { id: b, title: Cloakroom, topic: cloakroom, daily: "09:00-18:00", room: Hall A }`,
    },
    {
      what: 'numbers in titles',
      entries: '- { id: a, title: Workshop day 1, text: A. }\n- { id: b, title: Workshop day 2, text: B. }',
    },
    {
      what: 'numbers written otherwise',
      entries: '- { id: a, title: Bus, text: { en: "1,500 seats at 5 pm.", ru: "1 500 мест в 17 часов." } }',
    },
    { what: 'a question as a title', entries: '- { id: a, title: "Where is the venue?", text: In Astana. }' },
  ])('takes no offence at $what', ({ entries }) => expect(warnings(entries)).toEqual([]))

  test('takes no offence at five thousand sessions, apart from the topics', () => {
    const many = Array.from(
      { length: 5000 },
      (_, at) =>
        `- { id: s${at}, title: "About matter ${at}", text: "T ${at}.", start: 2026-06-10 10:00, room: Hall ${at} }`,
    )
    const files = [{ name: 'entries.yaml', source: many.join('\n') }]
    const { pack, origins } = inspectPack({ path: 'pack', files, faults: [] })
    // Half a second on a quiet machine; quadratic looks take a minute, longer than a test may.
    const seen = attend({ pack: pack!, origins: origins!, today: '2026-06-01' }).map(describeFault)
    expect(seen).toEqual([expect.stringContaining('nothing answers what people ask everywhere')])
  })
})
