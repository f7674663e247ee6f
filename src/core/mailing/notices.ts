import { keyOf, type Platform } from '../people/people.ts'
import type { Announcement, Who } from './announcement.ts'
import type { OrganizerNotice } from './ledger.ts'

export type Organizers = { readonly [platform in Platform]: readonly string[] }

/** Whom to tell of what organizers did not do themselves; each platform passes it on when it can. */
export type Notifier = {
  /** Whoever wrote an announcement is told of it; of one from the terminal, all organizers. */
  readonly of: (announcement: Announcement) => OrganizerNotice[]
  /** That a chat wants to receive announcements, or receives them from now on: the one who added it, or all. */
  readonly ofDestination: (id: number, to: Who | undefined) => OrganizerNotice[]
}

export function notifierFor(organizers: Organizers): Notifier {
  const all = [...organizers.telegram.map(on('telegram')), ...organizers.discord.map(on('discord'))]
  return {
    of: ({ id, author }) => addressed(author).map((to) => ({ ...to, about: 'announcement', subject: id })),
    ofDestination: (id, to) => addressed(to).map((one) => ({ ...one, about: 'destination', subject: String(id) })),
  }

  function addressed(who: Who | undefined): Pick<OrganizerNotice, 'platform' | 'person'>[] {
    const one = all.filter(({ platform, person }) => keyOf({ platform, id: person }) === who)
    return one.length > 0 ? one : all
  }
}

function on(platform: Platform): (person: string) => Pick<OrganizerNotice, 'platform' | 'person'> {
  return (person) => ({ platform, person })
}
