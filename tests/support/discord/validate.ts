import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import api from './discord-api.json' with { type: 'json' }

const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false, allowUnionTypes: true })
ajv.addSchema({ $id: 'discord', components: { schemas: api.schemas } })

const bodies = api.bodies as Readonly<Record<string, object | null>>
const compiled = new Map<string, ValidateFunction>()

/** The request as the description names it: "post /channels/{channel_id}/messages". Undefined if it names none. */
export function requestOf(method: string, path: string): string | undefined {
  const parts = path.split('/')
  return Object.keys(bodies).find((name) => {
    const [verb, route] = name.split(' ') as [string, string]
    const wanted = route.split('/')
    return (
      verb === method.toLowerCase() &&
      wanted.length === parts.length &&
      wanted.every((part, at) => part.startsWith('{') || part === parts[at])
    )
  })
}

/** What a body breaks of the published description and of the limits that it states in words. */
export function breaches(request: string, body: unknown): string[] {
  const schema = bodies[request]
  if (!schema) return []
  const validate = compiled.getOrInsertComputed(request, () =>
    ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('#/components', 'discord#/components')) as object),
  )
  const faults = validate(withoutDefaults(body))
    ? []
    : (validate.errors ?? []).map(
        ({ instancePath, message, params }) => `${request} ${instancePath}: ${message} ${JSON.stringify(params)}`,
      )
  return [...faults, ...messagesIn(body).flatMap((message) => checkMessage(request, message))]
}

/** discord.js says of every message that it is not read aloud and that its nonce may repeat, though nobody asks. */
function withoutDefaults(body: unknown): unknown {
  return JSON.parse(
    JSON.stringify(body, (key, value: unknown) =>
      (key === 'tts' || key === 'enforce_nonce') && value === false ? undefined : value,
    ),
  )
}

type Message = {
  embeds?: Embed[]
  components?: { components?: { custom_id?: string; options?: { value: string }[] }[] }[]
  content?: string
  allowed_mentions?: { parse?: string[]; users?: unknown; roles?: unknown; replied_user?: boolean }
}
type Embed = {
  title?: string
  description?: string
  footer?: { text: string }
  fields?: { name: string; value: string }[]
}

function messagesIn(body: unknown): Message[] {
  if (typeof body !== 'object' || body === null) return []
  const data = 'data' in body ? body.data : body
  return typeof data === 'object' && data !== null && ('embeds' in data || 'content' in data) ? [data as Message] : []
}

/** discord.com/developers/docs/resources/message#embed-object-embed-limits, components/reference */
function checkMessage(
  request: string,
  { embeds = [], components = [], content, allowed_mentions: mentions }: Message,
): string[] {
  const length = embeds.reduce(
    (sum, { title = '', description = '', footer, fields = [] }) =>
      sum +
      title.length +
      description.length +
      (footer?.text.length ?? 0) +
      fields.reduce((total, { name, value }) => total + name.length + value.length, 0),
    0,
  )
  const ids = components.flatMap((row) => row.components ?? []).flatMap(({ custom_id: id }) => id ?? [])
  const values = components
    .flatMap((row) => row.components ?? [])
    .map(({ options = [] }) => options.map(({ value }) => value))
  return [
    ...(length > 6000 ? [`${request}: embeds of ${length} letters`] : []),
    ...(embeds.some(({ description }) => description === '') ? [`${request}: an empty embed`] : []),
    ...(embeds.length === 0 && (content ?? '') === '' ? [`${request}: an empty message`] : []),
    ...(components.some((row) => (row.components ?? []).length === 0) ? [`${request}: an empty row`] : []),
    ...(components.length > 5 ? [`${request}: ${components.length} rows`] : []),
    ...(new Set(ids).size === ids.length ? [] : [`${request}: ids of components repeat`]),
    ...values
      .filter((list) => new Set(list).size !== list.length || list.length > 25)
      .map(() => `${request}: values of a menu repeat or are too many`),
    // Calling everyone is in the open, at the beginning of what is said, or not at all.
    ...((mentions?.parse?.length === 0 ||
      (mentions?.parse?.join() === 'everyone' && content?.startsWith('@everyone '))) &&
    mentions.users === undefined &&
    mentions.roles === undefined
      ? []
      : [`${request}: mentions are not all forbidden`]),
  ]
}
