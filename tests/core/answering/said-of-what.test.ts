import { describe, expect, test } from 'vitest'
import { createAssistant } from '../../../src/core/answering/assistant.ts'
import { plainText, type Reply } from '../../../src/core/answering/reply.ts'
import { readSpan } from '../../../src/knowledge/dates.ts'
import type { Language } from '../../../src/knowledge/language.ts'
import type { Facet, Statement } from '../../../src/knowledge/pack.ts'
import { anEntry, named } from '../../support/entries.ts'
import { aFair } from '../../support/fair.ts'

function aStatement(about: Facet, ...[kk, ru, en]: readonly [kk: string, ru: string, en: string]): Statement {
  return { about, text: { kk, ru, en } }
}

const entries = [
  anEntry({
    id: 'workshop',
    type: 'event',
    title: { kk: 'Шеберхана', ru: 'Мастерская', en: 'Workshop' },
    names: named('шеберхана', 'мастерская', 'workshop'),
    dates: readSpan('2025-11'),
    says: [
      aStatement(
        'topic',
        'Ол қағазға, былғарыға, желімге арналған; ағаш қолданылмайды.',
        'Она посвящена бумаге, коже, клею; дерево не применяется.',
        'It dealt with paper, leather, glue; wood is not used.',
      ),
    ],
  }),
  anEntry({
    id: 'exhibition',
    type: 'event',
    title: { kk: 'Көрме', ru: 'Выставка', en: 'Exhibition' },
    names: named('көрме', 'выставка', 'exhibition'),
    dates: readSpan('2025-10'),
    says: [
      aStatement(
        'when',
        '19 қазан кешінде жабылды.',
        'Закрылась вечером 19 октября.',
        'It closed on the evening of 19 October.',
      ),
    ],
  }),
  anEntry({
    id: 'materials',
    title: { kk: 'Материалдар', ru: 'Материалы', en: 'Materials' },
    names: named('материал', 'материал', 'material'),
    says: [
      aStatement(
        'what',
        'Материалдар: қағаз, былғары, желім.',
        'Материалы: бумага, кожа, клей.',
        'Materials: paper, leather, glue.',
      ),
    ],
  }),
  anEntry({
    id: 'treaty',
    type: 'document',
    title: { kk: 'Шарт', ru: 'Договор', en: 'Treaty' },
    names: named('шарт', 'договор', 'treaty'),
    says: [
      aStatement(
        'what',
        'Шарт: асығыс қол қойылды, Рид, Линд.',
        'Договор: подписан наспех, Рид, Линд.',
        'The treaty: signed in haste, Reed, Lind.',
      ),
    ],
  }),
  anEntry({
    id: 'charter',
    type: 'document',
    expected: true,
    title: { kk: 'Хартия', ru: 'Хартия', en: 'Charter' },
    names: named('хартия', 'хартия', 'charter'),
    says: [
      aStatement(
        'what',
        'Хартия қабылданады деп күтіледі.',
        'Ожидается принятие хартии.',
        'The charter is expected to be adopted.',
      ),
      aStatement('how', 'Хартия тегін таратылады.', 'Хартию раздают бесплатно.', 'The charter is given away.'),
    ],
  }),
  anEntry({
    id: 'wish',
    title: { kk: 'Тілек', ru: 'Пожелание', en: 'Wish' },
    names: named('тілек', 'пожелание', 'wish'),
    says: [
      aStatement('what', 'Мектептерге арзан басылымдар.', 'Дешёвые издания для школ.', 'Cheap editions for schools.'),
    ],
    questions: named('ол оны қай жерде жариялады', 'где он об этом объявил', 'where did he announce it'),
  }),
]
const assistant = createAssistant(aFair({ entries: [...aFair().entries, ...entries] }))
const now = new Date('2026-03-01T09:00:00Z')

/** The reply to the last of these questions, asked one after the other. */
function ask(language: Language, ...questions: readonly string[]): Reply {
  const session = questions.join('|')
  return questions.map((text) => assistant.ask({ text, session, language, now }).reply).at(-1)!
}

describe('an enumeration affirms', () => {
  test.for([
    ['en', 'Do the materials have leather and glue?', /^Yes\. Materials/],
    ['ru', 'Среди материалов есть бумага и клей?', /^Да\. Материалы/],
    ['kk', 'Материалдар арасында қағаз бен желім бар ма?', /^Иә\. Материалдар/],
    ['en', 'Did Lind sign the treaty?', /^The treaty/],
    ['ru', 'Договор подписан Линд?', /^Договор/],
    ['kk', 'Шартқа Линд қол қойды ма?', /^Шарт/],
  ] as const)('what it names, and no deed: %s, %s', ([language, text, says]) =>
    expect(plainText(ask(language, text))).toMatch(says),
  )
})

