import { describe, expect, test } from 'vitest'
import { deadlineOf, quietUntil, waitsSince } from '../../../src/core/mailing/schedule.ts'
import { startOf } from '../../../src/core/announcements/announcement.ts'
import { readMoment, venueTime } from '../../../src/core/time/venue.ts'

const almaty = 'Asia/Almaty'

describe('the night at the venue', () => {
  test.for([
    { now: '2026-04-22T16:59:59Z', until: undefined },
    { now: '2026-04-22T17:00:00Z', until: '2026-04-23T02:00:00.000Z' },
    { now: '2026-04-22T20:00:00Z', until: '2026-04-23T02:00:00.000Z' },
    { now: '2026-04-23T01:59:59Z', until: '2026-04-23T02:00:00.000Z' },
    { now: '2026-04-23T02:00:00Z', until: undefined },
  ])('lasts from 22:00 to 07:00: at $now it ends at $until', ({ now, until }) => {
    expect(quietUntil(new Date(now), almaty)?.toISOString()).toBe(until)
  })

  test('ends at seven by the clock also when the clock is changed in it', () => {
    expect(quietUntil(new Date('2026-03-28T22:00:00Z'), 'Europe/Berlin')?.toISOString()).toBe(
      '2026-03-29T05:00:00.000Z',
    )
  })

  test.for([
    { now: '2026-04-22T16:59:59Z', since: undefined },
    { now: '2026-04-22T17:30:00Z', since: '2026-04-22T16:30:00.000Z' },
    { now: '2026-04-22T20:00:00Z', since: '2026-04-22T17:00:00.000Z' },
    { now: '2026-04-23T01:59:59Z', since: '2026-04-22T17:00:00.000Z' },
  ])('is waited out by what was due in it or in the hour before now: at $now since $since', ({ now, since }) => {
    expect(waitsSince(new Date(now), almaty)?.toISOString()).toBe(since)
  })

  test('is waited out by what is routine, and not by what is urgent', () => {
    const due = new Date('2026-04-22T18:00:00Z')
    expect(startOf(due, 'urgent', almaty)).toEqual(due)
    expect(startOf(due, 'routine', almaty).toISOString()).toBe('2026-04-23T02:00:00.000Z')
  })
})

test('news are fresh for an hour, or for as long as an organizer says', () => {
  const start = new Date('2026-04-22T09:00:00Z')
  expect(deadlineOf({ notAfter: undefined }, start).toISOString()).toBe('2026-04-22T10:00:00.000Z')
  expect(deadlineOf({ notAfter: new Date('2026-04-22T09:05:00Z') }, start).toISOString()).toBe(
    '2026-04-22T09:05:00.000Z',
  )
})

describe('a moment', () => {
  test.for([
    { text: '2026-04-22 09:00', reads: '2026-04-22T04:00:00.000Z' },
    { text: ' 2026-04-22T09:00:30 ', reads: '2026-04-22T04:00:30.000Z' },
    { text: '2026-04-22T09:00+03:00', reads: '2026-04-22T06:00:00.000Z' },
    { text: '2026-04-22T09:00:00Z', reads: '2026-04-22T09:00:00.000Z' },
    { text: '2026-04-22 9:00', reads: '2026-04-22T04:00:00.000Z' },
    { text: '22.4.2026 9:00', reads: '2026-04-22T04:00:00.000Z' },
    { text: '30.02.2026 09:00', reads: undefined },
    { text: '2026-02-30 09:00', reads: undefined },
    { text: '2026-04-22 25:00', reads: undefined },
    { text: '2026-04-22', reads: undefined },
    { text: 'tomorrow', reads: undefined },
    { text: '', reads: undefined },
  ])('$text is $reads', ({ text, reads }) => expect(readMoment(text, almaty)?.toISOString()).toBe(reads))

  test('that the venue’s clocks skip is none', () => {
    expect(readMoment('2026-03-29 02:30', 'Europe/Berlin')).toBeUndefined()
  })

  test('is shown as the venue’s clocks show it', () => {
    expect(venueTime(new Date('2026-04-22T20:30:00Z'), almaty)).toBe('2026-04-23 01:30')
  })
})
