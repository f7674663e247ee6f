import { numbered } from '../../../src/languages/numbered.ts'
import { phrases, words } from '../../../src/languages/phrases.ts'
import { ru } from '../../../src/languages/ru/ru.ts'
import type { LanguageData } from '../../../src/languages/language-data.ts'
import { bare, stripping } from './bare.ts'

/** A little Kyrgyz, in Cyrillic letters: enough to read a question. */
export const ky: LanguageData = {
  ...bare,
  code: 'ky',
  script: 'Cyrillic',
  typedAs: { ң: 'н', ө: 'о', ү: 'у', ё: 'е' },
  // ң, ө and ү lie behind AltGr on the letters of the Russian layout.
  keyboard: ru.keyboard,
  stem: stripping(
    words`нын нин нун нүн дын дин тын тин да де до дө та те то тө лар лер лор лөр дар дер тар тер га ге ка ке`,
  ),
  asking: {
    when: phrases`качан, кайсы күнү, кайсы айда, кайсы жылы, канча күн*`,
    where: phrases`кайда, каякта, кайсы жерде, кайсы шаарда`,
    who: phrases`ким, кимдер, катышуучу*`,
    title: phrases`кандай аталат, аталышы`,
    topic: phrases`эмне жөнүндө, эмне тууралуу, темасы`,
    purpose: phrases`эмне үчүн, эмнеге, максат*`,
    result: phrases`натыйжа*, жыйынтык*`,
    number: phrases`канча, нече`,
    what: phrases`эмне, деген эмне`,
    list: phrases`кайсы, кандай, тизме*`,
  },
  functionWords: words`болду болот болгон өттү өтөт өткөн менен жана үчүн да бул ал эле го айтып бериңиз беринизчи`,
  negation: phrases`эмес, жок`,
  anaphora: words`анын аны анда ага ошол`,
  smallTalk: {
    greeting: phrases`салам, саламатсызбы`,
    thanks: phrases`рахмат, чоң рахмат`,
    farewell: phrases`кош, кош болуңуз`,
  },
  numerals: {
    cardinals: numbered({
      '1…10': 'бир, эки, үч, төрт, беш, алты, жети, сегиз, тогуз, он',
      20: 'жыйырма',
      30: 'отуз',
      40: 'кырк',
      50: 'элүү',
    }),
    ordinals: numbered({
      '1…10': 'биринчи, экинчи, үчүнчү, төртүнчү, бешинчи, алтынчы, жетинчи, сегизинчи, тогузунчу, онунчу',
      20: 'жыйырманчы',
    }),
    multipliers: numbered({ 100: 'жүз', 1000: 'миң', 1_000_000: 'миллион|млн' }),
    oneAndAHalf: [],
    half: ['жарым'],
    joints: [],
    ordinalEndings: words`чи чы чу чү инчи ынчы`,
    number: ['номер', 'номери'],
  },
  calendar: {
    months: words`
      январ* феврал* март|мартта|марттын апрел* май|майда|майдын июн* июл* август|августта|августтун сентябр*
      октябр* ноябр* декабр*
    `.map((one) => one.split('|')),
    shortMonths: [],
    seasons: [],
    notMonths: [],
    ambiguousMonths: [],
    beforeMonth: [],
    weekdays: words`дүйшөмбү* шейшемби* шаршемби* бейшемби* жума* ишемби* жекшемби*`.map((one) => [one]),
    year: words`жыл жылы жылдын жылкы ж`,
    yearOf: ['жылкы'],
    between: ['күнү'],
    relativeDays: new Map([
      [-1, ['кечээ']],
      [0, ['бүгүн']],
      [1, ['эртең']],
    ]),
    rangeTo: ['чейин'],
    rangeAnd: ['менен'],
    rangeOpeners: ['арасында'],
    day: words`күн күнү`,
    relativeYears: new Map([[0, ['быйыл']]]),
    units: {
      day: { one: [], several: words`күн күндөн` },
      week: { one: [], several: words`апта аптадан аптада` },
      month: { one: [], several: words`ай айдан айда` },
      year: { one: [], several: words`жыл жылдан жылы` },
    },
    ahead: { before: [], beforeOne: [], behind: ['кийин'] },
    ago: words`мурун мурда`,
    present: words`бул ушул`,
    coming: ['кийинки'],
    gone: ['өткөн'],
  },
}
