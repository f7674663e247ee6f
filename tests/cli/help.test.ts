import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { askedToTell, helpTexts } from '../../src/cli/help.ts'
import { parse, UsageError } from '../../src/cli/parse.ts'

const { scripts, version } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>
  version: string
}

test('every command that npm knows has a help text with an example, and none has one that npm does not know', () => {
  const commands = Object.values(scripts).flatMap((script) => /bin\/jauap\.js (\w+)$/.exec(script)?.[1] ?? [])
  expect(Object.keys(helpTexts).toSorted()).toEqual([...commands, 'start'].toSorted())
  for (const [name, text] of Object.entries(helpTexts)) {
    expect(text).toMatch(name === 'start' ? /^usage: npm start/ : new RegExp(`^usage: ${name}`))
    expect(text).toMatch(/\n {2}(?:npm run -s|npm start)/)
    expect(text.split('\n').filter((line) => line.length > 120)).toEqual([])
  }
})

test.for(['--help', '-h'])('%s tells the help of a command, or of the program', (option) => {
  expect(askedToTell('announce', ['send', option])).toBe(helpTexts.announce)
  expect(askedToTell(undefined, [option])).toBe(helpTexts.start)
})

test('--version tells the versions', () => {
  expect(askedToTell('ask', ['--version'])).toBe(`jauap ${version}, Node ${process.versions.node}\n`)
})

test('what stands behind -- is a question', () => {
  expect(askedToTell('ask', ['--', '--help'])).toBeUndefined()
})

test.for([
  { args: ['--langauge', 'en'], says: 'There is no option --langauge; did you mean --language?' },
  { args: ['--lang', 'en'], says: 'There is no option --lang; did you mean --language?' },
  { args: ['--colour'], says: 'There is no option --colour\n' },
  { args: ['-x'], says: 'There is no option -x\n' },
  { args: ['--language'], says: "Option '--language <value>' argument missing" },
])('$args is refused with what was meant, and the first paragraph of the help', ({ args, says }) => {
  const refused = catching(() => parse(args, 'usage: ask\n\nMore.', { language: { type: 'string' } }))
  expect(refused).toBeInstanceOf(UsageError)
  expect(`${refused?.message}\n`).toContain(says)
  expect(refused?.message).toMatch(/\nusage: ask$/)
})

function catching(act: () => unknown): Error | undefined {
  try {
    act()
  } catch (error) {
    if (error instanceof Error) return error
  }
  return undefined
}
