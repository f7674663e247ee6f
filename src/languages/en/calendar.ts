import type { CalendarData } from '../language-data.ts'
import { phrases, words } from '../phrases.ts'

export const calendar: CalendarData = {
  months: 'january february march april may june july august september october november december'
    .split(' ')
    .map((name) => [name, `${name}s`]),
  shortMonths: 'jan|janr feb|febr mar apr may jun jul aug sep|sept oct nov dec'.split(' ').map((one) => one.split('|')),
  notMonths: [],
  ambiguousMonths: ['may', 'march'],
  beforeMonth: words`in of during since by last this for month and early late mid until till before after between from`,
  weekdays: words`monday|mon tuesday|tue|tues wednesday|wed thursday|thu|thurs friday|fri saturday|sat sunday|sun`.map(
    (one) => one.split('|'),
  ),
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
  inDays: phrases`in # days, # days from now, in # day`,
  day: words`day days`,
  relativeWeeks: new Map([
    [-1, phrases`last week, the past week`],
    [0, phrases`this week, the current week`],
    [1, phrases`next week, the coming week`],
  ]),
  relativeMonths: new Map([
    [-1, phrases`last month`],
    [0, phrases`this month`],
    [1, phrases`next month`],
  ]),
  relativeYears: new Map([
    [-1, phrases`last year`],
    [0, phrases`this year`],
    [1, phrases`next year`],
  ]),
}
