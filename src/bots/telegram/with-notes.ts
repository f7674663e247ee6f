import { note } from '../../core/pages/lines.ts'
import type { Page } from '../../core/pages/page.ts'

/** Beside what a page says already. */
export function withNotes(page: Page, notes: Iterable<string>): Page {
  const more = [...notes].filter((said) => !page.lines.some(({ text }) => text === said))
  return { ...page, lines: [...page.lines, ...more.map(note)] }
}
