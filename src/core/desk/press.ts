import type { Language } from '../../knowledge/language.ts'
import { say } from '../i18n.ts'
import { notePage } from '../pages/note-page.ts'
import type { Action, ActionOf, Page, Pressed } from '../pages/page.ts'
import type { PressedBy } from '../pages/turns-over.ts'
import type { Visitor } from '../pages/visitor.ts'

type Notice = Extract<Pressed, { kind: 'notice' }>

/** What comes of a pressed button; `language`: the one to speak to the visitor in. */
export type Press<Verb extends Action['do']> = (
  visitor: Visitor,
  language: Language,
  action: ActionOf<Verb>,
) => PressedBy<Verb> | Promise<PressedBy<Verb>>

/** What is done for each of some verbs. */
export type PressTable<Verb extends Action['do']> = { readonly [verb in Verb]: Press<verb> }

/** The button speaks of something that is there no more, as after a change of the knowledge. */
export function stale(language: Language): Notice {
  return notice(language, say(language, 'notice.stale'))
}

/** A sentence in passing. */
export function notice(language: Language, text: string): Notice {
  return { kind: 'notice', page: notePage(language, text) }
}

/** A page in a message of its own; without one, what it was to show is there no more. */
export function message(language: Language, page: Page | undefined): Extract<Pressed, { kind: 'message' }> | Notice {
  return page ? { kind: 'message', page } : stale(language)
}

/** A page in the place of the one pressed; without one, what it was to show is there no more. */
export function replacement(
  language: Language,
  page: Page | undefined,
): Extract<Pressed, { kind: 'replacement' }> | Notice {
  return page ? { kind: 'replacement', page } : stale(language)
}
