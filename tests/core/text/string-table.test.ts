import { describe, expect, test } from 'vitest'
import { idIn, sizeOf, stringAt, stringTable } from '../../../src/core/text/string-table.ts'

describe('a string table', () => {
  const strings = Array.from({ length: 1000 }, (_, at) => `сөз ${at}`).concat('', 'a', 'ab')
  const table = stringTable(strings)

  test('finds each string under its number', () => {
    expect(strings.map((string) => idIn(table, string))).toEqual(strings.map((_, at) => at))
    expect(strings.map((_, at) => stringAt(table, at))).toEqual(strings)
    expect(sizeOf(table)).toBe(strings.length)
  })

  test.for(['сөз', 'сөз 1000', 'b', 'abc', 'сөз 0сөз 1'])('does not find %s', (string) => {
    expect(idIn(table, string)).toBeUndefined()
  })

  test('of no strings finds none', () => {
    expect(idIn(stringTable([]), '')).toBeUndefined()
  })

  test('without an empty slot still ends its search', () => {
    expect(idIn({ text: 'a', start: Uint32Array.of(0, 1), slots: Uint32Array.of(1, 1) }, 'x')).toBeUndefined()
  })
})
