import { describe, expect, test } from 'vitest'
import { openDialogues, type Context } from '../../../src/core/answering/dialogue.ts'

const now = new Date('2026-11-24T12:00:00Z')

function aContext(entry: string, at = now): Context {
  return { entries: [entry], options: [], at: at.getTime() }
}

function later(ms: number): Date {
  return new Date(now.getTime() + ms)
}

describe('a dialogue', () => {
  test.for([
    { when: 'at once', ms: 0, known: true },
    { when: 'ten minutes later', ms: 600_000, known: true },
    { when: 'after ten minutes', ms: 600_001, known: false },
    { when: 'before it was said, by a clock that was set back', ms: -1, known: false },
  ])('knows what was said last $when: $known', ({ ms, known }) => {
    const dialogues = openDialogues()
    dialogues.remember('s', aContext('summit'))
    expect(dialogues.recall('s', later(ms))).toEqual(known ? aContext('summit') : undefined)
  })

  test('is each session’s own, and knows the last thing alone', () => {
    const dialogues = openDialogues()
    dialogues.remember('one', aContext('summit'))
    dialogues.remember('one', aContext('aim'))
    dialogues.remember('two', aContext('venue'))
    expect(['one', 'two', 'three'].map((session) => dialogues.recall(session, now)?.entries)).toEqual([
      ['aim'],
      ['venue'],
      undefined,
    ])
  })

  test('is forgotten when that is asked for', () => {
    const dialogues = openDialogues()
    dialogues.remember('one', aContext('summit'))
    dialogues.remember('two', aContext('summit'))
    dialogues.forget('one')
    expect([dialogues.recall('one', now), dialogues.recall('two', now)]).toEqual([undefined, aContext('summit')])
  })

  test('makes room once it has been silent longest of ten thousand', () => {
    const dialogues = openDialogues()
    for (const session of ['silent', 'talking']) dialogues.remember(session, aContext('summit'))
    for (let nth = 0; nth < 9_998; nth++) dialogues.remember(`other ${nth}`, aContext('aim'))
    dialogues.remember('talking', aContext('venue'))
    dialogues.remember('one too many', aContext('aim'))
    expect(dialogues.recall('silent', now)).toBeUndefined()
    expect(dialogues.recall('talking', now)).toEqual(aContext('venue'))
    expect(dialogues.recall('other 0', now)).toEqual(aContext('aim'))
  })
})
