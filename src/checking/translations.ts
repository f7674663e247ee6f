import type { Localised } from '../knowledge/localised.ts'
import { languages } from '../knowledge/language.ts'
import { at, type Look } from './warning.ts'

/** Numbers that stand in one language and not in the other, on both sides: one of the texts was changed alone. */
export const staleTranslations: Look = (checked) =>
  checked.pack.entries.flatMap((entry) => {
    const texts: [string, Localised][] = [
      ['text', entry.text],
      ...entry.says.map(({ text }): [string, Localised] => ['says', text]),
    ]
    return texts.flatMap(([key, text]) => {
      const spoken = languages.filter((language) => text[language] !== undefined)
      const [first, ...others] = spoken
      if (first === undefined) return []
      const own = numbersIn(text[first]!)
      return others.flatMap((language) => {
        const other = numbersIn(text[language]!)
        const only = [...own].filter((number) => !other.has(number))
        const onlyThere = [...other].filter((number) => !own.has(number))
        if (only.length === 0 || onlyThere.length === 0) return []
        const told = `${first} has ${only[0]} where ${language} has ${onlyThere[0]}`
        return [
          at(entry, checked, key, `${key}: ${told}; one of the translations is older than the other, or mistaken`),
        ]
      })
    })
  })

/** Numbers of two digits or more, and times; "1 500" and "1,500" are one. A 5 may be written out. */
function numbersIn(text: string): Set<string> {
  const joined = text.replaceAll(/(?<=\d)[\s\u00a0,.](?=\d{3}(?!\d))/g, '')
  return new Set((joined.match(/\d+(?::\d\d)?/g) ?? []).filter((number) => number.length > 1))
}
