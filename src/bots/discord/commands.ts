import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type LocalizationMap,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js'
import { say, type TextKey } from '../../core/i18n.ts'
import { shorten } from '../shorten.ts'

/** Longer questions are refused by the core. */
export const longestQuestion = 1000

/** discord.com/developers/docs/interactions/application-commands: descriptions and names of commands. */
const longest = { description: 100, name: 32 }

const everywhere = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
}

/** Where announcements are to come. */
export const wheres = ['me', 'channel'] as const

/** Commands that open a page and take nothing. */
const pageCommands = ['topics', 'my', 'language', 'help', 'about', 'privacy'] as const

/**
 * All commands as they are registered. Discord has no Kazakh: what it shows to everybody else is Kazakh and English.
 */
export function commandDefinitions(): RESTPostAPIApplicationCommandsJSONBody[] {
  return [
    {
      ...slash('ask'),
      ...everywhere,
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'question',
          name_localizations: localisedNames('question'),
          ...described('command.question'),
          required: true,
          autocomplete: true,
          max_length: longestQuestion,
        },
      ],
    },
    {
      ...slash('subscribe'),
      ...everywhere,
      options: [
        whereOption(),
        {
          type: ApplicationCommandOptionType.String,
          name: 'topics',
          name_localizations: localisedNames('topics'),
          ...described('command.topicsFollowed'),
          max_length: 200,
        },
      ],
    },
    { ...slash('unsubscribe'), ...everywhere, options: [whereOption()] },
    ...[...pageCommands, 'calendar' as const, 'forget' as const].map((name) => ({ ...slash(name), ...everywhere })),
    {
      ...slash('event'),
      contexts: [InteractionContextType.Guild],
      integration_types: [ApplicationIntegrationType.GuildInstall],
      // A number, as Discord's own description of requests has it; its types and its answers have a string.
      default_member_permissions: Number(PermissionFlagsBits.ManageEvents) as unknown as string,
    },
    // For organizers, who are checked by their ids.
    ...['announce' as const, 'announcements' as const, 'feedback' as const].map((name) => ({
      ...slash(name),
      contexts: everywhere.contexts.slice(0, 2),
      integration_types: [ApplicationIntegrationType.GuildInstall],
      default_member_permissions: 0 as unknown as string,
    })),
    {
      type: ApplicationCommandType.Message,
      name: shorten(`${say('kk', 'command.answerThis')} · ${say('en', 'command.answerThis')}`, longest.name),
      name_localizations: localised('command.answerThis', longest.name),
      ...everywhere,
    },
  ]
}

/** Commands that are typed. */
export type CommandName =
  | 'ask'
  | 'event'
  | 'calendar'
  | 'subscribe'
  | 'unsubscribe'
  | 'announce'
  | 'announcements'
  | 'feedback'
  | 'forget'
  | (typeof pageCommands)[number]

function slash(name: CommandName) {
  return {
    type: ApplicationCommandType.ChatInput as const,
    name,
    name_localizations: localisedNames(name),
    ...described(`command.${name}`),
  }
}

/** In a server it may be the person, or everyone in the channel. */
function whereOption() {
  return {
    type: ApplicationCommandOptionType.String as const,
    name: 'where',
    name_localizations: localisedNames('where'),
    ...described('command.where'),
    choices: wheres.map((value) => ({
      name: shorten(`${say('kk', `where.${value}`)} · ${say('en', `where.${value}`)}`, longest.description),
      name_localizations: localised(`where.${value}`, longest.description),
      value,
    })),
  }
}

function described(key: TextKey): { description: string; description_localizations: LocalizationMap } {
  return {
    description: shorten(`${say('kk', key)} · ${say('en', key)}`, longest.description),
    description_localizations: localised(key, longest.description),
  }
}

function localisedNames(name: CommandName | 'question' | 'where'): LocalizationMap {
  return localised(`commandName.${name}`, longest.name)
}

/** Both kinds of English, or one of them would see the default. */
function localised(key: TextKey, most: number): LocalizationMap {
  const english = shorten(say('en', key), most)
  return { ru: shorten(say('ru', key), most), 'en-US': english, 'en-GB': english }
}
