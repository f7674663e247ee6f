import type { CalendarData } from '../calendar-data.ts'
import { phrases, words } from '../phrases.ts'

export const calendar: CalendarData = {
  months: 'қаңтар* ақпан* наурыз* сәуір* мамыр* маусым* шілде* тамыз* қыркүйек*|қыркүйег* қазан* қараша* желтоқсан*'
    .split(' ')
    .map((one) => one.split('|')),
  shortMonths: 'қаң ақп нау сәу мам мау шіл там қыр қаз қар жел'.split(' ').map((one) => [one]),
  // "Жаз" alone is "write", too.
  seasons: [
    { when: words`көктемде көктемінде`, name: words`көктем көктемі көктемде көктемгі көктемнің` },
    { when: words`жазда жазында`, name: words`жаз жазы жазда жазғы жаздың` },
    { when: words`күзде күзінде`, name: words`күз күзі күзде күзгі күздің` },
    { when: words`қыста қысында`, name: words`қыс қысы қыста қысқы қыстың` },
  ],
  // The city of Kazan, in Russian, which folds alike.
  notMonths: phrases`казань, казани, казанью, казанского`,
  ambiguousMonths: [],
  beforeMonth: [],
  weekdays: 'дүйсенбі* сейсенбі* сәрсенбі* бейсенбі* жұма* сенбі* жексенбі*'.split(' ').map((one) => [one]),
  year: words`ж жыл жылы жылғы жылдың жылда жылдар`,
  yearOf: words`жылғы`,
  between: words`күні`,
  relativeDays: new Map([
    [-2, phrases`алдыңгүні`],
    [-1, phrases`кеше, кешегі`],
    [0, phrases`бүгін, бүгінгі`],
    [1, phrases`ертең, ертеңгі`],
    [2, phrases`бүрсігүні, арғы күні`],
  ]),
  rangeTo: words`дейін`,
  rangeAnd: words`мен пен бен және`,
  rangeOpeners: words`арасында аралығында`,
  day: words`күн күні күнін күнінде күнге күнді күндік`,
  relativeYears: new Map([
    [-1, phrases`былтыр, былтырғы`],
    [0, phrases`биыл, биылғы`],
  ]),
  units: {
    day: { one: [], several: words`күн күннен` },
    week: { one: [], several: words`апта аптадан аптада аптаның аптасы` },
    month: { one: [], several: words`ай айдан айда айдың` },
    year: { one: [], several: words`жыл жылдан жылы жылда жылдың` },
  },
  ahead: { before: [], beforeOne: [], behind: words`кейін соң` },
  ago: ['бұрын'],
  present: words`осы бұл`,
  coming: words`келесі келер`,
  gone: words`өткен алдыңғы`,
}
