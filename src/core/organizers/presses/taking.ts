import type { OrganizerAct } from '../../pages/page.ts'
import { askPage } from '../pages/ask.ts'
import type { Views } from '../pages/views.ts'
import type { EntryFields } from '../writing/entry-fields.ts'
import type { EntryPrompts } from '../writing/entry-prompts.ts'
import type { OfferAnswers } from '../writing/offer-answers.ts'
import { replaced, type ActTable, type AnnouncementPress } from './press.ts'

type Act = Extract<OrganizerAct, 'take' | 'dismiss'>

/** What is said of a message that was offered. `timeZone`: the venue's at the moment. */
export function takingPresses({
  offerAnswers,
  fields,
  prompts,
  views,
  timeZone,
}: {
  readonly offerAnswers: OfferAnswers
  readonly fields: Pick<EntryFields, 'content'>
  readonly prompts: Pick<EntryPrompts, 'ask'>
  readonly views: Pick<Views, 'announcement'>
  readonly timeZone: () => string
}): ActTable<Act, AnnouncementPress> {
  return {
    async take({ visitor, language, announcement, subject, by, value }) {
      const accepted = await offerAnswers.accept(visitor, announcement, value)
      // Something else was offered since, or this was taken already: what stands there now is shown.
      if (!accepted) return replaced(await views.announcement(subject, language, by.now))
      const { prompt, writtenOn, files, album } = accepted
      const entry = { visitor, language, prompt, input: { text: '', album }, edited: false }
      return replaced(await fields.content(entry, writtenOn, files))
    },
    async dismiss({ visitor, language, subject, by, value }) {
      const field = (await offerAnswers.dismiss(visitor, subject, value)) ?? 'more'
      if (field === 'more') return replaced(await views.announcement(subject, language, by.now))
      await prompts.ask(visitor, { announcement: subject, field })
      return replaced(askPage(subject, field, language, { timeZone: timeZone(), now: visitor.now }))
    },
  }
}
