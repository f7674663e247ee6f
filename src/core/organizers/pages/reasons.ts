import type { Language } from '../../../knowledge/language.ts'
import { say } from '../../i18n.ts'
import { readReason } from '../../mailing/reason.ts'

/** A reason in the organizer's words, with what can be done about it; what has no code is told as it was said. */
export function reasonWords(reason: string, language: Language): string {
  const { code, count, said } = readReason(reason)
  return code === undefined ? said : say(language, `reason.${code}`, { minutes: count ?? '', why: said })
}
