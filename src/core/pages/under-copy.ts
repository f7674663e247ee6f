import type { Language } from '../../knowledge/language.ts'
import { say } from '../i18n.ts'
import type { Copy } from '../mailing/copy.ts'
import type { Action, Button } from './page.ts'

/** What the buttons under a person's copy depend on: the language of its reader, and what it is about (see Content). */
export type Under = { readonly language: Language; readonly about: string | undefined }

export function underCopy({ reader, sections, about }: Pick<Copy, 'reader' | 'sections' | 'about'>): Under {
  return { language: reader ?? sections[0]?.language ?? 'en', about }
}

/** The way out of announcements; of what the reader asked for, the way to it. */
export function buttonsUnder({ language, about }: Under): (Button & Action)[][] {
  if (about === undefined) return [[{ label: say(language, 'button.unsubscribe'), do: 'unsubscribe' }]]
  return [
    [
      { label: say(language, 'button.details'), do: 'show', entry: about },
      { label: say(language, 'button.mine'), do: 'mine', page: 0 },
    ],
  ]
}
