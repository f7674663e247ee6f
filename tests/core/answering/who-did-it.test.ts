import { describe, expect, test } from 'vitest'
import { createAssistant } from '../../../src/core/answering/assistant.ts'
import { plainText } from '../../../src/core/answering/reply.ts'
import { readSpan } from '../../../src/knowledge/dates.ts'
import type { Language } from '../../../src/knowledge/language.ts'
import type { Named } from '../../../src/knowledge/pack.ts'
import { anEntry, aPack, named } from '../../support/entries.ts'

function aName(id: string, en: string): Named {
  return { id, name: { en }, short: {}, note: {}, names: named() }
}

const organisations = [
  aName('union', 'Union of Readers'),
  aName('paper', 'Paper and Ink Institute of the Union of Readers'),
  aName('glue', 'Gluemakers Guild'),
]

const exhibition = anEntry({
  id: 'exhibition',
  type: 'event',
  title: { en: 'Exhibition of bindings' },
  names: named(undefined, undefined, 'exhibition'),
  dates: readSpan('2025-11-18'),
  organisations: ['paper', 'glue'],
  says: [
    { about: 'topic', text: { en: 'The Gluemakers Guild told of tenacity.' } },
    { about: 'topic', text: { en: 'The Paper and Ink Institute told of watermarks.' } },
  ],
})

const assistant = createAssistant(
  aPack([exhibition], {
    organisations: new Map(organisations.map((one) => [one.id, one])),
    terms: [
      { id: 'tenacity', names: named(undefined, undefined, 'tenacity'), generic: false },
      { id: 'watermarks', names: named(undefined, undefined, 'watermarks'), generic: false },
    ],
  }),
)

function said(text: string, language: Language = 'en'): string {
  return plainText(assistant.ask({ text, language, now: new Date('2026-05-01T09:00:00Z') }).reply)
}

describe('what an organisation did', () => {
  test('is affirmed where a sentence says so', () =>
    expect(said('did the Gluemakers Guild tell of tenacity at the exhibition?')).toMatch(/^Yes\. The Gluemakers/))

  test('is not affirmed of one because another did it there', () =>
    expect(said('did the Gluemakers Guild tell of watermarks at the exhibition?')).not.toMatch(/^Yes/))

  test('is found where people leave out whose it is', () =>
    expect(said('did the Paper and Ink Institute tell of watermarks at the exhibition?')).toMatch(/^Yes\. The Paper/))
})

describe('a word that the pack lacks', () => {
  test('is nothing that the rest of a question could affirm', () =>
    expect(said('was the exhibition on 18 November in Argentina?')).not.toMatch(/^Yes/))
})
