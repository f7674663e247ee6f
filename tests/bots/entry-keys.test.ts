import { expect, test } from 'vitest'
import { entryKeys } from '../../src/bots/entry-keys.ts'

test('keys are looked up among the entries that there are when a button is pressed', () => {
  let entries = [{ id: 'summit' }, { id: 'lunch' }]
  const keys = entryKeys(() => entries)
  const long = 'an-entry-whose-id-is-longer-than-a-button'
  expect(keys.find('lunch')).toBe('lunch')
  entries = [{ id: 'summit' }, { id: long }]
  expect(keys.find('summit')).toBe('summit')
  expect(keys.find('lunch')).toBeUndefined()
  expect(keys.find(keys.inButton(long, 20))).toBe(long)
})
