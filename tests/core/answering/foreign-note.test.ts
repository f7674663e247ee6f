import { expect, test } from 'vitest'
import { withForeignNote } from '../../../src/core/answering/foreign-note.ts'
import { anEntry } from '../../support/entries.ts'

test('names the language of the line that is told, whatever else is in another one', () => {
  const entry = anEntry({
    id: 'lunch',
    text: { kk: 'Түскі ас солтүстік залда беріледі.' },
    says: [{ about: 'when', text: { ru: 'Обед подают в полдень.' } }],
  })
  const told = withForeignNote([{ kind: 'fact', text: 'Обед подают в полдень.' }], entry, 'en')
  expect(told.map(({ text }) => text)).toEqual(['Only in Russian:', 'Обед подают в полдень.'])
})
