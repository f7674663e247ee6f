import { describe, expect, test } from 'vitest'
import { createAssistant } from '../../../src/core/answering/assistant.ts'
import { plainText, type Reply } from '../../../src/core/answering/reply.ts'
import { readSpan } from '../../../src/knowledge/dates.ts'
import type { LocalisedLists } from '../../../src/knowledge/pack.ts'
import { anEntry, named } from '../../support/entries.ts'
import { aFair } from '../../support/fair.ts'

const none: LocalisedLists = { kk: [], ru: [], en: [] }

const entries = [
  anEntry({
    id: 'lind',
    type: 'person',
    title: { kk: 'Ада Линд', ru: 'Ада Линд', en: 'Ada Lind' },
    names: named('Линд', 'Линд', 'Lind'),
    says: [{ about: 'what', text: { en: 'She keeps the archive.', ru: 'Хранит архив.', kk: 'Мұрағатты сақтайды.' } }],
  }),
  anEntry({
    id: 'reed',
    type: 'person',
    title: { kk: 'Бо Рид', ru: 'Бо Рид', en: 'Bo Reed' },
    names: named('Рид', 'Рид', 'Reed'),
    says: [{ about: 'what', text: { en: 'He binds books.', ru: 'Переплетает книги.', kk: 'Кітап түптейді.' } }],
  }),
  anEntry({
    id: 'origin',
    title: { kk: 'Жәрмеңке бастамасы', ru: 'Инициатива ярмарки', en: 'Initiative of the fair' },
    people: ['lind'],
    says: [
      {
        about: 'who',
        text: {
          kk: 'Жәрмеңкені өткізуді Қазақстаннан Ада Линд ұсынды.',
          ru: 'Провести ярмарку предложила Ада Линд из Казахстана.',
          en: 'The fair was proposed by Ada Lind of Kazakhstan.',
        },
      },
    ],
    questions: {
      kk: ['жәрмеңкені кім ұсынды', 'бастама кімдікі'],
      ru: ['кто предложил ярмарку', 'чья это инициатива'],
      en: ['who proposed the fair', 'whose initiative is it'],
    },
  }),
  anEntry({
    id: 'visitors',
    title: { kk: 'Келушілер саны', ru: 'Число посетителей', en: 'Number of visitors' },
    names: named('келушілер', 'посетители', 'visitors'),
    says: [
      {
        about: 'number',
        text: {
          kk: 'Жәрмеңкеге 900 келуші күтіледі.',
          ru: 'На ярмарке ждут 900 посетителей.',
          en: 'The fair expects 900 visitors.',
        },
      },
    ],
    questions: { kk: ['қанша келуші болады'], ru: ['сколько будет посетителей'], en: ['how many visitors will come'] },
  }),
  anEntry({
    id: 'titles',
    nameless: true,
    title: { kk: 'Жаңа кітаптар тізімі', ru: 'Список новых книг', en: 'List of new books' },
    says: [{ about: 'number', text: { kk: 'Онда 40 кітап бар.', ru: 'В нём 40 книг.', en: 'It has 40 books.' } }],
    questions: {
      kk: ['тізімде неше жаңа кітап бар'],
      ru: ['сколько новых книг в списке'],
      en: ['how many new books are on the list'],
    },
  }),
  anEntry({
    id: 'archive',
    type: 'event',
    title: { kk: 'Мұрағаттың ашылуы', ru: 'Открытие архива', en: 'Opening of the archive' },
    names: named('мұрағат', 'архив', 'archive'),
    dates: readSpan('2025'),
    place: 'bonn',
    questions: { kk: ['мұрағат қашан ашылды'], ru: ['когда открыли архив'], en: ['when did the archive open'] },
  }),
]
const others = [
  anEntry({
    id: 'charter',
    type: 'document',
    numbers: [52],
    title: { kk: '52-жарғы', ru: 'Устав 52', en: 'Charter 52' },
    names: named('жарғы', 'устав', 'charter'),
    says: [{ about: 'what', text: { en: 'The charter guards old bindings.', ru: 'Устав хранит старые переплёты.' } }],
    questions: { kk: [], ru: ['что за устав о переплётах'], en: ['which charter guards bindings'] },
  }),
  anEntry({
    id: 'workshop',
    type: 'event',
    title: { kk: 'Түптеу шеберханасы', ru: 'Переплётная мастерская', en: 'Binding workshop' },
    names: named('шеберхана', 'мастерская', 'workshop'),
    dates: readSpan('2025'),
    place: 'germany',
    says: [
      { about: 'what', text: { en: 'The doors stood open on 3 May.' } },
      { about: 'topic', text: { en: 'Its topics were glue, thread, and gilding.' } },
    ],
  }),
  anEntry({
    id: 'juice',
    title: { kk: 'Шырын', ru: 'Сок', en: 'Juice' },
    text: { kk: 'Шырын есік алдында.', ru: 'Сок у входа.', en: 'Juice is at the entrance.' },
    questions: { kk: ['шырын қайда'], ru: ['где сок'], en: ['where is juice'] },
  }),
  anEntry({
    id: 'soup',
    title: { kk: 'Сорпа', ru: 'Суп', en: 'Soup' },
    text: { kk: 'Сорпа 2 ₸, залда.', ru: 'Суп 2 ₸, в зале.', en: 'Soup is 2 ₸, in the hall.' },
    questions: { kk: ['сорпа қайда'], ru: ['где суп'], en: ['where is soup'] },
  }),
]
const fair = aFair({
  entries: [...aFair().entries, ...entries, ...others],
  terms: [
    ...aFair().terms,
    { id: 'steppe', names: named('Ұлы дала', 'Великая степь', 'Great Steppe'), generic: false, places: ['kazakhstan'] },
    { id: 'cities', names: { ...none, en: ['cities'] }, generic: true },
  ],
})
const assistant = createAssistant(fair)
const now = new Date('2026-03-01T09:00:00Z')

