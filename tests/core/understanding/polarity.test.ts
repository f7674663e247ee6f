import { describe, expect, test } from 'vitest'
import { tokenise } from '../../../src/core/text/tokenise.ts'
import { answersItself, polarityOf } from '../../../src/core/understanding/polarity.ts'
import { languageOf } from '../../../src/languages/known/all.ts'

/** What is asked is written in capitals: the words of the sentence that the question has too. */
function polarity(language: string, sentence: string, asksModal = false): string {
  const asked = new Set(tokenise(sentence.match(/\p{Lu}{2,}/gu)?.join(' ') ?? ''))
  const words = tokenise(sentence)
  return polarityOf(words, languageOf(language), {
    isAsked: (at) => asked.has(words[at]!),
    isIdle: (word) => ['is', 'the', 'there', 'a', 'у', 'в'].includes(word),
    asksModal,
  })
}

describe('a sentence', () => {
  test.for([
    ['en', 'COFFEE is INCLUDED', 'affirms'],
    ['en', 'DINNER is not INCLUDED', 'denies'],
    ['en', "The BUS doesn't RUN", 'denies'],
    ['en', 'There is no PARKING', 'denies'],
    ['en', 'DINNER is not free, it is INCLUDED', 'open'],
    ['en', 'LUNCH is INCLUDED only for speakers', 'open'],
    ['en', 'LUNCH: tbd', 'open'],
    ['en', 'The TOUR was not cancelled', 'open'],
    ['en', 'It is not true that LUNCH is not INCLUDED', 'open'],
    ['en', 'SMOKING is PROHIBITED', 'affirms'],
    ['en', 'SMOKING is prohibited', 'open'],
    ['en', 'STUDENT tickets are SOLD out', 'open'],
    ['ru', 'ЗАВТРАК ВХОДИТ в СТОИМОСТЬ', 'affirms'],
    ['ru', 'ЗАВТРАК не ВХОДИТ в СТОИМОСТЬ', 'denies'],
    ['ru', 'ПАРКОВКИ у гостиницы нет', 'open'],
    ['ru', 'ПАРКОВКИ нет', 'denies'],
    ['ru', 'ОБЕД только по запросу', 'open'],
    ['ru', 'КОНЦЕРТ отменён', 'open'],
    ['ru', 'ОБЕД уточняется', 'open'],
    ['kk', 'ТҮСКІ АС БЕРІЛЕДІ', 'affirms'],
    ['kk', 'ЖАТАҚХАНА БЕРІЛМЕЙДІ', 'denies'],
    ['kk', 'АҚЫ АЛЫНБАЙДЫ', 'denies'],
    ['kk', 'ОҚУШЫЛАР ҚАТЫСПАЙДЫ', 'denies'],
    ['kk', 'АВТОТҰРАҚ жоқ', 'denies'],
    ['kk', 'СЫЙЛЫҚ тек жеңімпаздарға БЕРІЛЕДІ', 'open'],
    ['kk', 'ТЕЛЕФОН тыйым салынады', 'open'],
  ] as const)('in %s, "%s" %s', ([language, sentence, expected]) => {
    expect(polarity(language, sentence)).toBe(expected)
  })

  test.for([
    ['en', 'DOGS are not allowed', 'denies'],
    ['en', 'You need a VISA', 'affirms'],
    ['ru', 'КУРИТЬ нельзя', 'denies'],
    ['ru', 'ВИЗА не нужна', 'denies'],
    ['kk', 'КАЛЬКУЛЯТОР ПАЙДАЛАНУҒА болмайды', 'denies'],
    ['kk', 'ВИЗА керек емес', 'denies'],
  ] as const)(
    'in %s, "%s" %s what one may or must do, and leaves open whether there is one',
    ([language, sentence, expected]) => {
      expect(polarity(language, sentence, true)).toBe(expected)
      expect(polarity(language, sentence)).toBe('open')
    },
  )

  test.for([
    ['en', 'No. Choose any hotel.', true],
    ['en', 'Unfortunately not.', true],
    ['en', 'Dinner is at seven.', false],
    ['ru', 'Нельзя.', true],
    ['ru', 'К сожалению, нет.', true],
    ['ru', 'Нетрудно найти.', false],
    ['kk', 'Жоқ, болмайды.', true],
    ['kk', 'Иә.', true],
    ['kk', 'Жол тегін.', false],
  ] as const)('in %s, "%s" answers by itself: %s', ([language, text, expected]) => {
    expect(answersItself(tokenise(text), languageOf(language))).toBe(expected)
  })
})
