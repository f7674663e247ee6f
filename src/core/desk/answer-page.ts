import type { Language } from '../../knowledge/language.ts'
import type { Entry } from '../../knowledge/pack.ts'
import type { Act, Reply } from '../answering/reply.ts'
import { say } from '../i18n.ts'
import type { ButtonSpace } from './button-space.ts'
import { isDated } from './calendar.ts'
import type { Button, Page } from '../pages/page.ts'

type EntryOf = (id: string) => Entry | undefined

const narrow: ButtonSpace = { roomy: false, remindable: () => false }

/** A reply with what can be done about it: choose a reading or a near topic; share, keep or dispute an answer. */
export function answerPage(reply: Reply, entryOf: EntryOf, room = narrow): Page {
  const { language, lines, suggestions, status } = reply
  const choices = suggestions.map(({ id, title }): Button[] => [{ label: title, do: 'show', entry: id }])
  const languages: Button[] = room.roomy ? [{ label: say(language, 'button.languages'), do: 'languages' }] : []
  // Beside an answer there is something to choose where several events gave it.
  if (status === 'answered')
    return { language, lines, buttons: [...eventChoices(reply, choices), ...afterAnswer(reply, entryOf, room)] }
  const act = reply.act ? actButtons(reply.act, language) : []
  // One row for languages is enough.
  const others = reply.act?.do === 'languages' || reply.act?.do === 'speak' ? [] : languages
  return { language, lines, buttons: [...choices, act, others].filter((row) => row.length > 0) }
}

function eventChoices({ packs = [] }: Reply, choices: readonly Button[][]): readonly Button[][] {
  return packs.length > 1 ? choices : []
}

/** What small talk and commands in words lead to. */
function actButtons(act: Act, language: Language): Button[] {
  switch (act.do) {
    case 'speak':
      return [{ label: say(act.language, 'language.name'), do: 'speak', language: act.language, to: 'person' }]
    case 'languages':
      return [{ label: say(language, 'button.languages'), do: 'languages' }]
    case 'topics':
      return [{ label: say(language, 'button.topics'), do: 'browse', page: 0 }]
    case 'calendar':
      return [{ label: say(language, 'button.calendar'), do: 'calendar' }]
    case 'subscribe':
      return [{ label: say(language, 'button.subscribe'), do: 'subscribe' }]
    case 'unsubscribe':
      return [{ label: say(language, 'button.unsubscribe'), do: 'unsubscribe' }]
    default:
      return act satisfies never
  }
}

/** What can be done about an answer. One that speaks of several entries has no single one to share or to keep. */
export function afterAnswer(
  { entries, lines, language }: Reply,
  entryOf: EntryOf,
  { roomy, remindable } = narrow,
): Button[][] {
  const [first] = entries
  if (first === undefined) return []
  const only = entries.length === 1 ? entryOf(first) : undefined
  const share: Button[] = only
    ? [{ label: say(language, 'button.share'), do: 'share', entry: first, text: lines[0]?.text ?? '' }]
    : []
  const keep: Button[] =
    only && isDated(only) ? [{ label: say(language, 'button.calendar'), do: 'calendar', entry: first }] : []
  const wrong: Button = { label: say(language, 'button.wrong'), do: 'report', entry: first }
  const remind: Button[][] =
    only && remindable(only) ? [[{ label: say(language, 'button.remind'), do: 'remind', entry: first }]] : []
  if (!roomy) return [[...share, ...keep, wrong], ...remind]
  const related: Button = { label: say(language, 'button.related'), do: 'related', entry: first }
  return [
    [...share, ...keep, related],
    [{ label: say(language, 'button.languages'), do: 'languages' }, wrong],
    ...remind,
  ]
}