function ask(language: 'kk' | 'ru' | 'en', ...questions: readonly string[]): Reply {
  const session = questions.join('|')
  return questions.map((text) => assistant.ask({ text, session, language, now }).reply).at(-1)!
}

describe('who did what only one can have done', () => {
  test.for([
    ['en', 'Was it Bo Reed who proposed the fair?', /^No\. The fair was proposed by Ada Lind/],
    ['en', 'Did Germany propose the fair?', /^No\. The fair was proposed by Ada Lind/],
    ['en', 'Was it Mirabelle who proposed the fair?', /^No\. The fair was proposed by Ada Lind/],
    ['en', 'Did Lind propose the fair?', /^Yes\. The fair was proposed by Ada Lind/],
    ['ru', 'Ярмарку предложил Рид?', /^Нет\. Провести ярмарку предложила Ада Линд/],
    ['ru', 'Это Линд предложила ярмарку?', /^Да\. Провести ярмарку/],
    ['kk', 'Жәрмеңкені Рид ұсынды ма?', /^Жоқ\. Жәрмеңкені өткізуді/],
    ['kk', 'Жәрмеңкені Линд ұсынды ма?', /^Иә\. Жәрмеңкені өткізуді/],
  ] as const)('%s: %s', ([language, text, says]) => {
    const reply = ask(language, text)
    expect(reply.rule).toBe('doer')
    expect(plainText(reply)).toMatch(says)
  })

  test('is open for what nobody is said to have done', () => {
    expect(ask('en', 'Did Bo Reed propose cheap maps?').rule).not.toBe('doer')
  })
})

