import { keyOf, type Platform } from '../people/people.ts'
import type { Who } from './act.ts'
import type { Mailing } from './mailing.ts'

export type Organizers = { readonly [platform in Platform]: readonly string[] }

/** Something that organizers are told once. */
export type OrganizerNotice = { readonly platform: Platform; readonly person: string } & (
  | { readonly about: 'announcement'; readonly subject: string }
  /** A chat that waits to be approved, or was just taken in. */
  | { readonly about: 'destination'; readonly subject: string }
  /** A changed pack that was refused; the subject is what is wrong with it, a line for each fault. */
  | { readonly about: 'knowledge'; readonly subject: string }
)

/** Where notices are left for organizers. */
export type NoticeBoard = { readonly post: (notices: readonly OrganizerNotice[]) => Promise<void> }

/** Whom to tell of what organizers did not do themselves; each platform passes it on when it can. */
export type Notifier = {
  /** Whoever wrote a mailing is told of it, unless its policy says nobody; of one from the terminal, all organizers. */
  readonly of: (mailing: Pick<Mailing, 'id' | 'author' | 'policy'>) => OrganizerNotice[]
  /** That a chat wants to receive announcements, or receives them from now on: the one who added it, or all. */
  readonly ofDestination: (id: number, to: Who | undefined) => OrganizerNotice[]
  /** That a changed pack was refused for these faults: all organizers. */
  readonly ofKnowledge: (faults: string) => OrganizerNotice[]
}

/** Addresses notices to organizers by the settings: to the one concerned, else to all of them. */
export function notifierFor(organizers: Organizers): Notifier {
  const all = [...organizers.telegram.map(on('telegram')), ...organizers.discord.map(on('discord'))]
  return {
    of: ({ id, author, policy }) =>
      policy.tell === 'nobody'
        ? []
        : addressed(author).map((to) => ({ ...to, about: 'announcement' as const, subject: id })),
    ofDestination: (id, to) => addressed(to).map((one) => ({ ...one, about: 'destination', subject: String(id) })),
    ofKnowledge: (faults) => all.map((one) => ({ ...one, about: 'knowledge', subject: faults })),
  }

  function addressed(who: Who | undefined): Pick<OrganizerNotice, 'platform' | 'person'>[] {
    const one = all.filter(({ platform, person }) => keyOf({ platform, id: person }) === who)
    return one.length > 0 ? one : all
  }
}

/** All organizers but one. */
export function othersThan(
  who: Who,
  { telegram, discord }: Organizers,
): Pick<OrganizerNotice, 'platform' | 'person'>[] {
  const all = [...telegram.map(on('telegram')), ...discord.map(on('discord'))]
  return all.filter(({ platform, person }) => keyOf({ platform, id: person }) !== who)
}

function on(platform: Platform): (person: string) => Pick<OrganizerNotice, 'platform' | 'person'> {
  return (person) => ({ platform, person })
}
