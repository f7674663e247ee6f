import type { Language } from '../../knowledge/language.ts'
import { fact } from './lines.ts'
import type { Page } from './page.ts'

/** A page of one sentence. */
export function notePage(language: Language, text: string, buttons: Page['buttons'] = []): Page {
  return { language, lines: [fact(text)], buttons }
}
