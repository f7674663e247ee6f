import { describe, expect, test } from 'vitest'
import { openKnowledgeBase } from '../../../src/core/knowledge-base/knowledge-base.ts'
import { tokenise } from '../../../src/core/text/tokenise.ts'
import { findAsked } from '../../../src/core/understanding/asked.ts'
import type { DateMention } from '../../../src/core/understanding/date-mention.ts'
import { findDates } from '../../../src/core/understanding/dates.ts'
import { fitsSpan } from '../../../src/core/understanding/fits-span.ts'
import { grammarOf } from '../../../src/core/understanding/grammar.ts'
import { mendQuestionWord, unswap } from '../../../src/core/understanding/mending.ts'
import { findNumerals, type Numeral } from '../../../src/core/understanding/numerals.ts'
import { readQuestion, type Question } from '../../../src/core/understanding/question.ts'
import { chooseReading } from '../../../src/core/understanding/readings.ts'
import { fold } from '../../../src/core/text/normalise.ts'
import { readSpan } from '../../../src/knowledge/dates.ts'
import { allLanguages } from '../../../src/languages/known/all.ts'
import { aFair } from '../../support/fair.ts'

const texts = {
  kk: 'Оқу залы тыныш, мұнда жұмыс істеуге болады. Билеттер оңтүстік қақпада сатылады, қонақтар ерте келеді.',
  ru: 'В читальном зале тихо, здесь можно работать. Билеты продаются у южных ворот, гости приходят рано.',
  en: 'The reading hall is quiet and one can work there. Tickets are sold at the gate, guests come early.',
}

const { reader } = openKnowledgeBase(aFair({ entries: aFair().entries.map((entry) => ({ ...entry, text: texts })) }))

function read(text: string): Question {
  return readQuestion(text, reader, '2026-04-20')
}

const grammar = grammarOf(allLanguages)

function numeralsIn(text: string, language?: string): Numeral[] {
  return findNumerals(tokenise(text), grammar, language).filter(({ certain }) => certain)
}

function datesIn(text: string): DateMention[] {
  const words = tokenise(text)
  return findDates({ words, grammar, numerals: findNumerals(words, grammar, undefined) }, [], '2026-04-20')
}

/** The ids of what a question names. */
function named(text: string): readonly string[] {
  return read(text).names.flatMap(({ things }) => things.map(({ id }) => id))
}

describe('what is asked', () => {
  test.for([
    { asked: 'when', texts: ['when is it', 'on which day', 'в каком году', 'какого числа', 'қай күні', 'қай айда'] },
    { asked: 'where', texts: ['where is it', 'in which city', 'в каком городе', 'куда', 'қай жерде', 'қай қалада'] },
    { asked: 'who', texts: ['who came', 'who took part', 'с кем', 'участники', 'кім келді', 'қатысушылар'] },
    { asked: 'title', texts: ['what is it called', 'how is it titled', 'как называется', 'қалай аталады', 'атауы'] },
    { asked: 'topic', texts: ['what is it about', 'о чем он', 'о чём он', 'тема', 'не туралы', 'тақырыбы'] },
    { asked: 'purpose', texts: ['why', 'what is the aim', 'зачем', 'с какой целью', 'не үшін', 'мақсаты'] },
    {
      asked: 'result',
      texts: ['what came out', 'the outcome', 'итоги', 'чего добились', 'нәтижесі', 'немен аяқталды'],
    },
    { asked: 'benefit', texts: ['how is it useful', 'что дает', 'выгода', 'пайдасы', 'не береді'] },
    { asked: 'number', texts: ['how many', 'number of guests', 'сколько', 'количество', 'қанша', 'неше'] },
    { asked: 'how', texts: ['how', 'in what form', 'каким образом', 'в какой форме', 'қалай'] },
    { asked: 'what', texts: ['what is it', 'tell me about it', 'что такое лист', 'деген не', 'не'] },
    { asked: 'list', texts: ['list all', 'which ones', 'перечисли', 'какие', 'тізімі', 'қандай'] },
    { asked: 'yes-no', texts: ['is it', 'whether', 'был ли', 'правда', 'болды ма', 'рас па'] },
  ] as const)('is $asked in $texts', ({ asked, texts }) => {
    expect(texts.filter((text) => !findAsked(tokenise(text), grammar).asked.has(asked))).toEqual([])
  })

  test('is nothing where a group of words only looks like it', () => {
    for (const group of ['take place', 'takes place', 'имело место']) {
      expect([...findAsked(group.split(' '), grammar).asked]).toEqual([])
    }
  })

  test('is what the longest group asks, not what a word in it does', () => {
    const groups = {
      'what city': 'where',
      'name all': 'list',
      'неше күн': 'duration',
      'қай күні': 'when',
      'каком городе': 'where',
    }
    for (const [group, asked] of Object.entries(groups))
      expect([...findAsked(tokenise(group), grammar).asked]).toEqual([asked])
  })

  test('is a yes or no only where its opener comes first', () => {
    expect(findAsked(['is', 'it'], grammar).asked).toContain('yes-no')
    expect(findAsked(['it', 'is'], grammar).asked).not.toContain('yes-no')
  })
})

