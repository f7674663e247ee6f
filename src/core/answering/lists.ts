import type { Entry } from '../../knowledge/pack.ts'
import { say } from '../i18n.ts'
import type { NameMention } from '../understanding/lexicon.ts'
import type { Numeral } from '../understanding/numerals.ts'
import { wantsOnlyYesOrNo, wantsYesOrNo, type Question } from '../understanding/question.ts'
import { checksOf } from '../search/agreement.ts'
import { composeEntry, sourceLine } from './compose.ts'
import { memberName, titleOf } from './facts.ts'
import { tellMembership } from './membership.ts'
import type { Decision, Line, Told } from './reply.ts'
import { saySource } from './say-source.ts'
import { wordingOf, type Turn } from './turn.ts'
import { anyPlace, eventsOf, filterOf, isEmpty, parts, select } from './selection.ts'
import { isNamed, subjectOf } from './subject.ts'

/** A phone screen holds about as many. */
const mostListed = 12

/** "What happened in May 2025?", "was there anything in Bishkek?": events that have all that is asked for. */
export function tellEvents(turn: Turn): Told {
  const { knowledge, question } = turn
  const { pack } = knowledge
  const asked = filterOf(question)
  const filter = question.asked.has('list') ? anyPlace(asked, pack) : asked
  return tellSelected(select(eventsOf(pack), filter, pack), undefined, turn)
}

/** A list of the pack that a question names: "how many themes?", "partners". The one beside a number goes first. */
export function namedList({ knowledge, question }: Turn): Entry | undefined {
  const lists = question.names.flatMap((mention) =>
    mention.things.flatMap(({ kind, id }) => {
      const entry = kind === 'entry' ? knowledge.entries.get(id) : undefined
      return entry?.type === 'list' ? [{ entry, numbered: numeralBeside(mention, question) !== undefined }] : []
    }),
  )
  return (lists.find(({ numbered }) => numbered) ?? lists[0])?.entry
}

/**
 * "The third consultation", "theme 5", "the last consultation": the member of a list with the number that stands beside
 * the list's name.
 */
export function numberedMember(list: Entry, { question, knowledge }: Turn): Entry | undefined {
  const members = list.members.flatMap((id) => knowledge.entries.get(id) ?? [])
  for (const mention of question.names) {
    if (!isNamed(list, mention)) continue
    const numeral = numeralBeside(mention, question)
    const isLast = question.words[mention.from - 1]?.marks.has('last') && !wantsCount(question)
    const member = isLast ? lastOf(members) : members.find(({ ordinal }) => numeral && ordinal === numeral.value)
    if (member) return member
  }
  return undefined
}

/** Of those that are numbered, the one with the highest number. */
export function lastOf(entries: readonly Entry[]): Entry | undefined {
  const most = Math.max(...entries.map(({ ordinal }) => ordinal ?? 0))
  return most > 0 ? entries.find(({ ordinal }) => ordinal === most) : undefined
}

function wantsCount({ asked }: Question): boolean {
  return asked.has('number') || asked.has('list')
}

/** "The sixth consultation", where the last one that the source numbers is the fifth. */
export function isBeyondNumbers(list: Entry, { question, knowledge }: Turn): boolean {
  const numbered = list.members.some((id) => knowledge.entries.get(id)?.ordinal !== undefined)
  const mentions = question.names.filter((mention) => isNamed(list, mention))
  return numbered && mentions.some((mention) => numeralBeside(mention, question))
}

/** The number that the question gives to a member of the list. */
export function numberBeside(list: Entry, { question }: Turn): number | undefined {
  return question.names
    .filter((mention) => isNamed(list, mention))
    .map((mention) => numeralBeside(mention, question)?.value)
    .find((value) => value !== undefined)
}

/** The list as a whole, with a no for what it does not number. */
export function tellNumbers(list: Entry, turn: Turn): Told {
  const verdict = wantsYesOrNo(turn.question) && list.closed ? 'no' : undefined
  return { lines: composeEntry(list, wordingOf(turn, { verdict })), entries: [list.id] }
}

/**
 * "Third theme", "theme 3" and "3 theme", but not "eight themes", nor "3 themes" where a count or a list is asked.
 * "The benefit of track four?" is perhaps a yes or no, and surely of the fourth.
 */
function numeralBeside({ from, to }: NameMention, { numerals, romanLetters, asked }: Question): Numeral | undefined {
  const counts = wantsOnlyYesOrNo({ asked }) || asked.has('number') || asked.has('list')
  return [...numerals, ...romanLetters].find((numeral) => {
    if (numeral.to === from) return numeral.ordinal || (numeral.inDigits && !counts)
    return numeral.from === to && (numeral.ordinal || numeral.inDigits || !counts)
  })
}

/** Whether a question says nothing but which list it means, and by what to filter it. */
export function isOnlyAbout(list: Entry, { question, knowledge, context }: Turn): boolean {
  const mentions = question.names.filter((mention) => isNamed(list, mention))
  const onlyAsked = mentions.every(({ from, to }) =>
    question.words.slice(from, to).every(({ role }) => role === 'asking'),
  )
  const asksForAll = (question.asked.has('list') || question.asked.has('number')) && !question.pointsBack
  if (onlyAsked && context && !asksForAll) return false
  const datable = list.members.some((id) => knowledge.entries.get(id)?.dates)
  const { dates, places } = filterOf(question)
  if (!datable && dates.length + places.length > 0) return false
  return subjectOf(question, knowledge, list) !== 'own'
}

