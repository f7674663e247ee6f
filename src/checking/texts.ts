import { languages } from '../knowledge/language.ts'
import type { Localised } from '../knowledge/localised.ts'
import { at, type Look } from './warning.ts'

/** Letters that fill a telephone's screen some ten times. */
const longest = 6000

/** Texts that nobody is shown, or that nobody reads to the end. */
export const unseenTexts: Look = (checked) => {
  const { pack } = checked
  return pack.entries.flatMap((entry) => {
    const texts: [string, Localised][] = [
      ['title', entry.title],
      ['text', entry.text],
      ...entry.says.map(({ text }): [string, Localised] => ['says', text]),
    ]
    return texts.flatMap(([key, text]) => {
      const hidden = languages.filter((language) => text[language] !== undefined && !pack.languages.includes(language))
      const long = Object.values(text).find((words) => words.length > longest)
      return [
        ...(hidden.length > 0
          ? [
              at(
                entry,
                checked,
                key,
                `${key} in ${hidden.join(', ')} is never shown; add the language to languages of pack.yaml`,
              ),
            ]
          : []),
        ...(long === undefined
          ? []
          : [
              at(
                entry,
                checked,
                key,
                `${key} has ${long.length} letters, ten screens of a telephone; make an entry of each thing in it`,
              ),
            ]),
      ]
    })
  })
}
