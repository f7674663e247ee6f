import { Events } from 'discord.js'
import { buttonData } from '../../button-data.ts'
import { entryKeys } from '../../entry-keys.ts'
import type { Claims } from '../../../core/store/claims.ts'
import { repeating } from '../../lifetime.ts'
import type { Common } from '../../platform.ts'
import { announcementRest, requestsPerSecond } from '../announcement-rest.ts'
import { noteChannels } from '../channels.ts'
import { openClaiming } from '../claiming.ts'
import { closeClient, createClient } from '../client.ts'
import { stayConnected } from '../connection.ts'
import { discordCourier } from '../courier.ts'
import { evenPace } from '../even-pace.ts'
import { giveWayTo } from '../give-way.ts'
import { invitationTo } from '../invitation.ts'
import { logResponses } from '../log-responses.ts'
import { openFloodGates } from '../flood-gates.ts'
import { mayCallEveryone } from '../may-call-everyone.ts'
import { createPublisher } from '../publisher.ts'
import { keepCommandsRegistered } from '../register.ts'
import { discordVoice } from '../voice.ts'
import { attend } from './attend.ts'

export type DiscordSettings = {
  readonly token: string
  /** Undefined for Discord's own servers. */
  readonly apiRoot: string | undefined
  readonly organizers: readonly string[]
}

/** How long a stop waits for answers that are being sent. */
const graceMs = 5000

/** Interactions can be answered for a quarter of an hour, and nothing is handed out again after that. */
const claimsLastMs = 24 * 60 * 60_000
const tidyEveryMs = 60 * 60_000

/**
 * Serves the desk in Discord until `stopping` is aborted, and then finishes what is being answered. Throws a
 * DiscordError if the token is refused, another error if the connection can't be had or is lost for good. `report` is
 * told how it stands; `failed` of each answer that could not be given.
 */
export async function serveDiscord({
  settings,
  claims,
  ...common
}: Common & { readonly settings: DiscordSettings; readonly claims: Claims }): Promise<void> {
  const { log, now, failed, deliver, notifyOrganizers, attachment } = common
  const client = createClient(settings)
  logResponses(client.rest, log)
  const keys = entryKeys(() => common.currentPack().entries)
  const data = buttonData(keys)
  const voice = discordVoice(client.rest, data, log)
  const halted = new AbortController()
  const stopping = halted.signal
  const attended = attend({
    ...common,
    client,
    voice,
    keys,
    data,
    channels: noteChannels(),
    claim: openClaiming({ claims, log, now }),
    gates: openFloodGates(stopping),
    publish: createPublisher(),
    stopping,
  })
  const pace = evenPace(requestsPerSecond, stopping)
  giveWayTo(client.rest, pace)
  const rest = announcementRest(settings.token, settings.apiRoot, pace)
  const courier = discordCourier({
    rest,
    data,
    attachment,
    mayCallEveryone: (channel) => mayCallEveryone(client, channel),
    pace,
    failed,
  })
  let delivering: Promise<unknown> | undefined
  client.once(Events.ClientReady, ({ user, application }) => {
    const guilds = client.guilds.cache.size
    log.info({ platform: 'discord', user: user.id, guilds, invite: invitationTo(application.id) }, 'connected')
    delivering = Promise.all([deliver(courier, stopping), notifyOrganizers(voice, stopping)])
    void keepCommandsRegistered(client.rest, application.id, log, stopping)
  })
  using _tidying = repeating(tidy, tidyEveryMs)
  try {
    await stayConnected(client, settings.token, common)
  } finally {
    halted.abort()
    await attended.stop(graceMs)
    await delivering
    await closeClient(client)
  }

  function tidy(): void {
    void claims
      .purge('discord', new Date(now().getTime() - claimsLastMs))
      .catch((error: unknown) => log.warn({ platform: 'discord', err: error }, 'old claims not removed'))
  }
}
