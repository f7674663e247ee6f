import { describe, expect, test } from 'vitest'
import { openKnowledgeBase } from '../../../src/core/knowledge-base/knowledge-base.ts'
import type { Pack } from '../../../src/knowledge/pack.ts'
import { anEntry, anEvent, aPack } from '../../support/entries.ts'
import { openPacksTogether } from '../../support/events.ts'

const now = new Date('2027-01-10T09:00:00Z')

/** One forum of a series, which says the same of itself every time, and that lunch is free. */
function aForum(year: number): Pack {
  const forum = {
    ...anEvent('forum', `${year}-05-10`),
    names: { kk: ['форум'], ru: ['форум'], en: ['forum', 'River Forum'] },
  }
  const lunch = anEntry({ id: 'lunch', says: [{ about: 'what', text: { en: `Lunch is free in ${year}.` } }] })
  return aPack([forum, lunch], {
    id: `forum-${year}`,
    subject: 'forum',
    title: { kk: `Өзен форумы ${year}`, ru: `Речной форум ${year}`, en: `River Forum ${year}` },
    short: { en: `Forum ${year}` },
    called: {},
  })
}

const { assistant } = openPacksTogether(aForum(2026), aForum(2028))

function packsOf(text: string, session?: string): readonly string[] | undefined {
  return assistant.ask({ text, language: 'en', session, now }).reply.packs
}

describe('of an event in two years', () => {
  test('what both say is told of both, the coming one first', () => {
    const { reply } = assistant.ask({ text: 'when is the forum?', language: 'en', now })
    expect(reply.lines.map(({ text }) => text)).toEqual(['Forum 2028: 10 May 2028', 'Forum 2026: 10 May 2026'])
    expect(packsOf('is lunch free?')).toEqual(['forum-2028', 'forum-2026'])
  })

  test.for([
    ['when is the forum in 2026?', 'forum-2026'],
    ['when is River Forum 2028?', 'forum-2028'],
    ['форум 2028 когда?', 'forum-2028'],
    ['2026 жылғы форум қашан?', 'forum-2026'],
    ['was lunch free at Forum 2026?', 'forum-2026'],
  ] as const)('%s is of %s', ([text, pack]) => expect(packsOf(text)).toEqual([pack]))

  test('the one that is spoken of is meant, until the other is named', () => {
    expect(packsOf('when is the forum in 2026?', 'a')).toEqual(['forum-2026'])
    expect(packsOf('is lunch free?', 'a')).toEqual(['forum-2026'])
    expect(packsOf('and in 2028?', 'a')).toEqual(['forum-2028'])
  })
})

describe('when one of several packs is replaced', () => {
  test('it answers anew, and the other as before', () => {
    const { each, assistant } = openPacksTogether(aForum(2026), aForum(2028))
    const before = assistant.pack
    expect(assistant.pack).toBe(before)
    const tea = anEntry({ id: 'tea', title: { en: 'Tea' }, says: [{ about: 'what', text: { en: 'Tea is at five.' } }] })
    each[1]!.replace(openKnowledgeBase({ ...aForum(2028), entries: [...aForum(2028).entries, tea] }))
    const ask = (text: string) => assistant.ask({ text, language: 'en', now }).reply
    expect(ask('what about tea?').packs).toEqual(['forum-2028'])
    expect(ask('when is the forum in 2026?').packs).toEqual(['forum-2026'])
    expect(assistant.entry('forum-2028/tea')?.title).toEqual({ en: 'Tea' })
  })
})
