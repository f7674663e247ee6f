import { describe, expect, test } from 'vitest'
import { openBulletin } from '../../support/bulletin.ts'
import { createAssistant, type Assistant } from '../../../src/core/answering/assistant.ts'
import { plainText, type Reply } from '../../../src/core/answering/reply.ts'
import type { Language } from '../../../src/knowledge/language.ts'
import { loadPack } from '../../../src/knowledge/load.ts'
import { aDirectory } from '../../support/packs.ts'

/** A fair of three days, with a talk on the second of them, and a month that is known by its name only. */
const fair = `
- id: fair
  type: event
  dates: "2026-04-22/2026-04-24"
  title: {kk: "Кітап жәрмеңкесі", ru: "Книжная ярмарка", en: "Book fair"}
  names: {kk: ["жәрмеңке"], ru: ["ярмарка"], en: ["fair"]}
- id: reading
  type: event
  dates: "2026-04-23"
  title: {kk: "Ақындар кеші", ru: "Вечер поэтов", en: "Poets’ evening"}
- id: tour
  type: event
  dates: "2026-04-22"
  title: {kk: "Қала экскурсиясы", ru: "Экскурсия по городу", en: "City tour"}
  says:
    - about: how
      kk: "Автобус 9:30-да шығады."
      ru: "Автобус отходит в 9:30."
      en: "The bus leaves at 9:30."
- id: prize
  type: event
  dates: "2026-10"
  title: {kk: "Сыйлық табысталуы", ru: "Вручение премии", en: "Prize ceremony"}
`
const packFiles = {
  'fair.yaml': fair,
  'pack.yaml': `languages: [kk, ru, en]
subject: fair
timeZone: Asia/Almaty
called: { kk: [бюллетень, бюллетеньде], ru: [бюллетень, бюллетене], en: the bulletin }
`,
}

const bulletinAssistant = openBulletin()
let smallAssistant: Assistant | undefined
const assistants = {
  small: () => (smallAssistant ??= createAssistant(loadPack(aDirectory(packFiles)))),
  bulletin: () => bulletinAssistant,
}

const before = '2026-04-20T09:00:00+05:00'
const during = '2026-04-23T09:00:00+05:00'
const after = '2026-05-04T09:00:00+05:00'

function ask(text: string, language: Language, at: string, of: keyof typeof assistants = 'small'): Reply {
  return assistants[of]().ask({ text, language, now: new Date(at) }).reply
}

type Case = readonly [language: Language, text: string, says: string]

