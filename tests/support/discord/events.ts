import { application, everything, guild } from './ids.ts'
import type { Body } from './server.ts'

export { everything }

let lastId = 1_000_000

function nextId(): string {
  return String(++lastId)
}

export type Asker = {
  readonly id: string
  readonly name?: string
  readonly locale?: string
  readonly permissions?: bigint
}

const manageGuild = 1n << 5n
export const manager = manageGuild | (1n << 33n)

/** An interaction in a server, or in private if `inPrivate`; its token is its id, so that answers are found by it. */
function anInteraction(
  type: number,
  data: Body,
  from: Asker,
  { inPrivate = false, message }: { inPrivate?: boolean; message?: Body } = {},
): Body & { id: string } {
  const id = nextId()
  const user = { id: from.id, username: 'someone', discriminator: '0', avatar: null, global_name: from.name ?? null }
  const place = inPrivate
    ? { user, channel_id: `9${from.id}`, channel: { id: `9${from.id}`, type: 1 }, context: 1 }
    : {
        guild_id: guild,
        guild: { id: guild, locale: 'en-US', features: [] },
        member: {
          user,
          roles: [],
          permissions: String(from.permissions ?? 0n),
          joined_at: '2026-01-01T00:00:00Z',
          deaf: false,
          mute: false,
          flags: 0,
        },
        channel_id: '500',
        channel: { id: '500', type: 0 },
        context: 0,
      }
  return {
    id,
    application_id: application,
    type,
    token: id,
    version: 1,
    data,
    locale: from.locale ?? 'en-US',
    entitlements: [],
    authorizing_integration_owners: {},
    app_permissions: '0',
    attachment_size_limit: 1,
    ...place,
    ...(message ? { message } : {}),
  }
}

export function aCommand(
  name: string,
  from: Asker,
  { question, inPrivate = false }: { question?: string; inPrivate?: boolean } = {},
): Body & { id: string } {
  const options = question === undefined ? [] : [{ type: 3, name: 'question', value: question }]
  return anInteraction(2, { id: '1', name, type: 1, options }, from, { inPrivate })
}

/**
 * A command in a channel of a given type, as a server sees it that has installed the bot. `where`: the option of that
 * name; `rights`: what the bot may do there.
 */
export function aChannelCommand(
  name: string,
  from: Asker,
  {
    channel = '500',
    type = 0,
    rights = everything,
    ...given
  }: { channel?: string; type?: number; where?: string; topics?: string; rights?: bigint } = {},
): Body & { id: string } {
  const options = Object.entries(given).map(([option, value]) => ({ type: 3, name: option, value }))
  return {
    ...anInteraction(2, { id: '1', name, type: 1, options }, from),
    app_permissions: String(rights),
    channel_id: channel,
    channel: { id: channel, type, name: 'news' },
    authorizing_integration_owners: { 0: guild },
  }
}

/** What somebody submits in a modal, with whatever id. */
export function aModal(id: string, texts: Readonly<Record<string, string>>, from: Asker): Body & { id: string } {
  const components = Object.entries(texts).map(([name, value]) => ({
    type: 1,
    components: [{ type: 4, custom_id: name, value }],
  }))
  return anInteraction(5, { custom_id: id, components }, from, { inPrivate: true })
}

/** What somebody submits in a modal of one field: words, or a file that stands at an address. */
export function aFieldModal(
  id: string,
  value: string | { name: string; url: string },
  from: Asker,
  place: { inPrivate?: boolean } = {},
): Body & { id: string } {
  const field = { custom_id: 'value' }
  const data =
    typeof value === 'string'
      ? { components: [{ type: 18, component: { ...field, type: 4, value } }] }
      : {
          components: [{ type: 18, component: { ...field, type: 19, values: ['1'] } }],
          resolved: { attachments: { 1: { id: '1', filename: value.name, url: value.url, proxy_url: '', size: 1 } } },
        }
  return anInteraction(5, { custom_id: id, ...data }, from, place)
}

/** What somebody submits in a modal of menus, by their ids. */
export function aMenuModal(
  id: string,
  chosen: Readonly<Record<string, readonly string[]>>,
  from: Asker,
): Body & { id: string } {
  const components = Object.entries(chosen).map(([menu, values]) => ({
    type: 18,
    component: { custom_id: menu, type: 3, values },
  }))
  return anInteraction(5, { custom_id: id, components }, from, { inPrivate: true })
}

export function aCompletion(typed: string, from: Asker): Body & { id: string } {
  return anInteraction(
    4,
    { id: '1', name: 'ask', type: 1, options: [{ type: 3, name: 'question', value: typed, focused: true }] },
    from,
  )
}

/** A command of this name, chosen in the menu of somebody else's message with this content, in a server's channel. */
export function aMessageCommand(name: string, content: string, from: Asker): Body & { id: string } {
  return anInteraction(
    2,
    {
      id: '1',
      name,
      type: 3,
      target_id: '77',
      resolved: { messages: { 77: aMessageOf({ id: '5' }, content, '500') } },
    },
    from,
  )
}

/** The press of a button, or a choice in a menu, under a message of ours. */
export function aPress(
  id: string,
  from: Asker,
  { ephemeral = true, inPrivate = false, chosen }: { ephemeral?: boolean; inPrivate?: boolean; chosen?: string } = {},
): Body & { id: string } {
  const message = { ...aMessageOf({ id: application, bot: true }, '', '500'), flags: ephemeral ? 64 : 0 }
  const data =
    chosen === undefined ? { component_type: 2, custom_id: id } : { component_type: 3, custom_id: id, values: [chosen] }
  return anInteraction(3, data, from, { inPrivate, message })
}

/**
 * What somebody writes: in channel 500 of the server, or in private (channel "9" and their id). `mentions`: ids of
 * people and bots; the content isn't looked at for them.
 */
export function aMessage(
  from: Asker,
  content: string,
  {
    inPrivate = false,
    channel = '500',
    mentions = [] as string[],
    bot = false,
  }: { inPrivate?: boolean; channel?: string; mentions?: string[]; bot?: boolean } = {},
): Body & { id: string } {
  const message = aMessageOf({ id: from.id, bot }, content, inPrivate ? `9${from.id}` : channel)
  const named = mentions.map((id) => ({ id, username: 'x', discriminator: '0', avatar: null }))
  return {
    ...message,
    mentions: named,
    ...(inPrivate
      ? { channel_type: 1 }
      : { guild_id: guild, member: { roles: [], joined_at: '2026-01-01T00:00:00Z', deaf: false, mute: false } }),
  }
}

function aMessageOf(
  { id, bot = false }: { id: string; bot?: boolean },
  content: string,
  channel: string,
): Body & { id: string } {
  return {
    id: nextId(),
    channel_id: channel,
    content,
    author: { id, username: 'someone', discriminator: '0', avatar: null, bot },
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    type: 0,
    components: [],
  }
}
