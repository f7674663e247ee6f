import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * Cuts Discord's OpenAPI description (github.com/discord/discord-api-spec, openapi.json) down to the requests that the
 * bot makes and the schemas of their bodies: what the loopback server of the tests checks requests against.
 * `node scripts/reduce-discord-api.ts openapi.json`; to allow another request, add it here.
 */
const requests = [
  'get /gateway/bot',
  'get /applications/@me',
  'get /applications/{application_id}/commands',
  'put /applications/{application_id}/commands',
  'post /interactions/{interaction_id}/{interaction_token}/callback',
  'post /webhooks/{webhook_id}/{webhook_token}',
  'patch /webhooks/{webhook_id}/{webhook_token}/messages/@original',
  'post /channels/{channel_id}/messages',
  'patch /channels/{channel_id}/messages/{message_id}',
  'delete /channels/{channel_id}/messages/{message_id}',
  'post /channels/{channel_id}/messages/{message_id}/crosspost',
  'post /users/@me/channels',
  'get /guilds/{guild_id}/scheduled-events',
  'post /guilds/{guild_id}/scheduled-events',
]

type Content = { 'application/json'?: { schema: object } }
type Source = {
  paths: Record<string, Record<string, { requestBody?: { content: Content } }>>
  components: { schemas: Record<string, object> }
}

const [path] = process.argv.slice(2)
if (path === undefined) throw new Error('usage: node scripts/reduce-discord-api.ts openapi.json')
const source = JSON.parse(readFileSync(path, 'utf8')) as Source
const schemas: Record<string, unknown> = {}
const bodies = Object.fromEntries(
  requests.map((request) => {
    const [method, route] = request.split(' ') as [string, string]
    const schema = source.paths[route]![method]!.requestBody?.content['application/json']?.schema
    return [request, schema === undefined ? null : strict(schema)]
  }),
)
const target = fileURLToPath(new URL('../tests/support/discord/discord-api.json', import.meta.url))
writeFileSync(target, `${JSON.stringify({ bodies, schemas })}\n`)

/** Without descriptions; takes along everything that it refers to; objects may hold nothing that is not described. */
function strict(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strict)
  if (typeof value !== 'object' || value === null) return value
  const object = value as Record<string, unknown>
  if (typeof object.$ref === 'string') take(object.$ref.replace('#/components/schemas/', ''))
  const entries = Object.entries(object).filter(
    ([key, held]) => key !== 'x-discord-union' && !(key === 'description' && typeof held === 'string'),
  )
  const closed =
    object.type === 'object' && object.properties !== undefined && object.additionalProperties === undefined
      ? { additionalProperties: false }
      : {}
  return { ...Object.fromEntries(entries.map(([key, held]) => [key, strict(held)])), ...closed }
}

function take(name: string): void {
  if (name in schemas) return
  schemas[name] = null
  schemas[name] = strict(source.components.schemas[name])
}
