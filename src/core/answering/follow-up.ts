import type { Entry } from '../../knowledge/pack.ts'
import type { Candidate } from '../search/ranking.ts'
import { checksOf } from '../search/agreement.ts'
import { composeEntry } from './compose.ts'
import { tellList, type Told } from './lists.ts'
import { wordingOf, type Scene } from './scene.ts'
import { pointsBack, type SubjectKind } from './subject.ts'
import { verdictOn } from './verdict.ts'

/** Answers a question that has no subject of its own from what was said before; undefined when it needs none of that. */
export function followUp(subject: SubjectKind, scene: Scene): Told | undefined {
  if (subject === 'own') return undefined
  const { context, question, library } = scene
  const chosen = chosenOption(scene)
  if (chosen) return tell(chosen, scene)
  const before = (context?.entries ?? []).flatMap((id) => library.entries.get(id) ?? [])
  const sibling = before[0] && siblingOf(before[0], scene)
  if (sibling) return tell(sibling, scene)
  const [last] = before
  if (subject === 'filter') {
    return last && before.length === 1 && question.asked.has('yes-no') && pointsBack(question) ? tell(last, scene) : undefined
  }
  if (last) return tell(last, scene)
  const about = library.pack.subject === undefined ? undefined : library.entries.get(library.pack.subject)
  return about && question.asked.size > 0 && question.numerals.length === 0 ? tell(about, scene) : undefined
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

function tell(entry: Entry, scene: Scene): Told {
  const { question, library } = scene
  if (entry.type === 'list') return tellList(entry, scene)
  const checks = checksOf(question, entry, library.pack)
  const candidate: Candidate = { entry: -1, score: 1, text: 1, example: 1, coverage: checks.length > 0 ? 1 : 0, checks }
  return { lines: composeEntry(entry, wordingOf(scene, verdictOn(question, candidate))), entries: [entry.id] }
}
