import { DiscordAPIError, type BaseInteraction } from 'discord.js'
import { say, type TextKey } from '../../../core/i18n.ts'
import { note } from '../../../core/pages/lines.ts'
import { notePage } from '../../../core/pages/note-page.ts'
import type { Page } from '../../../core/pages/page.ts'
import type { Visitor } from '../../../core/pages/visitor.ts'
import { fitnessOf, type Right } from '../channel-rights.ts'
import type { Context } from '../context.ts'
import { privateChannel } from '../private-channel.ts'
import { shown, type Response } from '../responses.ts'
import { writeIn } from '../write-in.ts'

/**
 * Announcements come here from now on, if they can; `topics`: as they were typed, empty for all. Of a channel the
 * rights are read, and a person is written to at once: nothing is promised that can't be kept.
 */
export async function subscribe(
  context: Context,
  visitor: Visitor,
  interaction: BaseInteraction,
  topics = '',
): Promise<Response> {
  const { here } = visitor
  if (here?.kind === 'channel') return subscribeChannel(context, visitor, interaction, topics)
  if (here?.kind === 'person' && here.route === undefined) return subscribePerson(context, visitor, topics)
  return shown(context, await context.desk.subscribe(visitor, topics))
}

export async function unsubscribe(context: Context, visitor: Visitor): Promise<Response> {
  return shown(context, await context.desk.unsubscribe(visitor))
}

async function subscribeChannel(
  context: Context,
  visitor: Visitor,
  interaction: BaseInteraction,
  topics: string,
): Promise<Response> {
  const { desk, channels } = context
  const fitness = fitnessOf(interaction, channels)
  const language = await desk.languageFor(visitor)
  const refuse = (key: TextKey, rights = ''): Response =>
    shown(context, notePage(language, say(language, key, { rights })))
  if (!fitness.fits) return refuse('subscription.unfit')
  const named = (rights: readonly Right[]): string => rights.map((right) => say(language, right)).join(', ')
  if (fitness.needed.length > 0) return refuse('subscription.noRights', named(fitness.needed))
  const page = await desk.subscribe(visitor, topics)
  const { useful } = fitness
  const hint = useful.length > 0 ? [note(say(language, 'subscription.fewRights', { rights: named(useful) }))] : []
  return shown(context, { ...page, lines: [...page.lines, ...hint] })
}

/** In their private channel, which is opened and tried; who lets nobody in is told how to. */
async function subscribePerson(context: Context, visitor: Visitor, topics: string): Promise<Response> {
  const { client, desk, data, now } = context
  const { here, person } = visitor
  const language = await desk.languageFor(visitor)
  const answer = (key: TextKey): Response => shown(context, notePage(language, say(language, key)))
  try {
    const route = await privateChannel(client.rest, person.id)
    const page: Page = await desk.subscribe({ ...visitor, here: { ...here!, route } }, topics)
    await writeIn(client.rest, route, page, data)
    return answer('subscription.written')
  } catch (error) {
    if (!(error instanceof DiscordAPIError && error.status < 500)) throw error
    await desk.leave({ platform: 'discord', chat: person.id }, error.message, now())
    return answer('subscription.closed')
  }
}
