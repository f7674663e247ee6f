import type { Platform } from '../people/people.ts'
import type { Announcement, Who } from './announcement.ts'
import type { Ledger, Notice } from './ledger.ts'

export type Organizers = { readonly [platform in Platform]: readonly string[] }

/** Lets organizers know of what they did not do themselves; each platform hands it over when it can. */
export type Informer = {
  readonly tell: (announcement: Announcement) => Promise<void>
  /** That a chat wants to receive announcements, or receives them from now on. */
  readonly tellOfDestination: (id: number, to: Who | undefined) => Promise<void>
}

/** Whoever wrote an announcement is told of it; of one from the terminal, all organizers. */
export function informOrganizers(ledger: Ledger, organizers: Organizers): Informer {
  return {
    tell: ({ id, author }) => ledger.post(addressed(author).map((to) => ({ ...to, about: 'announcement', subject: id }))),
    tellOfDestination: (id, to) => ledger.post(addressed(to).map((one) => ({ ...one, about: 'destination', subject: String(id) }))),
  }

  function addressed(who: Who | undefined): Pick<Notice, 'platform' | 'person'>[] {
    const all = [...organizers.telegram.map(on('telegram')), ...organizers.discord.map(on('discord'))]
    const one = all.filter(({ platform, person }) => `${platform}:${person}` === who)
    return one.length > 0 ? one : all
  }
}

function on(platform: Platform): (person: string) => Pick<Notice, 'platform' | 'person'> {
  return (person) => ({ platform, person })
}