describe('a question', () => {
  test.for([
    { text: 'Саммит в Алматы?', whether: true },
    { text: 'Саммит в Алматы', whether: false },
    { text: 'Саммит?', whether: false },
    { text: 'Where is the summit?', whether: false },
  ])('perhaps wants a yes or no where nothing but its mark asks: $text is $whether', ({ text, whether }) => {
    expect(read(text).asked.has('whether')).toBe(whether)
  })

  test.for(['not in Bonn', 'before May', 'билеты продаются не в Бонне', 'кроме Бонна', 'Бонннан бұрын', 'Боннда емес'])(
    'denies or compares: %s',
    (text) => expect(read(text).deniesOrCompares).toBe(true),
  )

  test.for(['in Bonn', 'в Бонне', 'Боннда қашан және не болды'])('neither denies nor compares: %s', (text) =>
    expect(read(text).deniesOrCompares).toBe(false),
  )

  test('takes the number in a date for no number', () => {
    expect(read('the second talk of 13 May 2025').numerals).toMatchObject([{ value: 2 }])
  })

  test.for([
    { typed: 'лекцыя', stands: 'лекция' },
    { typed: 'tikets', stands: 'tickets' },
    { typed: 'жармeнке'.replace('e', 'е'), stands: 'жәрмеңке' },
  ])('takes $typed for $stands', ({ typed, stands }) => {
    const [word] = read(typed).words
    expect(word!.terms.map(({ term }) => term)).toEqual(
      expect.arrayContaining([read(stands).words[0]!.terms.find(({ term }) => reader.hasTerm(term))!.term]),
    )
    expect(word!.known).toBe(true)
  })

  test('knows no word that is far from all of the pack', () => {
    expect(read('zeppelin').words[0]).toMatchObject({ known: false, mended: false, role: 'content' })
  })
})

describe('names', () => {
  test.for(['in Bonn', 'в Бонне', 'Боннда', 'ын Бонн'])('are found in any language: %s', (text) =>
    expect(named(text)).toEqual(['bonn']),
  )

  test('are taken whole: the longest goes first', () => expect(named('reading of the Book Fair')).toEqual(['fair']))

  test('of one letter away are no names', () => expect(named('OSCA')).toEqual([]))
})

describe('numerals', () => {
  const ordinals: readonly string[] = [
    'first первый бірінші I',
    'second второй екінші II',
    'third третий үшінші III',
    'fourth четвертый төртінші IV',
    'fifth пятый бесінші 5th',
    'sixth шестой алтыншы VI',
    'seventh седьмой жетінші VII',
    'eighth восьмой сегізінші VIII',
    'ninth девятый тоғызыншы IX',
    'tenth десятый оныншы 10-й',
    'eleventh одиннадцатый XI',
    'twelfth двенадцатый XII',
  ]

  test.for(ordinals.map((words, at) => ({ value: at + 1, words })))(
    'of place $value are $words',
    ({ value, words }) => {
      for (const word of words.split(' ').filter((one) => one !== 'I')) {
        expect(numeralsIn(word), word).toMatchObject([{ value, ordinal: true }])
      }
    },
  )

  test.for(['третьей', 'третьего', 'үшіншіде', 'third', '3rd', '3-го', '3-ей', '3-ші', '3-shi'])(
    'are ordinals in any form: %s',
    (text) => expect(numeralsIn(text)).toMatchObject([{ value: 3, ordinal: true }]),
  )

  test.for([
    { value: 2, words: 'two два две екі 2' },
    { value: 7, words: 'seven семь жеті 7' },
    { value: 12, words: 'twelve двенадцать 12' },
  ])('count $value in $words', ({ value, words }) => {
    for (const word of words.split(' ')) {
      expect(numeralsIn(word), word).toMatchObject([{ value, ordinal: false }])
    }
  })

  test.for([
    { text: 'он екі', value: 12, ordinal: false },
    { text: 'он екінші', value: 12, ordinal: true },
    { text: 'он шақты', value: 10, ordinal: false },
  ])('read ten in Kazakh: $text', ({ text, value, ordinal }) => {
    expect(numeralsIn(text, 'kk')).toMatchObject([{ value, ordinal }])
  })

  test.for(['он пришел', 'вторник', 'пятница', 'x', 'шестерня', 'семья'])('are none in: %s', (text) =>
    expect(numeralsIn(text)).toEqual([]),
  )
})

