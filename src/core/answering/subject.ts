import type { Entry } from '../../knowledge/pack.ts'
import type { KnowledgeBase } from '../knowledge-base/knowledge-base.ts'
import { foldKazakh } from '../text/normalise.ts'
import { matcherOf, wordsOf } from '../text/word-list.ts'
import type { NameMention } from '../understanding/lexicon.ts'
import type { Question } from '../understanding/question.ts'

/**
 * What a question is about, judged by its words alone. `none`: it only asks ("and where?"). `filter`: only dates,
 * places, organisations ("in Germany?", "what happened in May 2025?"). `subject`: it names what the whole pack is about
 * ("when is the summit?"). `own`: it names anything else.
 */
export type SubjectKind = 'none' | 'filter' | 'subject' | 'own'

/** Words for events in general: they pick nothing out. Kazakh ones in folded letters; `*` stands for any ending. */
const isEventWord = matcherOf(`
  event* happen* occur* activit* meet* gather* organis* organiz* belong* includ* adopt* month year day next previous
  мероприяти* событи* организ* прошл* прошел* происход* случил* встреч* входит* входят* состоит* состоят* явля*
  числит* числят* приня* собра* месяц* году года год следующ* предыдущ*
  ис шара* оки* откиз* уйымдастыр* кездесу* жиын* жинал* болды* откен* отеди* отетин* отти* отип* отпек* киред* саналад*
  кабылдан* келеси* алдынгы* айы айында* айда ай жыл* куни кун
`)

/** Words that stand for what was said before. Kazakh ones in folded letters. */
const anaphora = new Set(
  wordsOf(`
    it its they their them that this there he she his her one ones same those these then
    нему ними он она оно они его ее её их ему ей нем ней них там тогда
    этот эта это эти этого этой этом тот та те того той том
    ол онын оны онда оган одан онымен оларга олардан соган содан буган мунда олар олардын
    бул бунын бунда сол сонын сонда осы осынын сонымен
  `),
)

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
  for (const { from, to } of question.numerals) for (let at = from; at < to; at++) named.add(at)
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
  if (question.words.some(({ role, text }, at) => role === 'content' && !named.has(at) && !saysNothing(text))) {
    return 'own'
  }
  if (subject) return question.numerals.length === 0 ? 'subject' : 'own'
  return filters ? 'filter' : 'none'
}

/** Whether a mention may be of this entry. */
export function isNamed({ id }: Entry, { things }: NameMention): boolean {
  return things.some((thing) => thing.id === id)
}

/** Whether the question points back at what was said: "when was it held?" */
export function pointsBack({ words }: Question): boolean {
  return words.some(({ text }) => anaphora.has(foldKazakh(text)))
}

function saysNothing(word: string): boolean {
  const folded = foldKazakh(word)
  return isEventWord(folded) || anaphora.has(folded)
}
