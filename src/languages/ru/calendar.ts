import type { CalendarData } from '../calendar-data.ts'
import { phrases, words } from '../phrases.ts'

export const calendar: CalendarData = {
  months: [
    'январ*',
    'феврал*',
    'март|марта|марте|мартом|марту',
    'апрел*',
    'май|мая|мае|маю|маем',
    'июн*',
    'июл*',
    'август|августа|августе|августу|августом',
    'сентябр*',
    'октябр*',
    'ноябр*',
    'декабр*',
  ].map((one) => one.split('|')),
  shortMonths: 'янв фев|февр мар апр май июн июл авг сен|сент окт ноя|нояб дек'.split(' ').map((one) => one.split('|')),
  seasons: [
    { when: words`весной весною`, name: words`весна весны весну весне` },
    { when: ['летом'], name: words`лето лета лету лете` },
    { when: ['осенью'], name: words`осень осени` },
    { when: words`зимой зимою`, name: words`зима зимы зиму зиме` },
  ],
  notMonths: [],
  ambiguousMonths: [],
  beforeMonth: words`в с по к до после от за на между и`,
  weekdays: `понедельник*,вторник*,в среду|до среды|со среды|к среде|по средам,четверг*,пятниц*,суббот*,воскресень*`
    .split(',')
    .map((one) => one.split('|')),
  year: words`г год года году годом годов гг`,
  yearOf: [],
  between: words`го е числа`,
  relativeDays: new Map([
    [-2, phrases`позавчера`],
    [-1, phrases`вчера`],
    [0, phrases`сегодня, сегодняшний, сегодняшняя, сегодняшнюю, сегодняшнего`],
    [1, phrases`завтра, завтрашний, завтрашняя, завтрашнюю, завтрашнего`],
    [2, phrases`послезавтра`],
  ]),
  rangeTo: words`по до`,
  rangeAnd: words`и`,
  rangeOpeners: words`между`,
  day: words`день дня дню днем дне дней дням днями`,
  relativeYears: new Map(),
  units: {
    day: { one: ['день'], several: words`дня дней` },
    week: { one: ['неделю'], several: words`недели недель неделя неделе` },
    month: { one: ['месяц'], several: words`месяца месяцев месяце` },
    year: { one: ['год'], several: words`года лет году` },
  },
  ahead: { before: ['через'], beforeOne: ['через'], behind: [] },
  ago: ['назад'],
  present: words`этот эта эту эти этой этом этого этим текущий текущую текущей текущем`,
  coming: words`
    следующий следующая следующую следующей следующем следующего следующим
    будущий будущую будущей будущем будущего будущим
  `,
  gone: words`прошлый прошлая прошлую прошлой прошлом прошлого прошлым минувшей минувшем минувшим`,
}
