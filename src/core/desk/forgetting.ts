import type { Language } from '../../knowledge/language.ts'
import type { Assistant } from '../answering/assistant.ts'
import { say } from '../i18n.ts'
import { notePage } from '../pages/note-page.ts'
import type { Page } from '../pages/page.ts'
import type { Visitor } from '../pages/visitor.ts'
import { keyOf, type PeopleStore } from '../people/people.ts'
import type { MyProgramme } from './my-programme.ts'
import type { Questions } from './questions.ts'
import type { SpokenLanguages } from './spoken-languages.ts'

/** Erases all that is known of somebody, what is stored and what was said in every session of theirs, and says so. */
export function openForgetting({
  assistant,
  people,
  questions,
  languages,
  mine,
}: {
  readonly assistant: Pick<Assistant, 'forget'>
  readonly people: Pick<PeopleStore, 'forget'>
  readonly questions: Pick<Questions, 'forget'>
  readonly languages: Pick<SpokenLanguages, 'forget'>
  readonly mine: Pick<MyProgramme, 'forget'>
}): (visitor: Visitor, language: Language) => Promise<Page> {
  return async ({ person, session }, language) => {
    await languages.forget(person)
    await people.forget(person)
    await mine.forget(person)
    for (const known of [session, ...questions.forget(keyOf(person))]) assistant.forget(known)
    return notePage(language, say(language, 'notice.forgotten'))
  }
}
