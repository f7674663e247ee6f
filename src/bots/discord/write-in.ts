import { Routes, type APIMessage, type REST } from 'discord.js'
import type { Page } from '../../core/pages/page.ts'
import type { ButtonData } from '../button-data.ts'
import { dress } from './render.ts'

/** Writes a page of one message into a channel, unasked, calling nobody; returns the message's id. */
export async function writeIn(rest: REST, channel: string, page: Page, data: ButtonData): Promise<string> {
  const [dressed] = dress(page, data)
  const body = { ...dressed, allowed_mentions: { parse: [] } }
  const { id } = (await rest.post(Routes.channelMessages(channel), { body })) as APIMessage
  return id
}
