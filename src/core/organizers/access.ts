import type { Language } from '../../knowledge/language.ts'
import type { Organizers } from '../mailing/notices.ts'
import type { Visitor } from '../pages/visitor.ts'
import { keyOf } from '../people/people.ts'

/** Tells organizers from everybody else, and in which language to speak to them. */
export type OrganizerAccess = {
  readonly isOrganizer: (visitor: Pick<Visitor, 'person'>) => boolean
  /** What an act gives to organizers; for whoever is none it gives undefined, and the act is not reached. */
  readonly forOrganizers: <Args extends unknown[], Result>(
    act: (visitor: Visitor, language: Language, ...args: Args) => Promise<Result>,
  ) => (visitor: Visitor, ...args: Args) => Promise<Result | undefined>
}

/** `languageFor`: the language of somebody whose app says the language tag that the visitor has. */
export function openAccess(
  organizers: Organizers,
  languageFor: (visitor: Visitor) => Promise<Language>,
): OrganizerAccess {
  /** What organizers' apps say of their language: what they are told unasked is told in it, if they chose none. */
  const languageTags = new Map<string, string>()
  return {
    isOrganizer,
    forOrganizers:
      (act) =>
      async (visitor, ...args) => {
        if (!isOrganizer(visitor)) return undefined
        // Kept, since after a restart they are told things before they say anything.
        const keepTag = visitor.keepTag ?? visitor.languageTag !== undefined
        const known = { ...visitor, languageTag: tagOf(visitor), keepTag }
        return act(visitor, await languageFor(known), ...args)
      },
  }

  function isOrganizer({ person: { platform, id } }: Pick<Visitor, 'person'>): boolean {
    return organizers[platform].includes(id)
  }

  function tagOf({ person, languageTag }: Visitor): string | undefined {
    if (languageTag !== undefined) languageTags.set(keyOf(person), languageTag)
    return languageTags.get(keyOf(person))
  }
}
