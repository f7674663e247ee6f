import { DiscordAPIError, REST, Routes } from 'discord.js'
import type { Config } from '../operation/config.ts'
import { OperatorError } from '../knowledge/fault.ts'
import { invitationTo } from '../bots/discord/invitation.ts'
import { registerCommands } from '../bots/discord/register.ts'
import { helpTexts } from './help.ts'
import { misused } from './parse.ts'

/**
 * `register`: registers the commands in Discord, unless they are registered as they are, and prints the link by which
 * the bot is invited. The bot does the same at its start.
 */
export async function runRegister(args: readonly string[], { discord }: Config): Promise<void> {
  if (args.length > 0) throw misused('Nothing more is to be said', helpTexts.register)
  if (!discord) throw new OperatorError('DISCORD_TOKEN is not set: nothing to register commands for')
  const rest = new REST(discord.apiRoot === undefined ? {} : { api: discord.apiRoot }).setToken(discord.token)
  try {
    const { id } = (await rest.get(Routes.currentApplication())) as { id: string }
    const changed = await registerCommands(rest, id)
    process.stdout.write(changed ? 'commands registered\n' : 'commands are registered as they are\n')
    process.stdout.write(`to invite the bot: ${invitationTo(id)}\n`)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const remedy =
      error instanceof DiscordAPIError && error.status === 401
        ? 'copy DISCORD_TOKEN anew from discord.com/developers/applications'
        : 'try again when Discord can be reached'
    throw new OperatorError(`commands not registered: ${reason}; ${remedy}`, { cause: error })
  }
}
