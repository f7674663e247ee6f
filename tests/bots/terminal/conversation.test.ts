import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import { converse, type Talk } from '../../../src/bots/terminal/conversation.ts'
import { fitted, noScreen, screenOf } from '../../../src/bots/terminal/screen.ts'
import { openBulletin } from '../../support/bulletin.ts'
import { aDirectory } from '../../support/packs.ts'

/** A conversation of these lines, and what was written. */
async function talked(typed: string, changes: Partial<Talk> = {}): Promise<{ count: number; written: string }> {
  const output = new PassThrough()
  const input = new PassThrough()
  input.end(typed)
  const written: string[] = []
  output.setEncoding('utf8').on('data', (text: string) => written.push(text))
  const count = await converse(openBulletin(), {
    input,
    output,
    screen: noScreen,
    language: undefined,
    defaultLanguage: 'en',
    historyFile: undefined,
    ...changes,
  })
  return { count, written: written.join('') }
}

describe('a conversation', () => {
  test.for(['exit', 'quit', 'Выход', 'шығу', ' EXIT '])(
    'is left by %s, and what follows is not asked',
    async (word) => {
      const { count, written } = await talked(`${word}\nWhen is the summit?\n`)
      expect(count).toBe(1)
      expect(written).not.toMatch(/22–24|bulletin does not say/)
    },
  )

  test('that is left lets go of its input, which a terminal never ends', async () => {
    const input = new PassThrough()
    input.write('exit\n')
    const output = new PassThrough().resume()
    const settings = { screen: noScreen, language: undefined, defaultLanguage: 'en', historyFile: undefined } as const
    expect(await converse(openBulletin(), { input, output, ...settings })).toBe(1)
    expect(input.isPaused()).toBe(true)
  })

  test('ends with its input, and says how many lines came', async () => {
    const { count, written } = await talked('When is the summit?\n\nand where?\n')
    expect(count).toBe(3)
    expect(written).toContain('22–24 April 2026')
  })

  test('opens in the language of whoever is there, and answers in that of the question', async () => {
    const { written } = await talked('Where was the third consultation?\n', { defaultLanguage: 'ru' })
    expect(written).toMatch(/^Jauap отвечает на вопросы/)
    expect(written).toContain('Ashgabat')
  })

  test('remembers on a screen what was asked before, for the eyes of whoever asked alone', async () => {
    const historyFile = join(aDirectory({}), 'state', 'jauap', 'history')
    const screen = { columns: 60, coloured: false }
    await talked('When is the summit?\n', { historyFile, screen })
    await talked('and where?\n', { historyFile, screen })
    expect(readFileSync(historyFile, 'utf8')).toBe('and where?\nWhen is the summit?\n')
    expect(statSync(historyFile).mode & 0o777).toBe(0o600)
  })

  test('goes on where nothing can be kept', async () => {
    const file = join(aDirectory({}), 'file')
    writeFileSync(file, '')
    const screen = { columns: 60, coloured: false }
    const { written } = await talked('When is the summit?\n', { historyFile: join(file, 'history'), screen })
    expect(written).toContain('22–24 April 2026')
  })
})

describe('an answer on a screen', () => {
  const text =
    '22–24 April 2026, Astana\nWhat it does say, in more words than fit:\n' +
    '• The third consultation, held in Ashgabat in May'

  test('is broken between words, and items of a list are indented', () => {
    expect(fitted(text, { columns: 30, coloured: false })).toBe(
      [
        '22–24 April 2026, Astana',
        'What it does say, in more',
        'words than fit:',
        '• The third consultation, held',
        '  in Ashgabat in May',
      ].join('\n'),
    )
  })

  test('has its first line stand out where there are colours, and says the same', () => {
    const coloured = fitted(text, { columns: 200, coloured: true })
    expect(coloured).toMatch(/^\u001B\[1m22–24/)
    expect(fitted('A first line in two parts', { columns: 20, coloured: true })).toMatch(/1mA first.*\n.*1mparts/)
    expect(stripVTControlCharacters(coloured)).toBe(text)
  })

  test('stays as it is in a file, and has no colours where none are wanted', () => {
    const terminal = { isTTY: true, columns: 80, hasColors: () => true }
    expect(fitted(text, screenOf({}, {}))).toBe(text)
    expect(screenOf(terminal, {})).toEqual({ columns: 80, coloured: true })
    expect(screenOf(terminal, { NO_COLOR: '1' })).toEqual({ columns: 80, coloured: false })
  })
})
