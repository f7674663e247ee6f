import { mkdirSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../src/operation/config.ts'
import { misspelt } from '../../src/operation/setting-names.ts'
import { settingsIn } from '../../src/operation/settings-file.ts'
import { aDirectory } from '../support/packs.ts'

describe('a variable that is no setting', () => {
  test.for([
    ['DISCORD_TOKN', 'DISCORD_TOKEN'],
    ['DISCORD_BOT_TOKEN', 'DISCORD_TOKEN'],
    ['TELEGRAM_TOKEN', 'TELEGRAM_BOT_TOKEN'],
    ['TELEGRAM_BOT_TOKEM', 'TELEGRAM_BOT_TOKEN'],
    ['ORGANISERS', 'ORGANIZERS'],
    ['database_url', 'DATABASE_URL'],
    ['HTTPS_PORT', 'HTTP_PORT'],
  ])('%s is taken for %s', ([name, meant]) => {
    expect([...misspelt({ [name!]: 'x' })]).toEqual([[name, meant]])
  })

  test.for(['HTTP_PROXY', 'NO_PROXY', 'PATH', 'LANG', 'npm_config_user_agent', 'NODE_OPTIONS', 'DATABASE', 'HOST'])(
    '%s is none of ours',
    (name) => {
      expect([...misspelt({ [name]: 'x' })]).toEqual([])
    },
  )

  test('is somebody else’s where the setting is set', () => {
    expect([...misspelt({ TEST_DATABASE_URL: 'x', DATABASE_URL: 'sqlite:x' })]).toEqual([])
  })

  test('is named beside faults', () => {
    expect(() => readConfig({ HTTP_PROT: '1', LOG_LEVEL: 'loud' })).toThrow(/LOG_LEVEL[^]*did you mean HTTP_PORT\?/)
  })
})

describe('a settings file', () => {
  test('is read as it is written, also by an editor that begins it with a mark', () => {
    const directory = aDirectory({ '.env': '\uFEFFLOG_LEVEL=warn\n# no more\nKNOWLEDGE="my event"\n' })
    expect(settingsIn(join(directory, '.env'))).toEqual({ LOG_LEVEL: 'warn', KNOWLEDGE: 'my event' })
  })

  test('may be missing', () => {
    expect(settingsIn(join(aDirectory({}), '.env'))).toEqual({})
  })

  test.for([
    { what: 'a directory', make: (path: string) => mkdirSync(path), why: /it is no file/ },
    {
      what: 'a pipe, which might never end',
      make: (path: string) => spawnSync('mkfifo', [path]),
      why: /it is no file/,
    },
  ])('that is $what is refused', ({ make, why }) => {
    const path = join(aDirectory({}), '.env')
    make(path)
    expect(() => settingsIn(path)).toThrow(why)
  })

  test('in UTF-16 is refused', () => {
    const directory = aDirectory({ '.env': Buffer.from('LOG_LEVEL=warn', 'utf16le').toString('latin1') })
    expect(() => settingsIn(join(directory, '.env'))).toThrow(/not written in UTF-8/)
  })
})

describe('the language of whoever is at the terminal', () => {
  test.for([
    { env: { LANG: 'ru_RU.UTF-8' }, language: 'ru' },
    { env: { LANG: 'ru_RU.UTF-8', LC_ALL: 'kk_KZ' }, language: 'kk' },
    { env: { LANG: 'ru_RU.UTF-8', LC_ALL: '' }, language: 'ru' },
    { env: { LANG: 'en_GB.UTF-8', DEFAULT_LANGUAGE: 'kk' }, language: 'kk' },
    { env: { LANG: 'C.UTF-8' }, language: undefined },
    { env: { LANG: 'de_DE.UTF-8' }, language: undefined },
    { env: {}, language: undefined },
  ])('is $language by $env', ({ env, language }) => {
    expect(readConfig(env).terminalLanguage).toBe(language)
  })
})