describe('on an agenda', () => {
  test.for([
    ['en', 'Is leather on the agenda of the workshop?', /^Yes\. It dealt/],
    ['ru', 'На мастерской обсуждали кожу?', /^Да\. Она посвящена/],
    ['kk', 'Шеберханада былғары талқыланды ма?', /^Иә\. Ол қағазға/],
    ['en', 'Is wood on the agenda of the workshop?', /^It dealt/],
  ] as const)('what other clauses deny is no matter: %s, %s', ([language, text, says]) =>
    expect(plainText(ask(language, text))).toMatch(says),
  )
})

describe('what is expected', () => {
  test.for([
    ['en', 'Is the charter expected to be adopted?', /^Yes\. The charter/],
    ['ru', 'Ожидается ли принятие хартии?', /^Да\. Ожидается/],
    ['kk', 'Хартия қабылданады деп күтіле ме?', /^Иә\. Хартия/],
    ['en', 'Is the charter given away?', /^Yes, that is expected\. The charter/],
    ['ru', 'Хартию раздают бесплатно?', /^Да, так ожидается\. Хартию/],
    ['kk', 'Хартия тегін таратыла ма?', /^Иә, солай күтіледі\. Хартия/],
  ] as const)('is affirmed as far as it is asked, and as expected otherwise: %s, %s', ([language, text, says]) =>
    expect(plainText(ask(language, text))).toMatch(says),
  )
})

describe('the exact day', () => {
  test.for([
    ['en', 'On what date was the exhibition?', /^October 2025\n.*\n.*19 October/],
    ['ru', 'Какого числа была выставка?', /^октябрь 2025 года\n.*\n.*19 октября/],
    ['kk', 'Көрме қай күні болды?', /^2025 жылғы қазан\n.*\n.*19 қазан/],
  ] as const)('of what is known by its month may stand in its text: %s, %s', ([language, text, says]) => {
    const reply = ask(language, text)
    expect(reply.rule).toBe('best-entry')
    expect(plainText(reply)).toMatch(says)
  })

  test.for([
    ['en', 'On what date was the workshop?'],
    ['ru', 'Какого числа была мастерская?'],
    ['kk', 'Шеберхана қай күні болды?'],
  ] as const)('is lacking otherwise: %s, %s', ([language, text]) =>
    expect(ask(language, text)).toMatchObject({ rule: 'best-entry/lacks-day', status: 'unknown' }),
  )
})

describe('what goes on', () => {
  test.for([
    ['last-entry/lacks-where', 'en', ['wish', 'where did he tell of it?'], 'wish'],
    ['last-entry', 'ru', ['вторая лекция', 'а в каком году?'], 'talk-2'],
    ['still-last/lacks-who', 'ru', ['вторая лекция', 'а кто там шептал?'], 'talk-2'],
    ['still-last', 'kk', ['екінші дәріс', 'ал онда не пісірді?'], 'talk-2'],
    ['sibling', 'ru', ['третья лекция', 'а та, что в Бонне?'], 'talk-2'],
  ] as const)('by %s in %s: %s is about %s', ([rule, language, asked, id]) => {
    const reply = ask(language, ...asked)
    expect(reply.rule).toBe(rule)
    expect([...reply.entries, ...reply.suggestions.map((one) => one.id)]).toContain(id)
  })
})

describe('another place than that of what was told last', () => {
  test.for([
    ['en', 'the fair', 'and the one in Bonn?'],
    ['ru', 'ярмарка', 'а та в Бонне?'],
  ] as const)('denies nothing: %s, %s, %s', ([language, ...asked]) =>
    expect(plainText(ask(language, ...asked))).not.toMatch(/^(No|Нет|Жоқ)\./),
  )
})

describe('events in several places', () => {
  const all = ['fair', 'talk-1', 'talk-2', 'talk-3']
  test.for([
    ['en', 'Which events were in Bonn and Astana?', all],
    ['ru', 'Какие мероприятия были в Германии и Казахстане?', all],
    ['kk', 'Бонн мен Астанада қандай іс-шаралар болды?', all],
    ['en', 'Which events were in Kazakhstan, in Astana?', ['fair', 'talk-1', 'talk-3']],
    ['en', 'Which events were in Germany, in Astana?', []],
  ] as const)('are in any of those that are alike: %s, %s', ([language, text, ids]) =>
    expect(ask(language, text).entries).toEqual(ids),
  )
})

describe('what is felt', () => {
  test.for([
    ['ru', 'целую жжщщ шшшы', true],
    ['ru', 'целую Бонн шшшы', false],
    ['en', 'you stupid rusty tin can', true],
    ['en', 'you stupid rusty tin can Bonn', false],
    ['kk', 'сүйемін зззқ ұұқ', true],
    ['kk', 'сүйемін Бонн ұұқ', false],
  ] as const)('is felt where nothing is named: %s, %s is %s', ([language, text, felt]) =>
    expect(ask(language, text).rule === 'felt').toBe(felt),
  )
})
