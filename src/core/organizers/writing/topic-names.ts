import { languageOfText, languages, type Language } from '../../../knowledge/language.ts'
import type { Localised } from '../../../knowledge/pack.ts'
import { languageOf } from '../../../languages/known/all.ts'
import { longestTopic } from '../../mailing/topic.ts'

/**
 * The names of a topic from one message, each in a line or parted by a slash: in all languages in their usual order, or
 * by their letters. None for what is too long or too much, or leaves open which is which.
 */
export function topicNamesIn(text: string): Localised {
  const names = text
    .split(/[\n/|;]/)
    .map((one) => one.trim().replaceAll(/\s+/g, ' '))
    .filter((one) => one !== '')
  if (names.length === 0 || names.length > languages.length || names.some(({ length }) => length > longestTopic))
    return {}
  const spoken = names.length === languages.length ? orderOf(names) : names.map(languageOfText)
  if (new Set(spoken).size < names.length) return {}
  return Object.fromEntries(names.map((name, at) => [spoken[at]!, name]))
}

/** Each language once: those that their letters tell for sure first, the others in their usual order. */
function orderOf(names: readonly string[]): Language[] {
  const told = names.map((name) => {
    const looks = languageOfText(name)
    return languageOf(looks).script === 'Latin' || languageOf(looks).ownLetters !== '' ? looks : undefined
  })
  const isOnce = (one: Language | undefined): boolean => told.filter((other) => other === one).length === 1
  const sure = told.map((one) => (one !== undefined && isOnce(one) ? one : undefined))
  const left = languages.filter((one) => !sure.includes(one))
  return sure.map((one) => one ?? left.shift()!)
}
