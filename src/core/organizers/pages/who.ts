import type { Language } from '../../../knowledge/language.ts'
import { say } from '../../i18n.ts'
import type { Who } from '../../mailing/act.ts'
import { platformNames } from '../../people/people.ts'

/** "you", "Discord 102", "terminal: aigerim". */
export function whoWords(who: Who, viewer: Who | undefined, language: Language): string {
  if (who === viewer) return say(language, 'organizers.you')
  const [platform, id] = who.split(':') as [string, string | undefined]
  const name = Object.entries(platformNames).find(([one]) => one === platform)?.[1]
  if (name !== undefined) return `${name} ${id}`
  return id === undefined ? who : `${platform}: ${id}`
}
