import type { CalendarData } from '../calendar-data.ts'
import { phrases, words } from '../phrases.ts'

export const calendar: CalendarData = {
  months: 'january february march april may june july august september october november december'
    .split(' ')
    .map((name) => [name, `${name}s`]),
  shortMonths: 'jan|janr feb|febr mar apr may jun jul aug sep|sept oct nov dec'.split(' ').map((one) => one.split('|')),
  seasons: [
    { when: phrases`in spring, in the spring, during the spring, springtime`, name: ['spring'] },
    { when: phrases`in summer, in the summer, during the summer, over the summer, summertime`, name: ['summer'] },
    { when: phrases`in autumn, in the autumn, in the fall, during the autumn`, name: ['autumn', 'fall'] },
    { when: phrases`in winter, in the winter, during the winter, wintertime`, name: ['winter'] },
  ],
  notMonths: [],
  ambiguousMonths: ['may', 'march'],
  beforeMonth: words`in of during since by last this for month and early late mid until till before after between from`,
  weekdays: words`
    monday|mondays tuesday|tuesdays wednesday|wednesdays thursday|thursdays friday|fridays saturday|saturdays
    sunday|sundays
  `.map((one) => one.split('|')),
  year: [],
  yearOf: [],
  between: words`of the day`,
  relativeDays: new Map([
    [-2, phrases`the day before yesterday`],
    [-1, phrases`yesterday`],
    [0, phrases`today, tonight, this day, todays`],
    [1, phrases`tomorrow, tmrw, tomorrows`],
    [2, phrases`the day after tomorrow`],
  ]),
  rangeTo: words`to till until through`,
  rangeAnd: words`and`,
  rangeOpeners: words`between`,
  day: words`day days`,
  relativeYears: new Map(),
  units: {
    day: { one: ['day'], several: ['days'] },
    week: { one: ['week'], several: ['weeks'] },
    month: { one: ['month'], several: ['months'] },
    year: { one: ['year'], several: ['years'] },
  },
  ahead: { before: ['in'], beforeOne: phrases`in a`, behind: phrases`from now, from today, later` },
  ago: ['ago'],
  present: words`this current`,
  coming: words`next coming`,
  gone: words`last past previous`,
}
