import type { Language } from '../../knowledge/language.ts'
import { say } from '../i18n.ts'

/** "Kazakh, Russian and English", in a language. */
export function nameLanguages(languages: readonly Language[], language: Language): string {
  const names = new Intl.DisplayNames(language, { type: 'language' })
  const list = new Intl.ListFormat(say(language, 'date.tag'))
  return list.format(languages.map((one) => names.of(one) ?? one))
}
