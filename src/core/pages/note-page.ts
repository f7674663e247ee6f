import type { Language } from '../../knowledge/language.ts'
import { text as line } from './lines.ts'
import type { Page } from './page.ts'

/** A page of one sentence, which is no heading. */
export function notePage(language: Language, text: string, buttons: Page['buttons'] = []): Page {
  return { language, lines: [line(text)], buttons }
}
