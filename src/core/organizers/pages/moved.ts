import type { Language } from '../../../knowledge/language.ts'
import { say } from '../../i18n.ts'
import { notePage } from '../../pages/note-page.ts'
import type { Page } from '../../pages/page.ts'
import { organizeButton } from './buttons.ts'

/** What is left of a page whose announcement is told of below. */
export function movedPage(id: string, language: Language): Page {
  return notePage(language, say(language, 'organizers.moved', { id }), [
    [organizeButton(say(language, 'organizers.short', { id }), 'open', id)],
  ])
}
