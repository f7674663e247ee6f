import { describe, expect, test } from 'vitest'
import { textsOf, writtenOf } from '../../../../src/core/organizers/writing/written.ts'

describe('what is written', () => {
  test.for([
    { written: 'Hall\nNow B\n\nSecond floor', title: 'Hall', body: 'Now B\n\nSecond floor' },
    { written: '  \n Hall \n\n B ', title: 'Hall', body: 'B' },
    { written: 'Hall', title: 'Hall', body: '' },
    { written: '**Hall** [map](https://x.example)\n**B**', title: expect.stringMatching(/^Hall map/), body: '**B**' },
    { written: '&nbsp;\nB', title: '&nbsp;', body: 'B' },
  ])('as $written has the title $title', ({ written, title, body }) => {
    expect(textsOf({ ru: written })).toEqual({ title: { ru: title }, body: { ru: body } })
  })

  test('says nothing in a language that has only spaces', () => {
    expect(textsOf({ ru: ' \n', en: 'Hall\nB' })).toEqual({ title: { en: 'Hall' }, body: { en: 'B' } })
  })

  test('can be got back from the content', () => {
    const written = { kk: 'Зал\nB\nC', en: 'Hall' }
    expect(writtenOf(textsOf(written))).toEqual(written)
  })
})
