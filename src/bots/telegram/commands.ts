import type { BotCommand } from 'grammy/types'
import { say } from '../../core/i18n.ts'
import type { Language } from '../../knowledge/language.ts'

/** Where a menu is shown: to people in private, in groups, there to administrators, and in private to organizers. */
export type MenuScope = 'private' | 'groups' | 'administrators' | 'organizers'

/** Every command in its order, and the menus that show it. */
const menus = {
  announce: ['organizers'],
  feedback: ['organizers'],
  start: ['private', 'organizers'],
  ask: ['groups', 'administrators'],
  topics: ['private', 'groups', 'administrators', 'organizers'],
  my: ['private', 'organizers'],
  calendar: ['private', 'groups', 'administrators', 'organizers'],
  subscribe: ['private', 'administrators', 'organizers'],
  unsubscribe: ['private', 'administrators', 'organizers'],
  language: ['private', 'administrators', 'organizers'],
  help: ['private', 'groups', 'administrators', 'organizers'],
  about: ['private', 'groups', 'administrators', 'organizers'],
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
