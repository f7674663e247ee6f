import { describe, expect, test } from 'vitest'
import { rememberQuestions, type AskedQuestion } from '../../../src/core/desk/questions.ts'

const now = new Date('2026-11-24T12:00:00Z')

function later(ms: number): Date {
  return new Date(now.getTime() + ms)
}

function aQuestion(changes: Partial<AskedQuestion> = {}): AskedQuestion {
  return { person: 'telegram:1', session: 's', entry: 'summit', text: 'When is it?', ...changes }
}

describe('the last question', () => {
  test.for([
    { of: 'its session, about the entry that answered it', session: 's', entry: 'summit', ms: 3_600_000, known: true },
    { of: 'its session, after an hour', session: 's', entry: 'summit', ms: 3_600_001, known: false },
    { of: 'its session, about another entry', session: 's', entry: 'aim', ms: 0, known: false },
    { of: 'another session', session: 't', entry: 'summit', ms: 0, known: false },
  ])('is known of $of: $known', ({ session, entry, ms, known }) => {
    const questions = rememberQuestions()
    questions.remember(aQuestion(), now)
    expect(questions.about(session, entry, later(ms))).toBe(known ? 'When is it?' : undefined)
  })

  test('takes the place of the one before', () => {
    const questions = rememberQuestions()
    questions.remember(aQuestion(), now)
    questions.remember(aQuestion({ text: 'Where is it?' }), later(1))
    expect(questions.about('s', 'summit', later(2))).toBe('Where is it?')
  })

  test('is forgotten with its person, in every session of theirs', () => {
    const questions = rememberQuestions()
    questions.remember(aQuestion({ session: 'private' }), now)
    questions.remember(aQuestion({ session: 'group' }), now)
    questions.remember(aQuestion({ session: 'other', person: 'telegram:2' }), now)
    expect(questions.forget('telegram:1').toSorted()).toEqual(['group', 'private'])
    expect(['private', 'group', 'other'].map((session) => questions.about(session, 'summit', now))).toEqual([
      undefined,
      undefined,
      'When is it?',
    ])
    expect(questions.forget('telegram:1')).toEqual([])
  })

  test('is not kept in memory when it is old, whatever was asked after it', () => {
    const questions = rememberQuestions()
    questions.remember(aQuestion({ session: 'old' }), now)
    questions.remember(aQuestion({ session: 'new' }), later(1))
    questions.tidy(later(3_600_001))
    expect(questions.forget('telegram:1')).toEqual(['new'])
  })
})
