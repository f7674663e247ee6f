import { expect, test } from 'vitest'
import { faultJson } from '../../src/cli/knowledge/fault-json.ts'

test.for([
  {
    message: 'text: en has 10 where ru has 12; one of them was not changed along',
    told: 'text: en has 10 where ru has 12',
    remedy: 'one of them was not changed along',
  },
  {
    message: 'no JSON (unexpected end; line 2); export it anew',
    told: 'no JSON (unexpected end; line 2)',
    remedy: 'export it anew',
  },
  { message: 'unknown key titel: write title', told: 'unknown key titel', remedy: 'write title' },
  { message: 'it is empty', told: 'it is empty', remedy: '' },
])('of "$message" the remedy is "$remedy"', ({ message, told, remedy }) => {
  expect(faultJson({ file: 'a.yaml', place: '', message })).toMatchObject({ message: told, remedy })
})
