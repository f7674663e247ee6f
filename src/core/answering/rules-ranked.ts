import { deeds } from '../../languages/language-data.ts'
import type { Entry } from '../../knowledge/pack.ts'
import type { Asked } from '../understanding/asked.ts'
import { findFeeling } from '../understanding/feelings.ts'
import { wantsYesOrNo, type Question } from '../understanding/question.ts'
import { saysSomething } from '../understanding/word.ts'
import { confidenceOf } from './confidence.ts'
import { missingDeed } from './deeds.ts'
import { partOn, siblingOf } from './follow-up.ts'
import { gives, particularsOf } from './gives.ts'
import { hardly, likely, talkAgainstAnEntry, talkWhereNothingFits, thresholds, tie, unlike } from './parameters.ts'
import { tellThen } from './elsewhere.ts'
import { answered, clarify, declined } from './replies.ts'
import type { Findings, Rule } from './rule.ts'
import { isAskedOfAnother } from './asked-of-another.ts'
import { replyToTalk } from './rules-social.ts'
import { tellNamesakes } from './tell-sessions.ts'
import { namesakesOf } from './session-titles.ts'
import { tell } from './tell.ts'

/** How many of the best may be the entry of that name: what is part of it may rank before it. */
const lookedAtForName = 3

/** Rules for the best-ranked entries. The last one applies to whatever is left. */
export const rankedRules: readonly Rule[] = [
  {
    // "On what days was it held?" where what was told last has what is asked for, and nothing that is told fits better.
    name: 'pointing',
    decide(findings) {
      const { before, question, isAlone } = findings
      const [last, ...others] = before
      if (isAlone) return undefined
      if (!last || others.length > 0 || !(question.pointsBack || question.continues)) return undefined
      const sibling = question.neighbour !== undefined && isOpen(findings) ? siblingOf(last, findings) : undefined
      if (sibling) return tell(sibling, likely, findings)
      const facets = particularsOf(question.asked)
      const isOfThis = isOpen(findings) || isNameless(question, findings.knowledge.gaps) || asksWhatFor(findings, last)
      const isOfLast = gives(last, facets) && isOfThis && (isWhatFor(facets) || !isAskedOfAnother(last, findings))
      return isOfLast ? tell(last, likely, findings) : undefined
    },
  },
  {
    // "Тупая железяка", "спасибо, внучек, дай бог здоровья": nothing fits well, and a feeling is in it.
    name: 'felt',
    decide(findings) {
      const { question, knowledge } = findings
      const texts = question.words.map(({ text }) => text)
      // "Саммит целую неделю идёт?" kisses nobody.
      const feeling =
        isOpen(findings) && !namesEntry(question) ? findFeeling(texts, knowledge.reader.grammar) : undefined
      return feeling && replyToTalk(feeling, findings)
    },
  },
  {
    // "Алло, тут есть кто?", "I pressed it by accident": likest to what people say to anybody.
    name: 'likest-talk',
    decide(findings) {
      const guess = findings.knowledge.talk(findings.question)
      const { least, lead } = isOpen(findings) ? talkWhereNothingFits : talkAgainstAnEntry
      const example = findings.best?.candidate.example ?? 0
      if (!guess || guess.fit < least || guess.fit < example + lead) return undefined
      return replyToTalk({ ...guess, speak: undefined }, findings)
    },
  },
  {
    // No word of the question is in the pack, or there is none: "q".
    name: 'nothing-found',
    decide: (findings) => (findings.best && hasWords(findings.question) ? undefined : declined(findings, 0)),
  },
  {
    // "Who spoke at COP30?", where the entry of that name speaks of no such thing, though of all else that is asked.
    name: 'named-deed',
    decide(findings) {
      const { candidates, question, knowledge, confidence } = findings
      const told = candidates.filter((candidate) => !knowledge.gaps.has(knowledge.pack.entries[candidate.entry]!.id))
      const named = told
        .slice(0, confidence < thresholds.answer ? lookedAtForName : 1)
        .find((candidate) => candidate.named)
      const entry = named && knowledge.pack.entries[named.entry]!
      // A list is told by its members.
      if (!entry || entry.type === 'list' || !missingDeed(entry, findings)) return undefined
      const isAllElse = named.missing.every((at) => deeds.some((deed) => question.words[at]!.marks.has(deed)))
      return isAllElse ? tell(entry, likely, findings) : undefined
    },
  },
  {
    // What people ask and the source does not say fits best.
    name: 'best-gap',
    decide(findings) {
      const { best, confidence } = findings
      if (best?.entry.type !== 'gap') return undefined
      // Of the words of which nobody knows any, nothing is lacking in particular.
      const isOfIt = best.candidate.named || best.candidate.example + best.candidate.text > unlike
      return declined(findings, confidence, isOfIt ? { gap: best.entry } : {})
    },
  },
  {
    // Where what the source says and what it lacks fit equally well, nothing is claimed.
    name: 'tied-gap',
    decide(findings) {
      const { best, next, confidence } = findings
      const tied = best && next?.entry.type === 'gap' && best.candidate.score - next.candidate.score < tie
      return tied ? declined(findings, 1 - confidence, { gap: next.entry }) : undefined
    },
  },
  {
    // "When is yoga?", where two mornings have it.
    name: 'namesakes',
    decide(findings) {
      const { best, candidates, knowledge } = findings
      const entries = best ? namesakesOf(best.entry, knowledge.pack) : []
      if (entries.length < 2) return undefined
      const others = candidates.filter(({ entry }) => !entries.slice(1).includes(knowledge.pack.entries[entry]!))
      const confidence = confidenceOf(others)
      // Both are shown, so that it takes less to show them.
      return confidence < thresholds.clarify ? undefined : tellNamesakes(entries, confidence, findings)
    },
  },
  {
    // "And what did they show?", "сол жерде нені талқылады?": nothing fits better than what was told last.
    name: 'still-last',
    decide(findings) {
      const { before, question, isAlone, confidence } = findings
      const [last, ...others] = before
      const goesOn = question.pointsBack && question.continues && saysLittle(question)
      const least = goesOn ? thresholds.deny : thresholds.answer
      const isOpen = !isAlone && confidence < least && (question.pointsBack || question.continues)
      if (!last || others.length > 0 || !isOpen || wantsYesOrNo(question)) return undefined
      return tell(last, likely, findings)
    },
  },
  {
    // "Где собирались летом 2025 года?": all that was then, where no entry has the word that is left.
    name: 'events-then',
    decide(findings) {
      const { best, list } = findings
      if (!isUnsure(findings) && best?.candidate.missing.length === 0) return undefined
      const told = tellThen(findings, list)
      const isOfBest = isUnsure(findings) || (best && told?.entries.includes(best.entry.id))
      return told && isOfBest ? answered(told, likely, findings) : undefined
    },
  },
  {
    // Too little of the question fits anything.
    name: 'unsure',
    decide(findings) {
      const { best, confidence } = findings
      return confidence < thresholds.clarify || (isUnsure(findings) && best && best.candidate.coverage <= hardly)
        ? declined(findings, confidence)
        : undefined
    },
  },
  {
    // Several readings are likely, none of them enough.
    name: 'clarify',
    decide: (findings) => (isUnsure(findings) ? clarify(findings, findings.confidence) : undefined),
  },
  {
    // "What was at COP30 on 15 November?"
    name: 'part-on-day',
    decide(findings) {
      const part = findings.best && partOn(findings.best.entry, findings)
      return part && tell(part, findings.confidence, findings)
    },
  },
  {
    name: 'best-entry',
    decide: (findings) => findings.best && tell(findings.best.entry, findings.confidence, findings),
  },
]

