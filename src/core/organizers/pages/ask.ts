import { languages as all, type Language } from '../../../knowledge/language.ts'
import { say } from '../../i18n.ts'
import type { DraftField } from './draft-fields.ts'
import { fact, text } from '../../pages/lines.ts'
import type { Page } from '../../pages/page.ts'
import { offeredMoments } from './moments.ts'
import { organizeButton } from './buttons.ts'

/** What time it is, and where. */
type Clock = { readonly timeZone: string; readonly now: Date }

/** What is to be written next, and the way out. */
export function askPage(id: string, field: DraftField, language: Language, clock: Clock): Page {
  return {
    language,
    lines: [fact(say(language, 'organizers.short', { id })), text(promptFor(field, language, clock.timeZone))],
    buttons: [
      ...(field === 'when'
        ? offeredMoments(language, clock.now, clock.timeZone).map(({ label, value }) => [
            organizeButton(label, 'when', id, value),
          ])
        : []),
      [organizeButton(say(language, 'organizers.later'), 'open', id)],
    ],
  }
}

function promptFor(field: DraftField, language: Language, timeZone: string): string {
  if (field === 'when') return say(language, 'organizers.askWhen', { zone: timeZone })
  if (field === 'file') return say(language, 'organizers.askFile')
  if (field === 'text' || field === 'more') return say(language, 'organizers.askAll')
  if (field === 'correct') return say(language, 'organizers.askAnyCorrection')
  const written = all.find((one) => field.endsWith(one))!
  const key = field.startsWith('correct-') ? 'organizers.askCorrection' : 'organizers.askText'
  return say(language, key, { name: say(written, 'language.name') })
}
