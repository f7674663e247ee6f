import type { Language } from '../../../knowledge/language.ts'
import type { Line } from '../../answering/reply.ts'
import { say } from '../../i18n.ts'
import { note } from '../../pages/lines.ts'
import type { Page } from '../../pages/page.ts'
import type { Shown } from './shown.ts'
import { whoWords } from './who.ts'
import { outgoingLines } from './outgoing.ts'
import { draftButtons } from './draft-buttons.ts'

/** What is written so far, why it can't be sent as it is, and all that can be changed. */
export function draftBody(shown: Shown, language: Language): Pick<Page, 'lines' | 'buttons'> {
  return { lines: draftLines(shown, language), buttons: draftButtons(shown, language) }
}

/** All that goes out, then what is strange about it, and what stands in the way. */
export function draftLines(shown: Shown, language: Language): Line[] {
  const { problems, strange = [], proposer } = shown
  return [
    ...outgoingLines(shown, language),
    ...strange.map(({ written, looks }) =>
      note(
        say(language, 'organizers.looksLike', {
          name: say(written, 'language.name'),
          other: say(looks, 'language.name'),
        }),
      ),
    ),
    ...(proposer === undefined
      ? []
      : [note(say(language, 'organizers.proposed', { who: whoWords(proposer, undefined, language) }))]),
    ...problems.map(note),
  ]
}
