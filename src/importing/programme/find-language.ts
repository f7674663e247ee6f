import { guessLanguage, learnLanguage, type LanguageGuesser } from '../../core/understanding/language-guess.ts'
import { asLanguage, languages, type Language } from '../../knowledge/language.ts'
import type { Localised } from '../../knowledge/pack.ts'
import { allLanguages, languageOf } from '../../languages/known/all.ts'
import { readConcepts } from '../../lexicon/concepts.ts'

/** Finds the language of a text; of one that could be in several, that of the text before it. */
export type LanguageFinder = (text: string) => Language

let guesser: LanguageGuesser | undefined

/**
 * A finder for the texts of one source, in their order. `first`: the language of a text that could be in several before
 * any other was found.
 */
export function languageFinder(first: Language = 'en'): LanguageFinder {
  let last = first
  return (text) => {
    // A title's first words tell as much as its tenth thousand.
    const words = text.slice(0, 2000).match(/\p{L}+/gu) ?? []
    const letters = words.join('')
    const latin = letters.match(/[a-z]/gi)?.length ?? 0
    // Names of things are Latin in Russian and Kazakh texts; Cyrillic words in English ones are rare.
    const script = (letters.length - latin) * 4 >= letters.length ? 'Cyrillic' : 'Latin'
    const written = languages.filter((language) => languageOf(language).script === script)
    if (letters === '') return last
    if (written.length === 1) return (last = written[0]!)
    const guessed = asLanguage((guesser ??= learn())(words))
    if (guessed !== undefined && written.includes(guessed)) return (last = guessed)
    return written.includes(last) ? last : (last = written.find((language) => language === 'ru') ?? written[0]!)
  }
}

/** A text under the language that it is in; nothing for no text. */
export function inItsLanguage(text: string | undefined, languageOfText: LanguageFinder): Localised {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? {} : { [languageOfText(trimmed)]: trimmed }
}

/** Learns from the words that every pack knows. */
function learn(): LanguageGuesser {
  const models = allLanguages.map(({ code, functionWords, eventWords, calendar }) => {
    const everyday = readConcepts().flatMap(({ words }) => words.get(code) ?? [])
    const known = [...everyday, ...functionWords, ...functionWords, ...eventWords, ...calendar.months.flat()]
    return learnLanguage(
      code,
      known.flatMap((word) => word.toLowerCase().match(/\p{L}+/gu) ?? []),
    )
  })
  return guessLanguage(models, allLanguages)
}
