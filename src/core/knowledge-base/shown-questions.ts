import { languages } from '../../knowledge/language.ts'
import type { Entry, LocalisedLists, Pack } from '../../knowledge/pack.ts'

/** Of those that end in a question mark, so many are enough to choose an example from. */
const mostExamples = 8

/** Words of a phrase that may be small talk and a question of the pack ("help me"). */
const mostWords = 4

/**
 * A pack with those of its questions alone that are ever shown or looked up by their words. What the others teach is in
 * the index; thousands of them would have to be read and checked at each start.
 */
export function withShownQuestions(pack: Pack): Pack {
  return { ...pack, entries: pack.entries.map(shown) }
}

function shown(entry: Entry): Entry {
  return { ...entry, questions: mapped(entry.questions, shownOf), contrast: mapped(entry.contrast, () => []) }
}

function shownOf(questions: readonly string[]): readonly string[] {
  const examples = new Set(questions.filter((question) => question.endsWith('?')).slice(0, mostExamples))
  return questions.filter((question) => examples.has(question) || question.split(/\s+/u).length <= mostWords)
}

function mapped(lists: LocalisedLists, change: (list: readonly string[]) => readonly string[]): LocalisedLists {
  return Object.fromEntries(languages.map((language) => [language, change(lists[language])])) as LocalisedLists
}
