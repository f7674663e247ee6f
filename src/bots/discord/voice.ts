import { DiscordAPIError, Routes, type REST } from 'discord.js'
import type { Logger } from 'pino'
import type { Voice } from '../../core/organizers/progress.ts'
import type { ButtonData } from '../button-data.ts'
import { privateChannel } from './private-channel.ts'
import { dress } from './render.ts'
import { writeIn } from './write-in.ts'

/** How organizers are reached in Discord: in their private channel with the bot. */
export function discordVoice(rest: REST, data: ButtonData, log: Logger): Voice {
  return {
    platform: 'discord',
    async say(person, page) {
      try {
        const chat = await privateChannel(rest, person)
        return { chat, message: await writeIn(rest, chat, page, data) }
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
