import { expect, test } from 'vitest'
import { readDay, readTimes } from '../../src/importing/programme/when.ts'

test.for([
  { text: '13:00 Astana', start: '13:00' },
  { text: '09:00 PDT', start: '09:00' },
  { text: '09:00 Platform', start: '09:00' },
  { text: '13:00 AM', start: '01:00' },
  { text: '9:30 pm', start: '21:30' },
  { text: '9:30p', start: '21:30' },
  { text: '9 p.m.', start: '21:00' },
  { text: '9 am Astana', start: '09:00' },
])('the time $text begins at $start', ({ text, start }) => expect(readTimes(text)).toEqual({ start }))

test.for([
  { text: '10 a.m.–1 p.m.', start: '10:00', end: '13:00' },
  { text: '9:30 am - 1 pm', start: '09:30', end: '13:00' },
  { text: '10:00 Astana – 11:00 Astana', start: '10:00', end: '11:00' },
])('the time $text has an end', ({ text, start, end }) => expect(readTimes(text)).toEqual({ start, end }))

test.for([
  { text: '9-10 June 2026', day: undefined },
  { text: '9–10 июня 2026', day: undefined },
  { text: '9.10 маусым 2026', day: undefined },
  { text: '10 June 2026', day: '2026-06-10' },
  { text: '10.06.2026 (10 June)', day: '2026-06-10' },
  { text: '2026-06-10, 9-10 in June Hall', day: '2026-06-10' },
  { text: '10.06', day: '2026-06-10' },
])('the day $text is $day', ({ text, day }) => expect(readDay(text, { year: 2026 })).toBe(day))
