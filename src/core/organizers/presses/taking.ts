import type { OrganizerAct } from '../../pages/page.ts'
import { askPage } from '../pages/ask.ts'
import type { Views } from '../pages/views.ts'
import type { Albums } from '../writing/albums.ts'
import type { EntryFields } from '../writing/entry-fields.ts'
import type { EntryPrompts } from '../writing/entry-prompts.ts'
import type { Offers } from '../writing/offers.ts'
import { replaced, type ActTable, type AnnouncementPress } from './press.ts'

type Act = Extract<OrganizerAct, 'take' | 'dismiss'>

/** What is said of a message that was offered. `timeZone`: the venue's at the moment. */
export function takingPresses({
  offers,
  albums,
  fields,
  prompts,
  views,
  timeZone,
}: {
  readonly offers: Pick<Offers, 'accept' | 'albumOf'>
  readonly albums: Pick<Albums, 'keep'>
  readonly fields: Pick<EntryFields, 'content'>
  readonly prompts: Pick<EntryPrompts, 'entered' | 'ask' | 'clear'>
  readonly views: Pick<Views, 'announcement'>
  readonly timeZone: () => string
}): ActTable<Act, AnnouncementPress> {
  return {
    async take({ visitor, language, announcement, subject, by, value }) {
      const accepted = await offers.accept(visitor, announcement, value)
      // Something else was offered since, or this was taken already: what stands there now is shown.
      if (!accepted) return replaced(await views.announcement(subject, language, by.now))
      const { prompt, written, files, album } = accepted
      const entry = { visitor, language, prompt, input: { text: '', album }, edited: false }
      return replaced(await fields.content(entry, written, files))
    },
    async dismiss({ visitor, language, subject, by }) {
      const entered = await prompts.entered(visitor)
      await albums.keep(visitor, await offers.albumOf(visitor), { state: 'left', announcement: undefined })
      await prompts.clear(visitor)
      const field = entered?.announcement === subject ? entered.field : 'more'
      if (field === 'more') return replaced(await views.announcement(subject, language, by.now))
      await prompts.ask(visitor, { announcement: subject, field })
      return replaced(askPage(subject, field, language, { timeZone: timeZone(), now: visitor.now }))
    },
  }
}
