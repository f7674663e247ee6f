import type { Entry } from '../../knowledge/pack.ts'
import { say } from '../i18n.ts'
import type { KnowledgeBase } from '../knowledge-base/knowledge-base.ts'
import { holdersOf } from '../search/inverted-index.ts'
import { idIn } from '../text/string-table.ts'
import { wantsYesOrNo } from '../understanding/question.ts'
import { sourceLine } from './compose.ts'
import { isNamed } from './subject.ts'
import { isWithin } from '../understanding/spans.ts'
import { saysSomething, type Word } from '../understanding/word.ts'
import { memberName, nameInSentence, titleOf } from './facts.ts'
import { isLikePartOfName, isWordOfName, organisationsLike } from './guessed-names.ts'
import { surelyMeant } from './parameters.ts'
import type { Line, Told } from './reply.ts'
import { listsOf } from './selection.ts'
import type { Turn } from './turn.ts'

/** An organisation that a question names, surely or by a guess at a mistyped word, and whether a list has it. */
type Asked = { readonly name: string; readonly isMember: boolean; readonly isGuess: boolean }

/**
 * "Is UNICEF a partner?" A complete list denies those that it has not, by name; other lists only confirm. What may be a
 * typing error is never denied: the name that it may mean is shown. Undefined where no organisation is asked about, or
 * nothing can be said of it.
 */
export function tellMembership(list: Entry, turn: Turn): Told | undefined {
  const { knowledge, question, language } = turn
  const { pack } = knowledge
  const isMembers = list.members.some((id) => pack.organisations.has(id))
  const asksWhether =
    wantsYesOrNo(question) || question.asked.size === 0 || question.words.some(({ marks }) => marks.has('membership'))
  if (!isMembers || !asksWhether) return undefined
  const asked = organisationsIn(turn).map(({ id, isGuess }): Asked => {
    const name = nameInSentence(id, pack, language)
    return { name, isMember: list.members.includes(id), isGuess }
  })
  const stranger = asked.length === 0 && wantsYesOrNo(question) ? strangerIn(turn) : undefined
  if (stranger) asked.push({ name: stranger.name, isMember: false, isGuess: false })
  if (asked.length === 0 || !(list.closed || asked.some(({ isMember }) => isMember))) return undefined
  const title = titleOf(list, language)
  // Who is a partner need not come: only the list's own name asks for a yes or a no.
  const isClaim =
    question.names.some((mention) => isNamed(list, mention)) ||
    question.words.some(({ marks }) => marks.has('membership')) ||
    question.pointsBack
  const known = list.closed && isClaim ? asked : asked.filter(({ isMember }) => isMember)
  if (known.length === 0) return undefined
  return {
    lines: [
      ...known.map(({ name, isMember, isGuess }): Line => {
        const sure = isMember ? (isClaim ? 'isMember' : 'member') : 'notMember'
        const guessed = isMember ? 'guessedMember' : 'guessedOther'
        return { kind: 'fact', text: say(language, `list.${isGuess ? guessed : sure}`, { name, title }) }
      }),
      { kind: 'text', text: say(language, 'list.count', { title, count: list.members.length }) },
      ...sourceLine(list.section, pack, language),
    ],
    entries: [list.id],
  }
}

/** The organisations of a question: by their names, and those that a single mistyped word is nearest to. */
function organisationsIn({ question, knowledge }: Turn): { id: string; isGuess: boolean }[] {
  const { pack } = knowledge
  const named = question.names.flatMap(({ things, from, to }) =>
    things.flatMap(({ kind, id }) => {
      const organisation = kind === 'organisation' ? pack.organisations.get(id) : undefined
      const words = question.words.slice(from, to)
      const isGuess = (word: Word): boolean => isGuessed(word) && !isWordOfName(word, organisation!, pack)
      return organisation ? [{ id, isGuess: words.some(isGuess) }] : []
    }),
  )
  if (named.length > 0) return named
  const [word, ...others] = question.words.filter((one) => isForeign(one, knowledge))
  if (!word || others.length > 0) return []
  return organisationsLike(word, pack).map((id) => ({ id, isGuess: true }))
}

/** A word that no entry has in what it says, other than through a guess or what the lexicon relates it to. */
function isForeign(word: Word, { index: { vocabulary, text } }: Pick<KnowledgeBase, 'index'>): boolean {
  const isSaid = word.terms.some(({ term, synonym }) => {
    const id = synonym === undefined ? idIn(vocabulary, term) : undefined
    return id !== undefined && holdersOf(text, id) > 0
  })
  return saysSomething(word) && (!isSaid || isGuessed(word))
}

function isGuessed({ mended, terms }: Word): boolean {
  return mended && terms.every(({ language, weight }) => language !== undefined || weight < surelyMeant)
}

/** Words of a question, [from, to), and how they were typed. */
type Stranger = { readonly name: string; readonly from: number; readonly to: number }

/**
 * Whether all that a question asks is if somebody whom the pack does not know is on a list: "is the Red Cross a
 * partner?"
 */
export function asksOfStranger(list: Entry, turn: Turn): boolean {
  const { question } = turn
  const stranger = list.closed && wantsYesOrNo(question) ? strangerIn(turn) : undefined
  if (!stranger) return false
  const spans = [stranger, ...question.names.filter((mention) => isNamed(list, mention))]
  return question.words.every(
    ({ role, marks }, at) => role !== 'content' || marks.has('membership') || isWithin(at, spans),
  )
}

/**
 * What the question names and the pack does not know, as it was typed: words with capitals where no sentence begins,
 * not like those of any organisation of the pack. Anything else may be a common word, or a slip.
 */
export function strangerIn({ question: { words }, knowledge }: Turn): Stranger | undefined {
  const { pack } = knowledge
  const places = words.flatMap((word, at) => (isForeign(word, knowledge) ? [at] : []))
  const isName = (at: number): boolean => {
    const { typed = '', role } = words[at] ?? {}
    return role === 'content' && /^\p{Lu}/u.test(typed) && (at > 0 || /^\p{Lu}{2,}$/u.test(typed))
  }
  if (places.length === 0 || !places.every(isName)) return undefined
  let [from, to] = [places[0]!, places.at(-1)! + 1]
  while (isName(from - 1)) from--
  while (isName(to)) to++
  const named = words.slice(from, to)
  if (named.some((word) => isLikePartOfName(word, pack))) return undefined
  return { name: named.map(({ typed }) => typed).join(' '), from, to }
}

/** "What is UNEP?": its name in full, and the lists that it is on. Undefined for a question that says more. */
export function tellOrganisation(turn: Turn): Told | undefined {
  const { question, knowledge, language } = turn
  const { pack } = knowledge
  const [mention, ...others] = question.names
  const [thing] = mention?.things ?? []
  const asksWhat = [...question.asked].every(
    (asked) => asked === 'what' || asked === 'title' || asked === 'who' || asked === 'whether',
  )
  if (thing?.kind !== 'organisation' || others.length > 0 || !asksWhat || question.dates.length > 0) return undefined
  const lists = listsOf(thing.id, pack)
  const name = memberName(thing.id, pack, language)
  const member = lists.map((list): Line => ({
    kind: 'text',
    text: say(language, 'list.member', { name, title: titleOf(list, language) }),
  }))
  if (member.length === 0) return undefined
  return {
    lines: [{ kind: 'fact', text: name }, ...member, ...sourceLine(lists[0]!.section, pack, language)],
    entries: lists.map(({ id }) => id),
  }
}