describe('months', () => {
  const months: readonly string[] = [
    'January январь января қаңтар қаңтарда',
    'February февраль февраля ақпан ақпанда',
    'March март марта наурыз наурызда',
    'April апрель апреле сәуір сәуірде',
    'May май мая мамыр мамырда',
    'June июнь июня маусым маусымда',
    'July июль июля шілде шілдеде',
    'August август августе тамыз тамызда',
    'September сентябрь сентября қыркүйек қыркүйекте',
    'October октябрь октября қазан қазанда',
    'November ноябрь ноября қараша қарашада',
    'December декабрь декабря желтоқсан желтоқсанда',
  ]

  test.for(months.map((names, at) => ({ month: at + 1, names })))('number $month are $names', ({ month, names }) => {
    for (const name of names.split(' ')) expect(datesIn(`in ${name}`), name).toMatchObject([{ first: { month } }])
  })

  test('in their short forms need a number beside them', () => {
    expect(datesIn('13 nov')).toMatchObject([{ first: { day: 13, month: 11 } }])
    expect(datesIn('nov')).toEqual([])
  })

  test('are none in names that begin like them', () => {
    for (const word of ['казань', 'казани', 'мартин', 'августин', 'майский']) expect(datesIn(word)).toEqual([])
  })
})

describe('mending', () => {
  test.for([
    ['wehn', 'when'],
    ['whre', 'where'],
    ['thrid', 'third'],
    ['кагда', 'когда'],
    ['скольео', 'сколько'],
    ['пятй', 'пятый'],
    ['қайдаа', 'кайда'],
    ['үшнші', 'ушинши'],
  ] as const)('takes %s for %s', ([typed, meant]) => expect(mendQuestionWord(typed, grammar)).toBe(meant))

  test.for(['gate', 'kwhen', 'wo', 'зал'])('leaves %s alone', (word) =>
    expect(mendQuestionWord(word, grammar)).toBeUndefined(),
  )

  test('swaps neighbouring letters of short function words alone', () => {
    expect(unswap('teh', grammar)).toBe('the')
    expect(unswap('adn', grammar)).toBe('and')
    expect(unswap('woudl', grammar)).toBeUndefined()
    expect(unswap('gaet', grammar)).toBeUndefined()
    expect(unswap('on', grammar)).toBeUndefined()
  })
})

describe('a reading', () => {
  const known = new Set('when is the fair когда ярмарка кашан жарменке'.split(' '))
  const choose = (text: string) =>
    chooseReading(
      text,
      allLanguages,
      (word) => known.has(fold(word)),
      () => false,
    )

  test.for([
    { text: 'when is the fair', how: 'typed', words: 'when is the fair' },
    { text: 'rjulf zhvfhrf', how: 'layout', words: 'когда ярмарка' },
    { text: 'црут шы еру афшк', how: 'layout', words: 'when is the fair' },
    { text: 'kogda yarmarka', how: 'latin', words: 'когда ярмарка' },
    { text: '0fify', how: 'layout', words: 'қашан' },
    { text: '<b> <i>', how: 'typed', words: 'b i' },
  ])('of "$text" is $how: $words', ({ text, how, words }) => {
    const reading = choose(text)
    expect([reading.how, reading.words.join(' ')]).toEqual([how, words])
  })
})

describe('the language of a text', () => {
  test.for([
    ['kk', 'билеттер қайда сатылады'],
    ['kk', 'билеттер кайда сатылады'],
    ['kk', 'конактар'],
    ['ru', 'где продаются билеты'],
    ['en', 'where are the tickets sold'],
    [undefined, '2026'],
    [undefined, 'q'],
  ] as const)('is %s: %s', ([language, text]) => expect(reader.guessLanguage(tokenise(text))).toBe(language))
})

describe('fitsSpan', () => {
  test('cannot tell the day of what is known by its month', () => {
    expect(fitsSpan({ first: { day: 15, month: 11 }, last: undefined }, readSpan('2025-11'))).toBeUndefined()
  })

  test('denies another month', () =>
    expect(fitsSpan({ first: { month: 10 }, last: undefined }, readSpan('2025-11'))).toBe(false))

  test.for([
    { dates: '2026-04-22/2026-04-24', weekday: 5, fits: true },
    { dates: '2026-04-22/2026-04-24', weekday: 1, fits: false },
    { dates: '2026-04-24/2026-04-27', weekday: 1, fits: true },
    { dates: '2025-11', weekday: 1, fits: undefined },
  ])('of day $weekday of a week and $dates is $fits', ({ dates, weekday, fits }) => {
    expect(fitsSpan({ first: { weekday }, last: undefined }, readSpan(dates))).toBe(fits)
  })
})
