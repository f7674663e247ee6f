import { expect, test } from 'vitest'
import { readComingMoment } from '../../../src/core/time/coming-moment.ts'

/** 14:00 at the venue, on 20 April. */
const now = new Date('2026-04-20T09:00:00Z')

test.for([
  { text: '2026-04-22 09:00', reads: '2026-04-22T04:00:00.000Z' },
  { text: '22.04.2026 9:00', reads: '2026-04-22T04:00:00.000Z' },
  { text: '22.04 9:00', reads: '2026-04-22T04:00:00.000Z' },
  { text: '22.04. в 18.30', reads: '2026-04-22T13:30:00.000Z' },
  { text: '19.04 9:00', reads: '2027-04-19T04:00:00.000Z' },
  { text: '18:30', reads: '2026-04-20T13:30:00.000Z' },
  { text: '9', reads: '2026-04-21T04:00:00.000Z' },
  { text: 'завтра в 9', reads: '2026-04-21T04:00:00.000Z' },
  { text: 'Tomorrow at 9:15', reads: '2026-04-21T04:15:00.000Z' },
  { text: 'ертең сағат 9:30', reads: '2026-04-21T04:30:00.000Z' },
  { text: 'послезавтра 10', reads: '2026-04-22T05:00:00.000Z' },
  { text: '+1', reads: '2026-04-20T10:00:00.000Z' },
  { text: '+1 h', reads: '2026-04-20T10:00:00.000Z' },
  { text: '+2 часа', reads: '2026-04-20T11:00:00.000Z' },
  { text: '+1ч', reads: '2026-04-20T10:00:00.000Z' },
  { text: '+30 мин.', reads: '2026-04-20T09:30:00.000Z' },
  { text: '+1 сағат', reads: '2026-04-20T10:00:00.000Z' },
  { text: '+2 хлеба', reads: undefined },
  { text: '+ 2', reads: '2026-04-20T11:00:00.000Z' },
  { text: '+0:30', reads: '2026-04-20T09:30:00.000Z' },
  { text: 'today 9:00', reads: '2026-04-20T04:00:00.000Z' },
  { text: 'вчера 9:00', reads: undefined },
  { text: '31.02 9:00', reads: undefined },
  { text: '25:00', reads: undefined },
  { text: 'soon', reads: undefined },
  { text: '+5 лет', reads: undefined },
  { text: '+120', reads: undefined },
  { text: '+120 мин', reads: '2026-04-20T11:00:00.000Z' },
])('$text is $reads', ({ text, reads }) =>
  expect(readComingMoment(text, 'Asia/Almaty', now)?.toISOString()).toBe(reads),
)
