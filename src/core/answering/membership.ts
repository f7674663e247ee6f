import type { Entry } from '../../knowledge/pack.ts'
import { say } from '../i18n.ts'
import { wantsYesOrNo } from '../understanding/question.ts'
import { sourceLine } from './compose.ts'
import { memberName, titleOf } from './facts.ts'
import type { Line, Told } from './reply.ts'
import type { Turn } from './turn.ts'

/** "Is UNICEF a partner?" */
export function tellMembership(list: Entry, turn: Turn): Told | undefined {
  const { knowledge, question, language } = turn
  const { pack } = knowledge
  const title = titleOf(list, language)
  const named = question.names
    .flatMap(({ things }) => things)
    .filter(({ kind, id }) => kind === 'organisation' && pack.organisations.has(id))
  const tell = (said: readonly { member: boolean; text: string }[]): Told => ({
    lines: [
      ...said.map(({ member, text }): Line => ({
        kind: 'fact',
        text: `${say(language, `verdict.${member ? 'yes' : 'no'}`)} ${text}`,
      })),
      { kind: 'text', text: say(language, 'list.count', { title, count: list.members.length }) },
      ...sourceLine(list.section, pack, language),
    ],
    entries: [list.id],
  })
  const asksWhether =
    wantsYesOrNo(question) || question.asked.size === 0 || question.words.some(({ marks }) => marks.has('membership'))
  if (named.length > 0 && asksWhether) {
    const said = named.map(({ id }) => {
      const member = list.members.includes(id)
      const name = memberName(id, pack, language)
      return {
        member,
        text: member
          ? say(language, 'list.member', { name, title })
          : `${name}: ${say(language, 'list.notMember', { title })}`,
      }
    })
    return list.closed || said.some(({ member }) => member) ? tell(said) : undefined
  }
  const isNamed = (at: number): boolean => question.names.some(({ from, to }) => from <= at && at < to)
  const foreign = question.words.some(
    ({ known, mended, role }, at) => role === 'content' && (mended || (!known && !isNamed(at))),
  )
  if (list.closed && foreign && wantsYesOrNo(question))
    return tell([{ member: false, text: say(language, 'list.notMember', { title }) }])
  return undefined
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
  const lists = pack.entries.filter(({ type, members }) => type === 'list' && members.includes(thing.id))
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
