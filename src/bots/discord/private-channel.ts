import { Routes, type APIChannel, type REST } from 'discord.js'

/** People are written to in a private channel, which has an id of its own. */
export async function privateChannel(rest: REST, person: string): Promise<string> {
  const { id } = (await rest.post(Routes.userChannels(), { body: { recipient_id: person } })) as APIChannel
  return id
}
