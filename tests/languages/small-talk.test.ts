import { describe, expect, test } from 'vitest'
import { allLanguages } from '../../src/languages/known/all.ts'
import { smallTalkKinds } from '../../src/languages/language-data.ts'
import { sayings, variantsOf, wordsOf } from '../../src/languages/sayings.ts'
import { kindOf, talkIn } from '../support/small-talk.ts'

test.for(allLanguages.map(({ code, smallTalk }) => ({ code, smallTalk })))(
  'every kind has its phrases in $code',
  ({ smallTalk }) => {
    const missing = smallTalkKinds.filter((kind) => kind !== 'speak' && (smallTalk[kind] ?? []).length === 0)
    expect(missing).toEqual([])
  },
)

test.for(allLanguages.map(({ code, speakIn }) => ({ code, speakIn })))(
  'every language can be asked for in $code',
  ({ speakIn }) => expect(Object.keys(speakIn).toSorted()).toEqual(['en', 'kk', 'ru']),
)

describe('sayings', () => {
  test('are written out in all their variants', () => {
    expect(sayings`who are|r you really?, so_long`.flatMap(variantsOf)).toEqual([
      'who are you',
      'who r you',
      'who are you really',
      'who r you really',
      'so long',
    ])
  })

  test('have the words of all their variants', () => {
    expect(sayings`who are|r you really?, so_long`.flatMap(wordsOf)).toEqual([
      'who',
      'are',
      'r',
      'you',
      'really',
      'so',
      'long',
    ])
  })

  test.for(allLanguages.map(({ code, smallTalk, speakIn }) => ({ code, smallTalk, speakIn })))(
    'the words of $code are those of its phrases written out',
    ({ smallTalk, speakIn }) => {
      const all = [smallTalk, speakIn].flatMap((table) => Object.values(table).flat())
      const written = all.flatMap(variantsOf).flatMap((phrase) => phrase.split(' '))
      expect(new Set(all.flatMap(wordsOf))).toEqual(new Set(written))
    },
  )
})

describe('a message without words', () => {
  test.for([
    ['👍👍🏽', 'agree'],
    ['🙏❤️', 'thanks'],
    ['👋', 'greeting'],
    ['😂', 'laughter'],
    ['😡', 'insult'],
    ['😢', 'sadness'],
    ['👏🎉', 'praise'],
    ['🇰🇿', 'smile'],
    ['🦄', 'smile'],
    [':)', 'laughter'],
    ['))))', 'laughter'],
    [':(', 'sadness'],
    ['<3', 'love'],
    ['?', 'huh'],
    ['...', 'huh'],
    ['+', 'agree'],
  ] as const)('%s is %s', ([text, kind]) => expect(kindOf(text)).toBe(kind))

  test.for(['', '   ', '<>', '#@%'])('“%s” says nothing', (text) => expect(kindOf(text)).toBeUndefined())
})

describe('small talk', () => {
  test('is known by the language it is said in', () => {
    expect(['привет', 'рахмет', 'thanks'].map((text) => talkIn(text)?.language)).toEqual(['ru', 'kk', 'en'])
  })

  test('asks for the language it names', () => {
    expect(['по-английски', 'in Kazakh please', 'орысша'].map((text) => talkIn(text)?.speak)).toEqual([
      'en',
      'kk',
      'ru',
    ])
  })

  test('is no small talk with more words than anybody needs for it', () => {
    expect(kindOf(Array.from({ length: 40 }, () => 'привет').join(' '))).toBeUndefined()
  })
})
