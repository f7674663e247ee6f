import { en } from '../../../src/languages/en/en.ts'
import { numbered } from '../../../src/languages/numbered.ts'
import { phrases, words } from '../../../src/languages/phrases.ts'
import type { LanguageData } from '../../../src/languages/language-data.ts'
import { bare, stripping } from './bare.ts'

/**
 * A little Uzbek, in Latin letters. Its apostrophes (o‘, g‘) go with all others, and the tables are written without.
 */
export const uz: LanguageData = {
  ...bare,
  code: 'uz',
  script: 'Latin',
  keyboard: en.keyboard,
  stem: stripping(words`ning ni ga da dan lar larda larning si i`),
  asking: {
    when: phrases`qachon, qaysi kuni, qaysi oyda, qaysi yili, necha kun*`,
    where: phrases`qayerda, qaerda, qaysi shaharda, qaysi joyda`,
    who: phrases`kim, kimlar, ishtirokchi*`,
    title: phrases`qanday ataladi, nomi`,
    topic: phrases`nima haqida, mavzusi`,
    purpose: phrases`nima uchun, nega, maqsad*`,
    result: phrases`natija*`,
    number: phrases`qancha, necha, nechta`,
    what: phrases`nima, nima degani`,
    list: phrases`qaysi, qanday, royxat*`,
  },
  functionWords: words`boldi boladi bolgan otdi otadi otgan va bilan uchun ham bu u esa iltimos ayting`,
  negation: phrases`emas, yoq`,
  anaphora: words`uning uni unda unga osha`,
  smallTalk: { greeting: phrases`salom, assalomu alaykum`, thanks: phrases`rahmat, katta rahmat`, farewell: ['xayr'] },
  numerals: {
    cardinals: numbered({
      '1…10': 'bir, ikki, uch, tort, besh, olti, yetti, sakkiz, toqqiz, on',
      20: 'yigirma',
      30: 'ottiz',
      40: 'qirq',
      50: 'ellik',
    }),
    ordinals: numbered({
      '1…10':
        'birinchi, ikkinchi, uchinchi, tortinchi, beshinchi, oltinchi, yettinchi, sakkizinchi, toqqizinchi, oninchi',
      20: 'yigirmanchi',
    }),
    multipliers: numbered({ 100: 'yuz', 1000: 'ming', 1_000_000: 'million|mln' }),
    oneAndAHalf: ['bir yarim'],
    half: ['yarim'],
    joints: [],
    ordinalEndings: words`chi inchi nchi`,
    number: words`raqam raqami raqamli`,
  },
  calendar: {
    months: words`
      yanvar* fevral* mart|martda|martning aprel* may|mayda|mayning iyun* iyul* avgust|avgustda|avgustning sentabr*
      oktabr* noyabr* dekabr*
    `.map((one) => one.split('|')),
    shortMonths: [],
    seasons: [],
    notMonths: [],
    ambiguousMonths: [],
    beforeMonth: [],
    weekdays: words`dushanba* seshanba* chorshanba* payshanba* juma* shanba* yakshanba*`.map((one) => [one]),
    year: words`yil yili yilda yilning`,
    yearOf: ['yilgi'],
    between: ['kuni'],
    relativeDays: new Map([
      [-1, ['kecha']],
      [0, ['bugun']],
      [1, ['ertaga']],
    ]),
    rangeTo: ['gacha'],
    rangeAnd: ['va'],
    rangeOpeners: ['orasida'],
    day: words`kun kuni`,
    relativeYears: new Map(),
    units: {
      day: { one: [], several: words`kun kundan` },
      week: { one: [], several: words`hafta haftadan haftada` },
      month: { one: [], several: words`oy oydan oyda` },
      year: { one: [], several: words`yil yildan yili` },
    },
    ahead: { before: [], beforeOne: [], behind: words`keyin song` },
    ago: words`oldin avval`,
    present: words`shu bu`,
    coming: words`keyingi kelasi`,
    gone: words`otgan`,
  },
}
