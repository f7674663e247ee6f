import type { Entry } from '../../knowledge/pack.ts'
import type { KnowledgeBase } from '../knowledge-base/knowledge-base.ts'
import { countsDays } from '../understanding/counted-days.ts'
import type { NameMention } from '../understanding/lexicon.ts'
import type { Numeral } from '../understanding/numerals.ts'
import type { Mark } from '../understanding/grammar.ts'
import type { Question } from '../understanding/question.ts'
import type { Word } from '../understanding/word.ts'

/**
 * What a question is about, judged by its words alone. `none`: it only asks ("and where?"). `filter`: only dates,
 * places, organisations ("in Germany?", "what happened in May 2025?"). `subject`: it names what the whole pack is about
 * ("when is the summit?"). `own`: it names anything else.
 */
export type SubjectKind = 'none' | 'filter' | 'subject' | 'own'

/** What the question is about. `besides`: a list whose name is left aside, as if the question did not hold it. */
export function subjectOf(
  question: Question,
  { pack, gaps }: Pick<KnowledgeBase, 'pack' | 'gaps'>,
  besides?: Entry,
): SubjectKind {
  const named = new Set<number>()
  let filters = question.dates.length > 0
  let subject = false
  for (const { from, to } of question.dates) for (let at = from; at < to; at++) named.add(at)
  for (const numeral of question.numerals) {
    const to = numeral.to + (countsDays(numeral, question) ? 1 : 0)
    for (let at = numeral.from; at < to; at++) named.add(at)
  }
  for (const mention of question.names) {
    const { things, from, to } = mention
    if (besides && isNamed(besides, mention)) {
      for (let at = from; at < to; at++) named.add(at)
      continue
    }
    // "Topic" is a name of the list of topics, but here it may only say what is asked for.
    if (question.words.slice(from, to).every(({ role }) => role === 'asking')) continue
    if (things.every(({ kind, id }) => kind === 'entry' && gaps.has(id))) continue
    if (things.some(({ kind, id }) => kind === 'term' || (kind === 'entry' && id !== pack.subject))) return 'own'
    const isGeneric = things.every(({ kind }) => kind === 'generic')
    const isSubject = things.every(({ kind, id }) => kind === 'entry' && id === pack.subject)
    if (isSubject) subject = true
    else if (!isGeneric) filters = true
    for (let at = from; at < to; at++) named.add(at)
  }
  if (
    question.words.some(
      (word, at) => word.role === 'content' && !named.has(at) && !saysNothing(word, question, besides),
    )
  ) {
    return 'own'
  }
  if (subject) {
    const isSaid = (one: Numeral): boolean => counts(one, besides, question) || countsDays(one, question)
    return question.numerals.every(isSaid) ? 'subject' : 'own'
  }
  return filters ? 'filter' : 'none'
}

/** "23 partners": whether a number stands before the name of a list. */
export function counts({ ordinal, to }: Numeral, list: Entry | undefined, { names }: Question): boolean {
  return !ordinal && names.some((mention) => to === mention.from && list !== undefined && isNamed(list, mention))
}

/** Whether a mention may be of this entry. */
export function isNamed({ id }: Entry, { things }: NameMention): boolean {
  return things.some((thing) => thing.id === id)
}

/**
 * Words for events in general and for belonging to something pick nothing out, nor do those that stand for what was
 * said.
 */
function saysNothing({ marks }: Word, { names }: Question, besides: Entry | undefined): boolean {
  const isAlone = names.every((mention) => besides !== undefined && isNamed(besides, mention))
  return (isAlone ? idleAlone : idle).some((mark) => marks.has(mark))
}

const idle: readonly Mark[] = ['event', 'anaphora', 'membership', 'city']

/** "The one after that" says nothing more where nothing is named; "the next summit" is not the summit. */
const idleAlone: readonly Mark[] = [...idle, 'next', 'previous', 'last']