/** "И какая от неё польза людям?": of what is pointed at, though there is what the whole event is good for. */
function asksWhatFor({ question, candidates, knowledge }: Findings, last: Entry): boolean {
  const isNamed = question.names.some(({ things }) => things.some(({ kind }) => kind === 'entry'))
  const own = candidates.find(({ entry }) => knowledge.pack.entries[entry] === last)
  const facets = particularsOf(question.asked)
  return question.pointsBack && !isNamed && own?.missing.length === 0 && isWhatFor(facets)
}

function isWhatFor(facets: readonly Asked[]): boolean {
  return facets.every((one) => whatFor.has(one))
}

const whatFor: ReadonlySet<Asked> = new Set(['benefit', 'purpose', 'result'])

/** Whether a question has hardly a word that picks anything out: "и чем там занимались". */
function saysLittle({ names, words }: Question): boolean {
  return names.length === 0 && words.filter(saysSomething).length <= 1
}

function namesEntry({ names }: Question): boolean {
  return names.some(({ things }) => things.some(({ kind }) => kind === 'entry' || kind === 'place'))
}

/** A single letter is no word. */
function hasWords({ words }: Question): boolean {
  return words.some(({ text }) => !/^\p{L}$/u.test(text))
}

function isUnsure({ confidence }: Findings): boolean {
  return confidence < thresholds.answer
}

/** Whether no entry answers for sure. */
function isOpen(findings: Findings): boolean {
  const { best } = findings
  return best?.entry.type === 'gap' || isUnsure(findings)
}

/** Whether it names nothing but by words that ask or say little: "what are its benefits?" */
function isNameless({ names, words }: Question, gaps: ReadonlySet<string>): boolean {
  return names.every(
    ({ things, from, to }) =>
      things.every(({ kind, id }) => kind === 'generic' || gaps.has(id)) ||
      words.slice(from, to).every(({ role }) => role !== 'content'),
  )
}
