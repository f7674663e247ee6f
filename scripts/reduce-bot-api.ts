import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * Cuts Telegram's Bot API, as data (github.com/PaulSonOfLars/telegram-bot-api-spec, api.json), down to the methods that
 * the bot calls and the types that those take, without descriptions: what the loopback server of the tests checks calls
 * against. `node scripts/reduce-bot-api.ts api.json`; to allow another method, add it here.
 */
const methods = [
  'answerCallbackQuery',
  'answerInlineQuery',
  'deleteMessage',
  'deleteMessages',
  'deleteMyCommands',
  'deleteWebhook',
  'editMessageCaption',
  'editMessageReplyMarkup',
  'editMessageText',
  'getChatMember',
  'getFile',
  'getMe',
  'getMyCommands',
  'getMyDescription',
  'getMyShortDescription',
  'getUpdates',
  'sendAudio',
  'sendDocument',
  'sendMediaGroup',
  'sendMessage',
  'sendPhoto',
  'sendVideo',
  'setMyCommands',
  'setMyDescription',
  'setMyShortDescription',
  'setWebhook',
]

type Field = { name: string; types: string[]; required: boolean }
type Source = {
  version: string
  methods: Record<string, { fields?: Field[] }>
  types: Record<string, { fields?: Field[]; subtypes?: string[] }>
}

const [path] = process.argv.slice(2)
if (path === undefined) throw new Error('usage: node scripts/reduce-bot-api.ts api.json')
const source = JSON.parse(readFileSync(path, 'utf8')) as Source
const types: Source['types'] = {}
const reduced = Object.fromEntries(methods.map((name) => [name, { fields: fieldsOf(source.methods[name]!.fields) }]))
const target = fileURLToPath(new URL('../tests/support/telegram/bot-api.json', import.meta.url))
writeFileSync(target, `${JSON.stringify({ version: source.version, methods: reduced, types }, undefined, 1)}\n`)

function fieldsOf(fields: Field[] = []): Field[] {
  return fields.map(({ name, types: kinds, required }) => {
    for (const kind of kinds) take(kind.replaceAll('Array of ', ''))
    return { name, types: kinds, required }
  })
}

function take(name: string): void {
  const type = source.types[name]
  if (!type || types[name]) return
  types[name] = {}
  if (type.subtypes) {
    types[name].subtypes = type.subtypes
    type.subtypes.forEach(take)
  } else types[name].fields = fieldsOf(type.fields)
}
