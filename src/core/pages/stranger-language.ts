import { asLanguage, type Language } from '../../knowledge/language.ts'
import { allLanguages } from '../../languages/known/all.ts'

/** In which of some languages to speak to somebody whose app names none of them: see LanguageData. */
export function languageForStranger(tag: string | undefined, spoken: readonly Language[]): Language | undefined {
  const primary = tag?.toLowerCase().split(/[-_]/)[0]
  if (primary === undefined) return undefined
  const ours = allLanguages.filter(({ code }) => spoken.some((language) => language === code))
  const found =
    ours.find(({ strangers }) => strangers !== 'others' && strangers.includes(primary)) ??
    ours.find(({ strangers }) => strangers === 'others')
  return asLanguage(found?.code)
}
