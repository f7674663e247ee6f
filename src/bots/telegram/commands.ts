import type { BotCommand } from 'grammy/types'
import { say } from '../../core/i18n.ts'
import type { Language } from '../../knowledge/language.ts'

/** Where a menu is shown: to people in private, in groups, and in private to organizers. */
export type MenuScope = 'private' | 'groups' | 'organizers'

const commandsOf = {
  private: [
    'start',
    'topics',
    'calendar',
    'subscribe',
    'unsubscribe',
    'language',
    'help',
    'about',
    'privacy',
    'forget',
  ],
  groups: ['ask', 'topics', 'calendar', 'subscribe', 'unsubscribe', 'language', 'help', 'about'],
  organizers: [
    'announce',
    'feedback',
    'start',
    'topics',
    'calendar',
    'subscribe',
    'unsubscribe',
    'language',
    'help',
    'about',
    'privacy',
    'forget',
  ],
} as const

/** The commands of a menu with what they do. */
export function menuOf(scope: MenuScope, language: Language): BotCommand[] {
  return commandsOf[scope].map((command) => ({ command, description: say(language, `command.${command}`) }))
}