describe('what is elsewhere', () => {
  test.for([
    ['en', 'Which talks were outside Astana?', ['talk-2']],
    ['en', 'Which talks were not in Bonn?', ['talk-1', 'talk-3']],
    ['en', 'Where were talks outside the Great Steppe?', ['talk-2']],
    ['en', 'Which talks were in the Great Steppe?', ['talk-1', 'talk-3']],
    ['ru', 'Какие лекции были за пределами Астаны?', ['talk-2']],
    ['ru', 'Где были лекции, кроме Бонна?', ['talk-1', 'talk-3']],
    ['kk', 'Астанадан тыс қай қалаларда дәріс болды?', ['talk-2']],
    ['kk', 'Бонннан басқа қай қалаларда дәріс болды?', ['talk-1', 'talk-3']],
  ] as const)('%s: %s', ([language, text, told]) => {
    const reply = ask(language, text)
    expect(reply.rule).toBe('elsewhere')
    expect(reply.entries).toEqual(told)
  })

  test.for([
    ['en', 'Was the second talk somewhere other than Bonn?', /^13 May 2025/],
    ['en', 'Is the fair held somewhere other than Astana?', /^22–24 April/],
    ['ru', 'Вторая лекция была за пределами Бонна?', /^13 мая 2025/],
    ['kk', 'Жәрмеңке Астанадан басқа қалада өте ме?', /^2026 жылғы 22–24 сәуір/],
  ] as const)('%s: %s is not affirmed by the place that is left out', ([language, text, says]) =>
    expect(plainText(ask(language, text))).toMatch(says),
  )

  test('is no answer to a yes or no, nor to what says more', () => {
    expect(ask('en', 'Is the fair outside Astana?').rule).not.toBe('elsewhere')
    expect(ask('en', 'Which talks outside Astana had cheap wooden lamps?').rule).not.toBe('elsewhere')
  })

  test('of several countries any is meant, of a country and its city both', () => {
    expect(ask('en', 'Which events were in Germany and Kazakhstan?').entries.length).toBeGreaterThan(3)
    expect(ask('en', 'Which events were in Kazakhstan, in Bonn?').entries).toEqual([])
  })
})

describe('what the source lacks of what it tells', () => {
  test.for([
    ['en', 'How many visitors come from Germany?', 'part', /no number for this alone: Germany\. .*900/],
    ['en', 'How many visitors come from Peru?', 'part', /no number for this alone: Peru/],
    ['ru', 'Сколько посетителей будет из Германии?', 'part', /Отдельного числа .*Германии/],
    ['kk', 'Германиядан қанша келуші күтіледі?', 'part', /бөлек сан айтылмаған/],
    ['en', 'At what address did the archive open?', 'address', /the exact address/],
    ['ru', 'По какому адресу открыли архив?', 'address', /точный адрес/],
    ['kk', 'Мұрағат қай ғимаратта ашылды?', 'address', /мекенжайы/],
    ['en', 'On what date did the archive open?', 'day', /2025/],
    ['ru', 'Какого числа открыли архив?', 'day', /2025/],
    ['kk', 'Мұрағат қай күні ашылды?', 'day', /2025/],
    ['en', 'What are the names of the new books on the list?', 'names', /what they are called/],
    ['ru', 'Какие названия у новых книг в списке?', 'names', /как они называются/],
    ['en', 'Where can I read the full text of the declaration?', 'text', /the full text/],
    ['ru', 'Где скачать полный текст декларации?', 'text', /полный текст/],
    ['kk', 'Декларацияның толық мәтіні қайда?', 'text', /толық мәтіні/],
    ['en', 'Who represented Kazakhstan at the second talk?', 'represented', /who represented whom/],
    ['en', 'Which ministers signed the declaration?', 'signed', /who signed it/],
    ['en', 'How much is the juice?', 'price', /what it costs: Juice/],
    ['ru', 'Сколько стоит сок?', 'price', /сколько это стоит: Сок/],
    ['kk', 'Шырын қанша тұрады?', 'price', /бағасы айтылмаған: Шырын/],
  ] as const)('%s: %s lacks %s', ([language, text, lacks, says]) => {
    const reply = ask(language, text)
    expect(reply.rule).toMatch(new RegExp(`/lacks-${lacks}$`))
    expect(plainText(reply)).toMatch(says)
  })

  test.for(['How many visitors will come?', 'How many visitors will come to Astana?'])('%s is told', (text) =>
    expect(plainText(ask('en', text))).toMatch(/^The fair expects 900 visitors/),
  )

  test.for([
    ['en', 'How much is the soup?', 'soup'],
    ['ru', 'Сколько стоит суп?', 'soup'],
    ['kk', 'Сорпа қанша тұрады?', 'soup'],
    ['en', 'What is the number of the charter on bindings?', 'charter'],
    ['en', 'On what date was the binding workshop?', 'workshop'],
    ['en', 'Who hosted the binding workshop?', 'workshop'],
  ] as const)('%s: %s is told', ([language, text, told]) => expect(ask(language, text).entries).toEqual([told]))

  test('of a person only that is told which the source says', () => {
    const reply = ask('en', 'Will Ada Lind come to the fair?')
    expect(reply).toMatchObject({ rule: 'unnamed-participant', status: 'unknown' })
    expect(plainText(reply)).toMatch(/^The bulletin does not say .*Ada Lind.*\nShe keeps the archive/)
  })
})

