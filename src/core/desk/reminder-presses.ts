import { partWith } from '../../knowledge/joint-pack.ts'
import type { Assistant } from '../answering/assistant.ts'
import { say } from '../i18n.ts'
import type { DestinationStore } from '../mailing/destination.ts'
import type { MailingQueue } from '../mailing/mailing.ts'
import { notePage } from '../pages/note-page.ts'
import { venueTime } from '../time/venue.ts'
import { message, notice, stale, type PressTable } from './press.ts'
import { askForReminders, remindersOf } from './reminders.ts'

/** The button that asks for reminders of an event; whoever receives nothing yet is asked to subscribe first. */
export function reminderPresses({
  assistant,
  destinations,
  mailings,
}: {
  readonly assistant: Pick<Assistant, 'pack' | 'entry'>
  readonly destinations: Pick<DestinationStore, 'find'>
  readonly mailings: MailingQueue
}): PressTable<'remind'> {
  return {
    async remind({ here, now }, language, { entry: id }) {
      // Both at once: the pack may be replaced while the store is asked.
      const whole = assistant.pack
      const entry = assistant.entry(id)
      if (!entry) return stale(language)
      const pack = partWith(whole, entry)
      if (remindersOf(entry, pack, now).length === 0) return notice(language, say(language, 'reminder.over'))
      const subscribed = here && (await destinations.find(here))
      if (subscribed?.standing !== 'active') {
        const subscribe = { label: say(language, 'button.subscribe'), do: 'subscribe' } as const
        return message(language, notePage(language, say(language, 'reminder.subscribe'), [[subscribe]]))
      }
      const moments = await askForReminders(entry, subscribed.id, { pack, mailings, now })
      if (moments.length === 0) return notice(language, say(language, 'reminder.over'))
      const times = moments.map((moment) => venueTime(moment, pack.timeZone)).join(', ')
      return notice(language, say(language, 'reminder.set', { times }))
    },
  }
}
