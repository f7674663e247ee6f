import { describe, expect, test } from 'vitest'
import { openKnowledgeBase } from '../../src/core/knowledge-base/knowledge-base.ts'
import { grammarOf } from '../../src/core/understanding/grammar.ts'
import { readQuestion, type Reader } from '../../src/core/understanding/question.ts'
import { loadPack } from '../../src/knowledge/load.ts'
import { allLanguages } from '../../src/languages/known/all.ts'
import { ky } from '../support/languages/ky.ts'
import { uz } from '../support/languages/uz.ts'
import { smallPack } from '../support/packs.ts'
import { compare, today } from './corpus.ts'
import { corpus as en } from './en.corpus.ts'
import { corpus as kk } from './kk.corpus.ts'
import { corpus as kyrgyz } from './ky.corpus.ts'
import { corpus as ru } from './ru.corpus.ts'
import { corpus as uzbek } from './uz.corpus.ts'

const { reader } = openKnowledgeBase(loadPack(smallPack))

function readerOf(...more: typeof allLanguages): Reader {
  return { ...reader, languages: [...reader.languages, ...more], grammar: grammarOf([...allLanguages, ...more]) }
}

describe.for([
  { language: ky, corpus: kyrgyz, others: { kk, ru, en } },
  { language: uz, corpus: uzbek, others: { kk, ru, en } },
])('a language that is given as data: $language.code', ({ language, corpus, others }) => {
  const withIt = readerOf(language)

  test.for(Object.entries(corpus))('reads "%s" as "%s"', ([text, reading]) => {
    const { expected, read } = compare(reading, readQuestion(text, withIt, today))
    expect(read).toBe(expected)
  })

  test.for(Object.entries(others))('leaves what %s says as it was', ([, corpus]) => {
    const changed = Object.entries(corpus).filter(([text, reading]) => {
      const { expected, read } = compare(reading, readQuestion(text, withIt, today))
      return read !== expected
    })
    expect(changed).toEqual([])
  })
})
