import type { Entry, Pack } from '../../knowledge/pack.ts'
import { tokenise } from '../text/tokenise.ts'
import type { Grammar } from '../understanding/grammar.ts'

const currency = /[\p{Sc}]/u

const known = new WeakMap<Entry, boolean>()

/** Whether an entry tells of money, or that something is free, in any language: what it costs may be told by that. */
export function saysMoney(entry: Entry, pack: Pack, grammar: Grammar): boolean {
  if (entry.details.prices) return true
  return known.getOrInsertComputed(entry, () => {
    const texts = [entry.title, entry.text, ...entry.says.map(({ text }) => text)]
    return pack.languages.some((language) =>
      texts.some((text) => {
        const said = text[language] ?? ''
        const words = tokenise(said)
        const isMoney = (at: number): boolean =>
          grammar.marks.at(words, at)?.meanings.some(({ what }) => what === 'money') ?? false
        return currency.test(said) || words.some((_word, at) => isMoney(at))
      }),
    )
  })
}
