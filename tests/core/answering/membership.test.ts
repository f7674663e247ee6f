import { describe, expect, test } from 'vitest'
import { openBulletin } from '../../support/bulletin.ts'
import { createAssistant, type Assistant } from '../../../src/core/answering/assistant.ts'
import { loadPack } from '../../../src/knowledge/load.ts'
import { aDirectory } from '../../support/packs.ts'

const assistant = openBulletin()
const now = new Date('2026-04-20T09:00:00+05:00')

function said(text: string, language: 'kk' | 'ru' | 'en'): string {
  return assistant.ask({ text, language, now }).reply.lines[0]!.text
}

describe('a complete list', () => {
  test.for([
    ['en', 'Is UNICEF a partner?', /^Yes, UNICEF \(/],
    ['ru', 'ЮНИСЕФ партнёр?', /^Да, ЮНИСЕФ \(/],
    ['kk', 'ЮНИСЕФ серіктес пе?', /^Иә, ЮНИСЕФ \(/],
    // One Cyrillic letter among Latin ones.
    ['en', 'Is UNІCEF a partner?', /^Yes, UNICEF \(/],
    // A name that is another word, too: behind "is" nothing asks who.
    ['en', 'is who a partner', /^Yes, WHO \(/],
    ['en', 'who is a partner', /^International partners: 23/],
    ['ru', 'ВОЗ партнёр?', /^Да, ВОЗ \(/],
    ['en', 'Is NATO a partner?', /^No, NATO is not on the list/],
    ['ru', 'НАТО входит в список партнёров?', /^Нет, НАТО /],
    ['kk', 'НАТО серіктестер қатарында ма?', /^Жоқ, НАТО /],
    // A name that the pack has never heard of, by its capital.
    ['en', 'Is Google a partner?', /^No, Google is not on the list/],
    ['en', 'Is the Red Cross a partner?', /^No, Red Cross is not on the list/],
    ['ru', 'Является ли Газпром партнёром?', /^Нет, Газпром /],
  ] as const)('in %s: %s', ([language, text, expected]) => expect(said(text, language)).toMatch(expected))

  test.for([
    ['en', 'is unicf a partner', /^Yes, if you mean UNICEF/],
    ['ru', 'юнисф партнер?', /^Да, если вы имеете в виду ЮНИСЕФ/],
    ['kk', 'ЮНЕСОК серіктес пе?', /^Иә, егер ЮНЕСКО/],
    ['en', 'is the world bnak a partner', /^(?!No)/],
    ['en', 'Is the World Bnak a partner?', /^(?!No)/],
    ['en', 'Is IBRD a partner?', /^Did you mean EBRD/],
  ] as const)('never denies what may be a slip, in %s: %s', ([language, text, expected]) =>
    expect(said(text, language)).toMatch(expected),
  )

  test.for([
    ['en', 'Are there 23 partners?', /^Yes\./],
    ['ru', 'у саммита 23 партнера?', /^Да\./],
    ['kk', '23 серіктес пе?', /^Иә\./],
    ['kk', 'саммиттің 23 серіктесі бар ма?', /^Иә\./],
    ['kk', 'саммиттің 20 серіктесі бар ма?', /^Жоқ\./],
    ['en', '24 partners?', /^No\./],
  ] as const)('compares a number with its count, in %s: %s', ([language, text, expected]) =>
    expect(said(text, language)).toMatch(expected),
  )

  test.for([
    ['en', 'UNESCO - partner or not?', /^Yes, UNESCO/],
    ['ru', 'ЮНЕСКО партнёр или нет?', /^Да, ЮНЕСКО/],
    ['kk', 'ЮНЕСКО серіктес пе, жоқ па?', /^Иә, ЮНЕСКО/],
  ] as const)('answers an alternative, in %s: %s', ([language, text, expected]) =>
    expect(said(text, language)).toMatch(expected),
  )
})

describe('a number of participants', () => {
  test.for([
    ['en', '1500 participants?'],
    ['en', '1.500 delegates?'],
    ['en', '1.5 thousand delegates?'],
    ['ru', '1500 участников?'],
    ['ru', '1,5 тысячи делегатов?'],
    ['ru', '1.5 тыс. делегатов?'],
    ['ru', 'полторы тысячи делегатов?'],
    ['kk', '1500 қатысушы?'],
    ['kk', '1,5 мың делегат па?'],
  ] as const)('is confirmed however it is written, in %s: %s', ([language, text]) =>
    expect(said(text, language)).toMatch(/^(Yes, that is|Да, так|Иә, солай).*1[,\u00a0 ]?500/),
  )
})

describe('who takes part', () => {
  test.for([
    ['en', 'is China coming?', /^The bulletin does not say whether China/],
    ['en', 'Will Uzbekistan attend?', /^The bulletin does not say whether Uzbekistan/],
    ['ru', 'Россия участвует?', /^Россия: отдельно/],
    ['kk', 'Қазақстан қатыса ма?', /^Қазақстан: жеке/],
  ] as const)(
    'is neither confirmed nor denied of whom the source does not name, in %s: %s',
    ([language, text, expected]) => {
      const { reply } = assistant.ask({ text, language, now })
      expect(reply.lines[0]!.text).toMatch(expected)
      expect(reply.suggestions.map(({ id }) => id)).toEqual(['participating-countries'])
    },
  )

  test('is confirmed of whom it names', () =>
    expect(said('does the EU take part?', 'en')).toMatch(/^Yes, that is expected\./))

  test('is not proved by a list of something else', () =>
    expect(said('is UNICEF coming?', 'en')).toMatch(/^UNICEF \(.*is on the list/))
})

function open(): Assistant {
  return createAssistant(
    loadPack(
      aDirectory({
        'entries.yaml': '- { id: sponsors, type: list, title: Sponsors, names: [sponsor], members: [acme, bolt] }',
        'organisations.yaml': '[{ id: acme, name: Acme }, { id: bolt, name: Bolt }, { id: corp, name: Corp }]',
        'pack.yaml': 'languages: [en]',
      }),
    ),
  )
}

describe('a list that may go on', () => {
  test.for(['Is Corp a sponsor?', 'Is Microsoft a sponsor?', 'Are there three sponsors?'])(
    'denies nothing: %s',
    (text) => expect(open().ask({ text, now }).reply.lines[0]!.text).not.toMatch(/^(Yes|No)[.,]/),
  )

  test('confirms a member', () =>
    expect(open().ask({ text: 'Is Acme a sponsor?', now }).reply.lines[0]!.text).toMatch(/^Yes, Acme/))
})
