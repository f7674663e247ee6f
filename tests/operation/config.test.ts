import { describe, expect, test } from 'vitest'
import { readConfig, secretsOf } from '../../src/operation/config.ts'

describe('settings', () => {
  test('have defaults', () => {
    expect(readConfig({ TELEGRAM_BOT_TOKEN: '' })).toEqual({
      knowledge: undefined,
      defaultLanguage: undefined,
      terminalLanguage: undefined,
      misspelt: new Map(),
      logLevel: 'info',
      approvalAbove: 0,
      databaseUrl: 'sqlite:data/jauap.db',
      telegram: undefined,
      organizers: { telegram: [], discord: [] },
      http: { host: '127.0.0.1', port: 8080 },
      uncertain: 'repeat',
    })
  })

  test('are read', () => {
    const config = readConfig({
      TELEGRAM_BOT_TOKEN: '1:a-b_c',
      TELEGRAM_API_ROOT: 'http://127.0.0.1:1/',
      TELEGRAM_WEBHOOK_URL: 'https://bot.example/hook',
      TELEGRAM_WEBHOOK_SECRET: 's',
      ORGANIZERS: 'telegram:1, discord:2,telegram:3',
      HTTP_PORT: '0',
      DATABASE_URL: 'postgres://u:p%40ss@h/d',
    })
    expect(config).toMatchObject({
      telegram: {
        token: '1:a-b_c',
        apiRoot: 'http://127.0.0.1:1',
        webhook: { url: 'https://bot.example/hook', secret: 's' },
      },
      organizers: { telegram: ['1', '3'], discord: ['2'] },
      http: { port: 0 },
    })
    expect(secretsOf(config)).toEqual(['1:a-b_c', 's', 'p%40ss', 'p@ss'])
  })

  test('name one pack or several, each once', () => {
    expect(readConfig({ KNOWLEDGE: ' ./summit ' }).knowledge).toEqual(['./summit'])
    expect(readConfig({ KNOWLEDGE: 'summit, fair/,' }).knowledge).toEqual(['summit', 'fair/'])
    for (const KNOWLEDGE of ['a,a', 'a,./a/', ' , '])
      expect(() => readConfig({ KNOWLEDGE })).toThrow(/KNOWLEDGE is ".*": name a directory, or several, each once/)
  })

  test('that can’t be used are all named at once, without showing secrets', () => {
    const faulty = {
      TELEGRAM_BOT_TOKEN: 'two words',
      TELEGRAM_API_ROOT: 'api.example',
      TELEGRAM_WEBHOOK_SECRET: 'hush!',
      ORGANIZERS: 'me',
      HTTP_PORT: '99999',
      DATABASE_URL: 'mysql://u:hush@h',
    }
    expect(() => readConfig(faulty)).toThrow(/6 faults[^]*TELEGRAM_BOT_TOKEN:[^]*TELEGRAM_API_ROOT is "api.example"/)
    expect(() => readConfig(faulty)).not.toThrow(/hush|two words/)
  })
})