describe('what goes on from an answer', () => {
  test.for([
    ['en', ['What was on 10 March 2025?', 'and 64 days later?'], 'talk-2'],
    ['ru', ['Что было 10 марта 2025 года?', 'а через 64 дня?'], 'talk-2'],
    ['kk', ['2025 жылғы 10 наурызда не болды?', 'ал 64 күннен кейін ше?'], 'talk-2'],
    ['en', ['the second talk', 'and the talk before that?'], 'talk-1'],
    ['ru', ['вторая лекция', 'а следующая лекция?'], 'talk-3'],
    ['kk', ['екінші дәріс', 'ал одан кейінгі дәріс?'], 'talk-3'],
  ] as const)('%s: %s', ([language, asked, told]) => expect(ask(language, ...asked).entries).toEqual([told]))

  test('what fits nothing better is about what was told last', () =>
    expect(ask('en', 'tickets', 'and what did they whisper there?')).toMatchObject({ entries: ['tickets'] }))

  test('a place that it was not in is another one, and no denial', () => {
    expect(plainText(ask('en', 'the third talk', 'and the one in Bonn?'))).not.toMatch(/^No/)
  })

  test('what was asked back is about what was named first', () => {
    const asked = ask('en', 'price')
    expect(asked.status).toBe('clarify')
    expect(ask('en', 'price', 'and how?').entries).toEqual([asked.suggestions[0]!.id])
  })
})

describe('what was then', () => {
  test.for([
    ['en', 'in which cities did they huddle in May 2025'],
    ['ru', 'в каких городах судачили в мае 2025 года'],
    ['kk', '2025 жылғы мамырда қай қалаларда сырласты'],
  ] as const)('is all told where no entry fits well: %s, %s', ([language, text]) =>
    expect(ask(language, text)).toMatchObject({ rule: 'events-then', entries: ['talk-2', 'talk-3'] }),
  )
})

describe('what typed data deny', () => {
  test.for([
    ['en', 'Was the talk in Bonn on 15 May 2025?', /^No\. 13 May 2025/],
    ['ru', 'Вторая лекция, в Бонне, была 15 мая 2025 года?', /^Нет\. 13 мая 2025/],
    ['kk', 'Бонндағы дәріс 2025 жылғы 15 мамырда болды ма?', /^Жоқ\. 2025 жылғы 13 мамыр/],
    ['en', 'Is the fair on the 25th, too, right?', /^No\. 22–24 April 2026/],
    ['ru', 'Ярмарка идёт и 25-го, верно?', /^Нет\. 22–24 апреля 2026/],
  ] as const)('%s: %s', ([language, text, says]) => expect(plainText(ask(language, text))).toMatch(says))
})

describe('what one sentence says', () => {
  test('affirms what it enumerates', () =>
    expect(plainText(ask('en', 'Did the binding workshop have thread, glue and gilding?'))).toMatch(/^Yes\. /))

  test('of what is expected affirms that it is expected, and no more', () => {
    expect(plainText(ask('en', 'Are publishers expected to adopt a declaration?'))).toMatch(/^Yes\. /)
    expect(plainText(ask('en', 'Will publishers adopt a declaration?'))).toMatch(/^Yes, that is expected\./)
  })
})

describe('a message as a whole', () => {
  test.for([
    ['en', "Thanks, that's just what I needed."],
    ['ru', 'извините, что отвлекаю вас'],
    ['kk', 'Рақмет, бәрін түсіндім'],
  ] as const)('%s: %s is talk', ([language, text]) => expect(ask(language, text).status).toBe('social'))

  test('a feeling is no answer where something is named', () =>
    expect(ask('ru', 'ярмарка целую неделю будет?').rule).not.toBe('felt'))

  test('two letters in the wrong order are read in the right one', () =>
    expect(ask('en', 'where is sopu').entries).toEqual(['soup']))

  test('where the source is known to lack it, only what is likelier than nothing is shown', () =>
    expect(ask('en', 'where can I park my car').suggestions).toEqual([]))
})
