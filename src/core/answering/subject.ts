import type { Pack } from '../../knowledge/pack.ts'
import { foldKazakh } from '../text/normalise.ts'
import type { Question } from '../understanding/question.ts'

/**
 * What a question is about, judged by its words alone. `none`: it only asks ("and where?"). `filter`: only dates,
 * places, organisations ("in Germany?", "what happened in May 2025?"). `subject`: it names what the whole pack is about
 * ("when is the summit?"). `own`: it names anything else.
 */
export type SubjectKind = 'none' | 'filter' | 'subject' | 'own'

/** Words for events in general: they pick nothing out. Beginnings of words; Kazakh ones in folded letters. */
const eventWords =
  /^(event|happen|occur|activit|meet|gather|organi[sz]|мероприяти|событи|организ|прош[её]?л|происход|случил|встреч|ис(?=\b|$)|шара|оки|откиз|уйымдастыр|кездесу|жиын|жинал|болды|откен|откиз|отеди|отетин|отти|отип|отпек|вход(ит|ят)|состо(ит|ят)|явля|числ(ит|ят)|belong|includ|киред|саналад|adopt|приня|кабылдан|собра|month$|year$|day$|месяц|год$|году$|года$|next$|следующ|келеси|previous$|предыдущ|алдынгы|айы$|айында|айда$|ай$|жыл|куни$|кун$)/

/** Words that stand for what was said before. Kazakh ones in folded letters. */
const anaphora = new Set(
  (
    'it its they them their that this there he she his her one ones same those these then ' +
    'нему ними он она оно они его ее её их ему ей нем нём ней них там тогда этот эта это эти этого этой этом тот та те той том ' +
    'ол онын оны онда оган одан онымен оларга олардан соган содан буган мунда олар олардын бул бунын бунда сол сонын сонда осы осынын сонымен'
  ).split(' '),
)

export function subjectOf(question: Question, pack: Pack, gaps: ReadonlySet<string>): SubjectKind {
  const named = new Set<number>()
  let filters = question.dates.length > 0
  let subject = false
  for (const { from, to } of question.dates) for (let at = from; at < to; at++) named.add(at)
  for (const { from, to } of question.numerals) for (let at = from; at < to; at++) named.add(at)
  for (const { things, from, to } of question.names) {
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
  const carries = question.words.some(
    ({ role, text }, at) =>
      role === 'content' && !named.has(at) && !eventWords.test(foldKazakh(text)) && !anaphora.has(foldKazakh(text)),
  )
  if (carries) return 'own'
  if (subject) return question.numerals.length === 0 ? 'subject' : 'own'
  return filters ? 'filter' : 'none'
}

/** "And what came of it?": a few words that go on from what was said. */
export function continues({ words }: Question): boolean {
  return words.length <= 5 && conjunctions.has(foldKazakh(words[0]?.text ?? ''))
}

const conjunctions = new Set('and but so и а но ал жане сонда'.split(' '))

/** Whether the question points back at what was said: "when was it held?" */
export function pointsBack({ words }: Question): boolean {
  return words.some(({ text }) => anaphora.has(foldKazakh(text)))
}
