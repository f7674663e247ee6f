import type { Entry } from '../../knowledge/pack.ts'
import type { Told } from './lists.ts'
import type { Scene } from './scene.ts'
import { pointsBack, type SubjectKind } from './subject.ts'
import { tellEntry } from './tell.ts'

/** Answers a question that has no subject of its own from what was said before; undefined when it needs none of that. */
export function followUp(subject: SubjectKind, scene: Scene): Told | undefined {
  if (subject === 'own' || subject === 'subject') return undefined
  const { context, question, library } = scene
  const chosen = chosenOption(scene)
  if (chosen) return tellEntry(chosen, scene)
  const before = (context?.entries ?? []).flatMap((id) => library.entries.get(id) ?? [])
  const sibling = before[0] && siblingOf(before[0], scene)
  if (sibling) return tellEntry(sibling, scene)
  const [last] = before
  if (subject === 'filter') {
    return last && before.length === 1 && question.asked.has('yes-no') && pointsBack(question) ? tellEntry(last, scene) : undefined
  }
  if (last) return tellEntry(last, scene)
  return tellSubject(scene)
}

/** "When and where?", asked of nothing in particular: what the whole pack is about. */
export function tellSubject(scene: Scene): Told | undefined {
  const { question, library } = scene
  const about = library.pack.subject === undefined ? undefined : library.entries.get(library.pack.subject)
  return about && question.asked.size > 0 && question.numerals.length === 0 ? tellEntry(about, scene) : undefined
}

/** "2" after three readings were offered. */
function chosenOption({ context, question, library }: Scene): Entry | undefined {
  const [numeral] = question.numerals
  if (!numeral || question.words.length > numeral.to - numeral.from) return undefined
  const option = context?.options[numeral.value - 1]
  return option && library.entries.get(option.id)
}

/** "And the second?" after the third consultation: the one of its kind with that number. */
function siblingOf(last: Entry, { question, library }: Scene): Entry | undefined {
  const value = question.numerals[0]?.value
  if (value === undefined) return undefined
  const members = last.members.flatMap((id) => library.entries.get(id) ?? [])
  const family = members.length > 0 ? members : library.pack.entries.filter(({ type, kind }) => type === last.type && kind === last.kind)
  return family.find(({ ordinal }) => ordinal === value)
}
