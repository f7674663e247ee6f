import type { Language } from '../../../knowledge/language.ts'
import type { Actor } from '../../announcements/done.ts'
import type { Visitor } from '../../pages/visitor.ts'
import { keyOf } from '../../people/people.ts'

/** An organizer as the record of acts names them. */
export function actorOf({ person, now }: Visitor, language: Language): Actor {
  return { who: keyOf(person), now, language }
}
