import type { Language } from '../../knowledge/language.ts'
import type { Entry } from '../../knowledge/pack.ts'
import { titleOf } from '../answering/facts.ts'
import { isDated } from '../answering/occurrences.ts'
import type { Act, Reply } from '../answering/reply.ts'
import { say } from '../i18n.ts'
import type { ButtonSpace } from './button-space.ts'
import type { Button, Page } from '../pages/page.ts'

type EntryOf = (id: string) => Entry | undefined

const narrow: ButtonSpace = { roomy: false, own: () => undefined, calendarLink: () => undefined }

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
    case 'mine':
      return [{ label: say(language, 'button.mine'), do: 'mine', page: 0 }]
    case 'unsubscribe':
      return [{ label: say(language, 'button.unsubscribe'), do: 'unsubscribe' }]
    default:
      return act satisfies never
  }
}

/** What can be done about an answer. One that speaks of several entries has no single one to share or to keep. */
export function afterAnswer(
  { entries, lines, language }: Pick<Reply, 'entries' | 'lines' | 'language'>,
  entryOf: EntryOf,
  room = narrow,
): Button[][] {
  const [first] = entries
  if (first === undefined) return []
  const only = entries.length === 1 ? entryOf(first) : undefined
  const share: Button[] = only
    ? [{ label: say(language, 'button.share'), do: 'share', entry: first, text: sharedText(only, lines, language) }]
    : []
  const wrong: Button = { label: say(language, 'button.wrong'), do: 'report', entry: first }
  const own = only ? ownButtons(only, language, room) : []
  const keep = only ? keepButtons(only, language, room) : []
  if (!room.roomy) return [own, keep, [...share, wrong]].filter((row) => row.length > 0)
  const related: Button = { label: say(language, 'button.related'), do: 'related', entry: first }
  const languages: Button = {
    label: say(language, 'button.languages'),
    do: 'languages',
    ...(only && { entry: only.id }),
  }
  return [own, keep, [...share, related, languages, wrong]].filter((row) => row.length > 0)
}

/** What is handed on says first what it is about. */
function sharedText(entry: Entry, [first]: Reply['lines'], language: Language): string {
  const title = titleOf(entry, language)
  const text = first?.text ?? ''
  return text.includes(title) ? text : [title, text].filter((part) => part !== '').join(' – ')
}

/** The two ways into a calendar. */
function keepButtons(entry: Entry, language: Language, { calendarLink }: ButtonSpace): Button[] {
  if (!isDated(entry)) return []
  const link = calendarLink(entry, language)
  return [
    { label: say(language, 'button.calendar'), do: 'calendar', entry: entry.id },
    ...(link === undefined ? [] : [{ label: say(language, 'button.googleCalendar'), do: 'link' as const, url: link }]),
  ]
}

function ownButtons(entry: Entry, language: Language, { own }: ButtonSpace): Button[] {
  const state = own(entry)
  if (!state) return []
  const remind = remindButton(entry.id, state.reminds, language)
  return [markButton(entry.id, state.marked, language), ...(state.remindable ? [remind] : [])]
}

/** Marks an entry; once that is done, takes the mark away. */
export function markButton(entry: string, marked: boolean, language: Language) {
  return marked
    ? ({ label: say(language, 'button.unstar'), do: 'unstar', entry } as const)
    : ({ label: say(language, 'button.star'), do: 'star', entry } as const)
}

/** Reminds of an entry; once that is done, reminds no more. */
export function remindButton(entry: string, reminds: boolean, language: Language) {
  return reminds
    ? ({ label: say(language, 'button.unremind'), do: 'unremind', entry } as const)
    : ({ label: say(language, 'button.remind'), do: 'remind', entry } as const)
}
