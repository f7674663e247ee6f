import { describe, expect, test } from 'vitest'
import { patternTable, wordMatcher } from '../../../src/core/text/patterns.ts'

describe('wordMatcher', () => {
  test.for([
    ['саммит*', 'саммиттің', true],
    ['саммит*', 'саммит', true],
    ['саммит*', 'саммит2', false],
    ['саммит*', 'самит', false],
    ['қала*да', 'қаламызда', true],
    ['қала*да', 'каламызда', true],
    ['қала*да', 'қаламыз', false],
    ['ең', 'ен', true],
    ['ещё', 'еще', true],
    ['sub*', 'su', false],
    ['a.c', 'abc', false],
  ] as const)('%s has %s: %s', ([pattern, word, expected]) => expect(wordMatcher([pattern])(word)).toBe(expected))
})

test('the longest groups that begin at a word count, also those whose first word is open', () => {
  const table = patternTable([
    ['one', ['how']],
    ['two', ['how man*', 'ho* many']],
    ['three', ['how many of']],
  ])
  expect(table.at(['so', 'how', 'many', 'are'], 1)).toEqual({ meanings: ['two', 'two'], length: 2 })
  expect(table.at(['how', 'many', 'of'], 0)).toEqual({ meanings: ['three'], length: 3 })
  expect(table.at(['how'], 1)).toBeUndefined()
})
