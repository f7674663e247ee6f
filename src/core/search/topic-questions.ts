import { languages, type Language } from '../../knowledge/language.ts'
import type { Topic } from '../../topics/topic.ts'
import type { TextField } from './inverted-index.ts'

type Reader = (text: string, language: Language, weight: number) => TextField

const readBefore = new WeakMap<Topic, readonly (readonly TextField[])[]>()

/** What people ask of a topic, language by language: read once in a process, since it is the same for every pack. */
export function questionsRead(topic: Topic, read: Reader): readonly (readonly TextField[])[] {
  return readBefore.getOrInsertComputed(topic, ({ questions }) =>
    languages.map((language) => questions[language].map((question) => read(question, language, 1))),
  )
}
