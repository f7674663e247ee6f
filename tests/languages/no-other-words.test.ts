import { expect, test } from 'vitest'
import { readSources } from '../../scripts/rooms.ts'

/** Letters, which no language owns: what looks or sounds alike; consonants, by which an abbreviation is known. */
const letterTables = new Set([
  'src/core/text/characters.ts',
  'src/core/text/term.ts',
  'src/core/understanding/sentences.ts',
])

const cyrillicWord = /[\u0400-\u04ff]+/gu

test('no file outside the folders of languages holds a Cyrillic word beside its comments', () => {
  const holding = readSources()
    .filter(({ path }) => !path.startsWith('src/languages/') && !letterTables.has(path))
    .flatMap(({ path, text }) => (withoutComments(text).match(cyrillicWord) ?? []).map((word) => `${path}: ${word}`))
  expect(holding).toEqual([])
})

test('tables of letters hold no words', () => {
  const words = readSources()
    .filter(({ path }) => letterTables.has(path))
    .flatMap(({ text }) => withoutComments(text).match(/['`\s][\u0400-\u04ff]{3,}/gu) ?? [])
  // The look-alikes stand in one row, capitals first.
  expect(words).toEqual(["'АВСЕНКМОРТХУІЅЈасеорхуіѕј"])
})

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '')
}
