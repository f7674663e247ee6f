import { DiscordAPIError, Routes, type APIMessage, type REST } from 'discord.js'
import type { Logger } from 'pino'
import type { Voice } from '../../core/organizers/progress.ts'
import type { ButtonData } from '../button-data.ts'
import { privateChannel } from './private-channel.ts'
import { dress } from './render.ts'

/** How organizers are reached in Discord: in their private channel with the bot. */
export function discordVoice(rest: REST, data: ButtonData, log: Logger): Voice {
  return {
    platform: 'discord',
    async say(person, page) {
      try {
        const chat = await privateChannel(rest, person)
        const [dressed] = dress(page, data)
        const { id: message } = (await rest.post(Routes.channelMessages(chat), {
          body: { ...dressed, allowed_mentions: { parse: [] } },
        })) as APIMessage
        return { chat, message }
      } catch (error) {
        log.info({ platform: 'discord', err: error }, 'organizer not reached')
        return undefined
      }
    },
    async change({ chat, message }, page) {
      try {
        await rest.patch(Routes.channelMessage(chat, message), {
          body: { ...dress(page, data)[0], allowed_mentions: { parse: [] } },
        })
        return 'changed'
      } catch (error) {
        return error instanceof DiscordAPIError && error.status < 500 ? 'gone' : 'later'
      }
    },
  }
}
