import api from './bot-api.json' with { type: 'json' }

type Field = { name: string; types: string[]; required: boolean }
type Type = { fields?: Field[]; subtypes?: string[] }

const methods = api.methods as Readonly<Record<string, { fields: Field[] } | undefined>>
const types = api.types as Readonly<Record<string, Type | undefined>>

/** What a call breaks of the published Bot API: unknown and missing fields, wrong types, limits stated in words. */
export function breaches(method: string, payload: Readonly<Record<string, unknown>>): string[] {
  const known = methods[method]
  if (!known) return [`${method}: not among the methods in bot-api.json; add it in scripts/reduce-bot-api.ts`]
  return [...checkFields(known.fields, payload, method), ...checkLimits(method, payload)]
}

function checkFields(fields: readonly Field[], value: Readonly<Record<string, unknown>>, at: string): string[] {
  const unknown = Object.keys(value)
    .filter((key) => !fields.some(({ name }) => name === key))
    .map((key) => `${at}.${key}: no such field`)
  const faults = fields.flatMap(({ name, types: kinds, required }) => {
    if (value[name] === undefined) return required ? [`${at}.${name}: missing`] : []
    const attempts = kinds.map((kind) => checkType(kind, value[name], `${at}.${name}`))
    return attempts.some((list) => list.length === 0) ? [] : attempts.toSorted((a, b) => a.length - b.length)[0]!
  })
  return [...unknown, ...faults]
}

function checkType(kind: string, value: unknown, at: string): string[] {
  const item = /^Array of (.+)$/.exec(kind)?.[1]
  if (item !== undefined)
    return Array.isArray(value)
      ? value.flatMap((one, index) => checkType(item, one, `${at}[${index}]`))
      : [`${at}: no array`]
  switch (kind) {
    case 'Integer':
      return Number.isSafeInteger(value) ? [] : [`${at}: no integer`]
    case 'Float':
      return typeof value === 'number' ? [] : [`${at}: no number`]
    case 'String':
      return typeof value === 'string' ? [] : [`${at}: no string`]
    case 'Boolean':
    case 'True':
      return typeof value === 'boolean' ? [] : [`${at}: no boolean`]
    case 'InputFile':
      return value instanceof File ? [] : [`${at}: no file`]
    default:
      return checkObject(kind, value, at)
  }
}

function checkObject(kind: string, value: unknown, at: string): string[] {
  const type = types[kind]
  if (!type || typeof value !== 'object' || value === null) return [`${at}: no ${kind}`]
  if (type.subtypes) {
    const attempts = type.subtypes.map((one) => checkType(one, value, at))
    return attempts.some((list) => list.length === 0) ? [] : attempts.toSorted((a, b) => a.length - b.length)[0]!
  }
  const object = value as Record<string, unknown>
  const own = kind === 'InlineKeyboardButton' ? checkButton(object, at) : []
  return [...checkFields(type.fields ?? [], object, at), ...own]
}

/** core.telegram.org/bots/api#inlinekeyboardbutton */
function checkButton(button: Readonly<Record<string, unknown>>, at: string): string[] {
  const kinds = Object.keys(button).filter((key) => !['text', 'style', 'icon_custom_emoji_id'].includes(key))
  const data = button.callback_data
  return [
    ...(kinds.length === 1
      ? []
      : [`${at}: exactly one of the fields that say what a button does, not ${kinds.length}`]),
    ...(button.text === '' ? [`${at}.text: empty`] : []),
    ...(typeof data === 'string' && !within(Buffer.byteLength(data), 1, 64)
      ? [`${at}.callback_data: ${Buffer.byteLength(data)} bytes`]
      : []),
    ...(typeof button.url === 'string' && !URL.canParse(button.url) ? [`${at}.url: no address`] : []),
  ]
}

type Limit = { readonly of: string; readonly least: number; readonly most: number }

/** Lengths that the documentation states beside the fields. Texts are counted after their mark-up: see html.ts. */
const limits: Readonly<Record<string, readonly Limit[]>> = {
  answerCallbackQuery: [{ of: 'text', least: 0, most: 200 }],
  setMyDescription: [{ of: 'description', least: 0, most: 512 }],
  setMyShortDescription: [{ of: 'short_description', least: 0, most: 120 }],
  setMyCommands: [{ of: 'commands', least: 0, most: 100 }],
  setWebhook: [{ of: 'secret_token', least: 1, most: 256 }],
  answerInlineQuery: [{ of: 'results', least: 0, most: 50 }],
  sendMediaGroup: [{ of: 'media', least: 2, most: 10 }],
  deleteMessages: [{ of: 'message_ids', least: 1, most: 100 }],
}

function checkLimits(method: string, payload: Readonly<Record<string, unknown>>): string[] {
  const lengths = (limits[method] ?? []).flatMap(({ of, least, most }) => {
    const value = payload[of] as string | unknown[] | undefined
    return value === undefined || within(value.length, least, most) ? [] : [`${method}.${of}: ${value.length} long`]
  })
  return [
    ...lengths,
    ...(method === 'setMyCommands' ? checkCommands(payload) : []),
    ...(method === 'answerInlineQuery' ? checkResults(payload) : []),
  ]
}

function checkCommands({ commands }: Readonly<Record<string, unknown>>): string[] {
  return (commands as { command: string; description: string }[]).flatMap(({ command, description }) => [
    ...(/^[a-z0-9_]{1,32}$/.test(command) ? [] : [`setMyCommands: command ${command}`]),
    ...(within(description.length, 1, 256) ? [] : [`setMyCommands: description of ${command}`]),
  ])
}

function checkResults({ results, button }: Readonly<Record<string, unknown>>): string[] {
  const list = results as { id: string }[]
  const ids = new Set(list.map(({ id }) => id))
  const start = (button as { start_parameter?: string } | undefined)?.start_parameter
  return [
    ...(ids.size === list.length ? [] : ['answerInlineQuery: ids of results repeat']),
    ...list.filter(({ id }) => !within(Buffer.byteLength(id), 1, 64)).map(({ id }) => `answerInlineQuery: id ${id}`),
    ...(start === undefined || /^[\w-]{1,64}$/.test(start) ? [] : ['answerInlineQuery: start_parameter']),
  ]
}

function within(value: number, least: number, most: number): boolean {
  return value >= least && value <= most
}
