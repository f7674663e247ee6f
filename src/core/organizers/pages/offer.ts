import type { Language } from '../../../knowledge/language.ts'
import { say } from '../../i18n.ts'
import type { AttachmentRef } from '../../mailing/content.ts'
import { fact, marked } from '../../pages/lines.ts'
import type { Page } from '../../pages/page.ts'
import { organizeButton } from './buttons.ts'
import { fileLines } from './files.ts'

/** Where a text may belong: in one language, or its parts in several. */
export type Place = Language | 'all'

/** What was typed, and for what it may be taken. `written`: languages in which there is a text already. */
export function offerPage(
  {
    id,
    text,
    files,
    places,
    written,
    stamp,
  }: {
    readonly id: string
    readonly text: string
    readonly files: readonly AttachmentRef[]
    readonly places: readonly Place[]
    readonly written: readonly Language[]
    readonly stamp: string
  },
  language: Language,
): Page {
  return {
    language,
    lines: [
      fact(say(language, 'organizers.offer', { id })),
      marked(text),
      ...fileLines({ attachments: files }, language),
    ],
    buttons: [
      ...places.map((place) => [organizeButton(labelOf(place, written, language), 'take', id, `${place}-${stamp}`)]),
      [organizeButton(say(language, 'organizers.dismiss'), 'dismiss', id, stamp)],
    ],
  }
}

function labelOf(place: Place, written: readonly Language[], language: Language): string {
  if (place === 'all') return say(language, 'organizers.takeAll')
  const name = say(place, 'language.name')
  return say(language, written.includes(place) ? 'organizers.takeMore' : 'organizers.takeAs', { name })
}