describe.each(['small', 'bulletin'] as const)('of its subject, the %s pack', (of) => {
  const name =
    of === 'small' ? { kk: 'жәрмеңке', ru: 'ярмарка', en: 'fair' } : { kk: 'саммит', ru: 'саммит', en: 'summit' }
  const firstOf = (language: Language, text: string, at: string): string | undefined =>
    ask(text.replace('NAME', name[language]), language, at, of).lines[0]?.text

  test.for<Case>([
    ['en', 'when does the NAME start', 'Starts on Wednesday, 22 April 2026.'],
    ['ru', 'когда начинается NAME', 'Начало – 22 апреля 2026 года, среда.'],
    ['kk', 'NAME қашан басталады', 'Басталатын күні – 2026 жылғы 22 сәуір, сәрсенбі.'],
    ['en', 'when does the NAME end', 'Ends on Friday, 24 April 2026.'],
    ['ru', 'когда заканчивается NAME', 'Окончание – 24 апреля 2026 года, пятница.'],
    ['kk', 'NAME қашан аяқталады', 'Аяқталатын күні – 2026 жылғы 24 сәуір, жұма.'],
    ['en', 'how long is the NAME', '3 days'],
    ['ru', 'сколько дней длится NAME', '3 дня'],
    ['kk', 'NAME неше күнге созылады', '3 күн'],
    ['en', 'how many days until the NAME', 'Starts in 2 days.'],
    ['ru', 'сколько дней осталось', 'Начнётся через 2 дня.'],
    ['kk', 'неше күн қалды', 'Басталуына 2 күн қалды.'],
    ['en', 'second day of the NAME', 'Day 2: Thursday, 23 April 2026.'],
    ['ru', 'второй день NAME', 'День 2-й: 23 апреля 2026 года, четверг.'],
    ['kk', 'NAME екінші күні', '2-күні – 2026 жылғы 23 сәуір, бейсенбі.'],
  ])('answers in %s to "%s": %s', ([language, text, says]) => expect(firstOf(language, text, before)).toBe(says))

  test.for([
    ['en', 'is the NAME over?', before, 'No. Starts in 2 days.'],
    ['en', 'is the NAME over?', during, 'No. It is on now: day 2 of 3.'],
    ['en', 'is the NAME over?', after, 'Yes. Ended 10 days ago.'],
    ['ru', 'NAME уже закончился?', before, 'Нет. Начнётся через 2 дня.'],
    ['ru', 'NAME уже закончился?', during, 'Нет. Идёт сейчас: 2-й день из 3.'],
    ['ru', 'NAME уже закончился?', after, 'Да. Завершилось 10 дней назад.'],
    ['kk', 'NAME аяқталды ма', before, 'Жоқ. Басталуына 2 күн қалды.'],
    ['kk', 'NAME аяқталды ма', during, 'Жоқ. Қазір өтіп жатыр: 3 күннің 2-күні.'],
    ['kk', 'NAME аяқталды ма', after, 'Иә. 10 күн бұрын аяқталды.'],
    ['en', 'has the NAME started?', before, 'No. Starts in 2 days.'],
    ['en', 'has the NAME started?', during, 'Yes. It is on now: day 2 of 3.'],
    ['en', 'does the NAME start on 23 April?', before, 'No. Starts on Wednesday, 22 April 2026.'],
    ['ru', 'NAME начинается 22.04?', before, 'Да. Начало – 22 апреля 2026 года, среда.'],
  ] as const)('says in %s to "%s" at %s: %s', ([language, text, at, says]) =>
    expect(firstOf(language, text, at)).toBe(says),
  )

  test.for<Case>([
    ['en', 'what time does the NAME start', 'days and no hours. 22–24 April 2026'],
    ['ru', 'во сколько начинается NAME', 'дни, но не часы. 22–24 апреля 2026'],
    ['kk', 'NAME сағат нешеде басталады', 'сағаты көрсетілмеген. 2026 жылғы 22–24 сәуір'],
  ])('gives in %s the days and no hour to "%s"', ([language, text, says]) => {
    const reply = ask(text.replace('NAME', name[language]), language, before, of)
    expect({ status: reply.status, text: reply.lines[0]!.text }).toEqual({
      status: 'unknown',
      text: expect.stringContaining(says) as string,
    })
  })

  test.for<Case>([
    ['en', 'what is on tomorrow', 'For 21 April 2026 the bulletin lists nothing.'],
    ['ru', 'что завтра', '21 апреля 2026 года: на это время в бюллетене ничего не указано.'],
    ['kk', 'ертең не бар', '2026 жылғы 21 сәуір: бюллетеньде бұл уақытқа ештеңе көрсетілмеген.'],
    ['en', 'what happens next week', 'For 27 April – 3 May 2026 the bulletin lists nothing.'],
  ])('lists nothing in %s for "%s"', ([language, text, says]) =>
    expect(firstOf(language, text, before)).toContain(says),
  )
})

describe('a day counted from today', () => {
  test.for([
    ['en', 'what is on today', during],
    ['en', 'what is on in three days', before],
    ['ru', 'что будет через три дня', before],
    ['kk', 'үш күннен кейін не болады', before],
    ['ru', 'что сегодня', during],
    ['kk', 'бүгін не бар', during],
  ] as const)('finds in %s for "%s" what is on then', ([language, text, at]) =>
    expect(ask(text, language, at).entries).toEqual(expect.arrayContaining(['fair', 'reading'])),
  )
})

describe('an hour that a text of the entry gives', () => {
  test.for([
    ['en', 'what time is the city tour'],
    ['ru', 'во сколько экскурсия по городу'],
    ['kk', 'қала экскурсиясы сағат нешеде'],
  ] as const)('is not missed in %s: %s', ([language, text]) => {
    const reply = ask(text, language, before)
    expect(reply.status).toBe('answered')
    expect(plainText(reply)).toContain('9:30')
  })
})

describe('what is known by its month', () => {
  test.for([
    ['en', 'when does the prize ceremony start', 'October 2026'],
    ['ru', 'вручение премии уже закончилось?', 'Нет. октябрь 2026 года.'],
    ['kk', 'сыйлық табысталуы аяқталды ма', 'Жоқ. 2026 жылғы қазан.'],
  ] as const)('answers in %s to "%s" as far as it goes', ([language, text, says]) =>
    expect(ask(text, language, before).lines[0]!.text).toBe(says),
  )

  test('has no number of days left', () => {
    const { status, rule } = ask('how many days until the prize ceremony', 'en', before)
    expect({ status, lacks: rule.split('/')[1] }).toEqual({ status: 'unknown', lacks: 'lacks-day' })
  })
})

describe('words for a start or an end', () => {
  test.for([
    ['en', 'who started the initiative'],
    ['ru', 'кто начал инициативу'],
    ['ru', 'чем закончилась третья консультация'],
    ['en', 'how many glaciers are left in Tajikistan'],
  ] as const)('in %s "%s" ask for no time', ([language, text]) =>
    expect(ask(text, language, before, 'bulletin').lines[0]!.text).not.toMatch(/Start|End|Нач|Оконч|Заверш/),
  )
})
