import type { Language } from '../../knowledge/language.ts'
import type { Page } from './page.ts'

/** A page of one sentence. */
export function notePage(language: Language, text: string, buttons: Page['buttons'] = []): Page {
  return { language, lines: [{ kind: 'fact', text }], buttons }
}
