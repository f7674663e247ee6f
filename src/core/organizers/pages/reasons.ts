import type { Language } from '../../../knowledge/language.ts'
import { say, type TextKey } from '../../i18n.ts'

/** What platforms and couriers say, by what it means for organizers; what is none of these is told as it is said. */
const meanings: readonly (readonly [RegExp, TextKey])[] = [
  [/^cancelled$/, 'reason.cancelled'],
  [/^recalled$/, 'reason.recalled'],
  [/^unsubscribed$/, 'reason.unsubscribed'],
  [/^forgotten$/, 'reason.forgotten'],
  [/^posted, but everyone could not be called/, 'reason.notCalled'],
  [/^posted, but not published to followers: .* used up for (?<minutes>\d+) min$/, 'reason.publishLimit'],
  [/^posted, but not published to followers: (?:Missing Permissions|Missing Access)$/, 'reason.publishRights'],
  [/^posted, but not published to followers: (?<why>.*)$/, 'reason.notPublished'],
  [/^(?:Missing Permissions|Missing Access)$/, 'reason.noRights'],
  [/^Cannot send messages to this user$/, 'reason.closed'],
  [/^(?:Unknown Channel|the (?:channel|thread) was deleted)$/, 'reason.deleted'],
  [/^Cannot send messages in a non-text channel$/, 'reason.noText'],
  [/^(?:blocked the bot|Forbidden: bot was blocked by the user)$/, 'reason.blocked'],
  [/^(?:the bot was removed|Unknown Guild|Forbidden: bot was kicked.*)$/, 'reason.removed'],
]

/** A reason in the organizer's words, with what can be done about it. */
export function reasonWords(reason: string, language: Language): string {
  for (const [pattern, key] of meanings) {
    const found = pattern.exec(reason)
    if (found) return say(language, key, found.groups ?? {})
  }
  return reason
}