/** "Was the third one in Dushanbe?" No, and which one was, beside what is told of the third. */
export function withMemberThere(
  decision: Decision,
  { list, member }: { readonly list: Entry; readonly member: Entry },
  { question, knowledge, language }: Turn,
): Decision {
  const { pack, entries } = knowledge
  const filter = { ...filterOf(question), organisations: [] }
  const isDenied = checksOf(question, member, pack).some(({ holds }) => !holds)
  if (decision.status !== 'answered' || !wantsYesOrNo(question) || question.deniesOrCompares || !isDenied)
    return decision
  const members = list.members.flatMap((id) => entries.get(id) ?? [])
  const [there, ...others] = select(members, filter, pack)
  if (!there || others.length > 0 || there === member) return decision
  const lines: readonly Line[] = decision.lines
  const source = lines.findIndex(({ kind }) => kind === 'source')
  const end = source < 0 ? lines.length : source
  const named: Line = { kind: 'item', text: memberName(there.id, pack, language) }
  return { ...decision, lines: lines.toSpliced(end, 0, named), entries: [...decision.entries, there.id] }
}

/** A list, or those of its members that the question's dates and places leave. */
export function tellList(list: Entry, turn: Turn): Told {
  const { knowledge, question } = turn
  // What denies or compares gets the list itself: what it wants of it is not understood.
  if (question.deniesOrCompares) return { lines: composeEntry(list, wordingOf(turn)), entries: [list.id] }
  const membership = tellMembership(list, turn)
  if (membership) return membership
  const filter = { ...filterOf(question), organisations: [] }
  const members = list.members.flatMap((id) => knowledge.entries.get(id) ?? [])
  if (!isEmpty(filter) && members.some(({ dates, place }) => dates || place !== undefined)) {
    return tellSelected(select(parts(members, knowledge.pack.entries), filter, knowledge.pack), list, turn)
  }
  const verdict = countVerdict(list, turn)
  return { lines: composeEntry(list, wordingOf(turn, { verdict })), entries: [list.id] }
}

/** "Are there nine themes?" What is said of a list that may go on has no count. */
function countVerdict(list: Entry, { question }: Turn): 'yes' | 'no' | undefined {
  const stated = question.numerals.find(({ ordinal }) => !ordinal)
  if (!stated || !wantsYesOrNo(question) || !list.closed) return undefined
  return stated.value === list.members.length ? 'yes' : 'no'
}

/** What was found of a list, or of all events: the only one in full, several by their names. */
export function tellSelected(found: readonly Entry[], list: Entry | undefined, turn: Turn): Told {
  const { knowledge, question, language } = turn
  const { pack } = knowledge
  const yesNo = wantsYesOrNo(question)
  const [only] = found
  if (only && found.length === 1) {
    const one = question.numerals.find(({ ordinal }) => !ordinal)?.value ?? 1
    const verdict = one === 1 ? 'yes' : list?.closed ? 'no' : undefined
    return { lines: composeEntry(only, wordingOf(turn, { verdict: yesNo ? verdict : undefined })), entries: [only.id] }
  }
  if (!only) {
    const none = list
      ? saySource(pack, language, 'list.none', { title: titleOf(list, language) })
      : saySource(pack, language, 'list.noneAtAll')
    const isDenied = wantsOnlyYesOrNo(question) && list?.closed === true
    const text = isDenied ? `${say(language, 'verdict.no')} ${none}` : none
    return {
      lines: [{ kind: 'fact', text }, ...sourceLine(list?.section, pack, language)],
      entries: list ? [list.id] : [],
      isNone: !isDenied,
      isOfNothing: true,
    }
  }
  const count = saySource(pack, language, 'list.found', { count: String(found.length) })
  const stated = question.numerals.find(({ ordinal }) => !ordinal)
  const agrees = !stated || stated.value === found.length
  const verdict = agrees ? 'yes' : list?.closed ? 'no' : undefined
  const items = found
    .slice(0, mostListed)
    .map((entry): Line => ({ kind: 'item', text: memberName(entry.id, pack, language) }))
  return {
    lines: [
      { kind: 'fact', text: yesNo && verdict ? `${say(language, `verdict.${verdict}`)} ${count}` : count },
      ...items,
      ...(found.length > mostListed
        ? [{ kind: 'item' as const, text: say(language, 'list.more', { count: found.length - mostListed }) }]
        : []),
      ...sourceLine(commonSection(found), pack, language),
    ],
    entries: found.slice(0, mostListed).map(({ id }) => id),
  }
}

/** "11" for entries of §11.1 and §11.6; nothing for entries from several chapters. */
function commonSection(entries: readonly Entry[]): string | undefined {
  const chapters = new Set(entries.map(({ section }) => section?.split('.')[0]))
  return chapters.size === 1 ? [...chapters][0] : undefined
}
