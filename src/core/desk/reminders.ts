import { ownId } from '../../knowledge/joint-pack.ts'
import { languages, type Language } from '../../knowledge/language.ts'
import { wordsIn, type Entry, type Localised, type Pack } from '../../knowledge/pack.ts'
import { whenAndWhere } from '../answering/facts.ts'
import { isDated } from './calendar.ts'
import { say } from '../i18n.ts'
import type { MailingQueue } from '../mailing/mailing.ts'
import type { Policy } from '../mailing/policy.ts'
import { midnight } from '../time/venue.ts'

/** The source may know an event's day and no hour: then it counts as beginning in the morning. */
const morning = { hour: 9 }

const leads = [
  { name: 'day', hours: 24 },
  { name: 'hour', hours: 1 },
] as const

/**
 * Its readers have asked for it, so it may sound at any hour; what it reminds of does not wait, and nobody looks
 * after it.
 */
const policy: Policy = {
  quietHours: 'ignore',
  late: 'drop',
  sound: 'loud',
  tell: 'nobody',
  trouble: 'hold',
  priority: 'routine',
}

type Reminder = { readonly lead: (typeof leads)[number]['name']; readonly at: Date }

/** What is left to remind of an event, a day and an hour before it begins. Empty for what has begun or has no day. */
export function remindersOf(entry: Entry, { timeZone }: Pack, now: Date): Reminder[] {
  if (!isDated(entry)) return []
  const begins = beginningOf(entry.dates!.from, timeZone)
  return leads
    .map(({ name, hours }) => ({ lead: name, at: new Date(begins.getTime() - hours * 3_600_000) }))
    .filter(({ at }) => at > now)
}

/**
 * Asks for all reminders of an event that are left; returns the moments of those that come. Another moment, as after a
 * corrected time zone, makes another reminder.
 */
export async function askForReminders(
  entry: Entry,
  destination: number,
  { pack, mailings, now }: { readonly pack: Pack; readonly mailings: MailingQueue; readonly now: Date },
): Promise<Date[]> {
  const moments: Date[] = []
  for (const { lead, at } of remindersOf(entry, pack, now)) {
    const content = {
      title: inAll((language) =>
        say(language, `reminder.${lead}`, { title: wordsIn(entry.title, language) ?? entry.id }),
      ),
      body: inAll((language) => whenAndWhere(entry, pack, language)),
    }
    // "Tomorrow" is said on the day before, and what has begun is reminded of no more.
    const notAfter =
      lead === 'day' ? midnight(entry.dates!.from, 0, pack.timeZone) : beginningOf(entry.dates!.from, pack.timeZone)
    const comes = await mailings.enqueue(
      `${pack.id} ${ownId(entry.id)} ${entry.dates!.from} ${lead} ${at.toISOString()}`,
      { origin: 'reminder', policy, content, fallback: undefined, startAt: at, notAfter, author: 'jauap' },
      { destination },
      now,
    )
    if (comes) moments.push(at)
  }
  return moments
}

function beginningOf(day: string, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: morning }).epochMilliseconds)
}

function inAll(text: (language: Language) => string): Localised {
  return Object.fromEntries(languages.map((language) => [language, text(language)]))
}
