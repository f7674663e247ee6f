import { say } from '../../core/i18n.ts'
import type { Language } from '../../knowledge/language.ts'

/** What stands under an album, which can't have the button to stop; Telegram makes a link of the command. */
export function wayOut(language: Language): string {
  return `\n\n${say(language, 'announcement.wayOut', { command: '/unsubscribe' })}`
}
