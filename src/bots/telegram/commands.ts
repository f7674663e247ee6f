import type { BotCommand } from 'grammy/types'
import { say } from '../../core/i18n.ts'
import type { Language } from '../../knowledge/language.ts'

/** Where a menu is shown: to people in private, in groups, and in private to organizers. */
export type MenuScope = 'private' | 'groups' | 'organizers'

/** Every command in its order, and the menus that show it. */
const menus = {
  announce: ['organizers'],
  feedback: ['organizers'],
  start: ['private', 'organizers'],
  ask: ['groups'],
  topics: ['private', 'groups', 'organizers'],
  my: ['private', 'organizers'],
  calendar: ['private', 'groups', 'organizers'],
  subscribe: ['private', 'groups', 'organizers'],
  unsubscribe: ['private', 'groups', 'organizers'],
  language: ['private', 'groups', 'organizers'],
  help: ['private', 'groups', 'organizers'],
  about: ['private', 'groups', 'organizers'],
  privacy: ['private', 'organizers'],
  forget: ['private', 'organizers'],
} as const satisfies Record<string, readonly MenuScope[]>

const commands = Object.keys(menus) as (keyof typeof menus)[]

/** The commands of a menu with what they do. */
export function menuOf(scope: MenuScope, language: Language): BotCommand[] {
  return commands
    .filter((command) => menus[command].some((one) => one === scope))
    .map((command) => ({ command, description: say(language, `command.${command}`) }))
}
