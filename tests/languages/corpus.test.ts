import { describe, expect, test } from 'vitest'
import { loadKnowledge } from '../../src/core/knowledge-base/load-knowledge.ts'
import { readQuestion } from '../../src/core/understanding/question.ts'
import { bulletinKnowledge } from '../support/bulletin.ts'
import { smallPack } from '../support/packs.ts'
import { compare, today } from './corpus.ts'
import { corpus as en } from './en.corpus.ts'
import { corpus as kk } from './kk.corpus.ts'
import { corpus as ru } from './ru.corpus.ts'

// What a language says depends on no pack: a large one and a very small one read alike.
const readers = [bulletinKnowledge, await loadKnowledge(smallPack)].map(({ reader }) => reader)

describe.for(Object.entries({ kk, ru, en }))('the corpus of %s', ([, corpus]) => {
  test.for(Object.entries(corpus))('reads "%s" as "%s"', ([text, reading]) => {
    for (const reader of readers) {
      const { expected, read } = compare(reading, readQuestion(text, reader, today))
      expect(read).toBe(expected)
    }
  })
})
