import type { Language } from '../../knowledge/language.ts'
import { say } from '../i18n.ts'
import type { Button, Page, Pressed } from './page.ts'

/**
 * Pages for who reads them aloud, or on a display that has no pictures: without emoji and pictographs. A tick says in
 * words what it says.
 */
export function plainPage(page: Page): Page {
  const { language, lines, buttons } = page
  return {
    language,
    lines: lines.map((line) => ({ ...line, text: plainText(line.text, language) })),
    buttons: buttons.map((row) => row.map((button) => plainButton(button, language))),
  }
}

/** What a press leads to, in the same way; announcements stay as their organizers wrote them. */
export function plainPressed(pressed: Pressed): Pressed {
  if (pressed.kind === 'file') return { ...pressed, file: { ...pressed.file, page: plainPage(pressed.file.page) } }
  const { page } = pressed
  if (pressed.kind !== 'changed') return { ...pressed, page: plainPage(page) }
  const swaps = pressed.swaps.map(({ from, to }) => (to ? { from, to: plainButton(to, page.language) } : { from }))
  return { ...pressed, page: plainPage(page), swaps }
}

function plainButton<One extends Button>(button: One, language: Language): One {
  if (button.do === 'plain') return { ...button, on: false, label: say(language, 'button.withPictures') }
  if (button.do === 'unremind') return { ...button, label: say(language, 'button.reminds') }
  return { ...button, label: plainText(button.label, language) }
}

/** Pictographs, dingbats, flags, and what joins or colours them; not ©, ® and ™, which are letters of texts. */
const pictures =
  /(?![©®™])(?:[\p{Extended_Pictographic}\p{Regional_Indicator}\u2600-\u27BF]|[\u{E0020}-\u{E007F}]|\uFE0F|\u200D)/gu

const ticks = /[✓✔✅]\uFE0F?/gu

/** A text whose pictures are gone, with the spaces that stood beside them. */
export function plainText(text: string, language: Language): string {
  const worded = text.replaceAll(ticks, ` (${say(language, 'plain.on')}) `)
  const left = worded.replaceAll(pictures, ' ')
  return left === text ? text : left.replaceAll(/ {2,}/g, ' ').replaceAll(/^ | $/gm, '')
}
