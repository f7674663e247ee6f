import { deeds, type Deed } from '../../languages/language-data.ts'
import type { Entry, Pack } from '../../knowledge/pack.ts'
import { wantsYesOrNo, type Question } from '../understanding/question.ts'
import { saysMark, textsOf } from './says-mark.ts'
import type { Turn } from './turn.ts'

/**
 * What a question asks who did, and the entry does not speak of in any language: who chaired, where it only says who
 * took part. Undefined where it does, or where no such thing is asked.
 */
export function missingDeed(entry: Entry, { question, knowledge }: Turn): Deed | undefined {
  const asksWho = question.asked.has('who') || asksWhichPersons(question)
  if (!asksWho || wantsYesOrNo(question)) return undefined
  const asked = deeds.filter((deed) => question.words.some(({ marks }) => marks.has(deed)))
  // A plain text names who does it, in whatever words: "the workshop is with Anna Vale".
  if (entry.says.length === 0 && (entry.people.length > 0 || namesSomebody(entry, knowledge.pack))) return undefined
  return asked.find((deed) => !hasRole(entry, deed) && !saysMark(textsOf(entry), deed, knowledge))
}

/** Whether typed data name whoever did it. */
function hasRole({ speakers, chairs, organisers, place }: Entry, deed: Deed): boolean {
  // Where it was, is who hosted it.
  if (deed === 'hosted') return place !== undefined
  if (deed === 'spoke') return speakers.length > 0
  return (deed === 'chaired' && chairs.length > 0) || (deed === 'organised' && organisers.length > 0)
}

/** "What will they sign at the end?" asks what is done, and not when. */
export function asksDeed({ words }: Question): boolean {
  return words.some(({ marks, role }) => role === 'content' && deeds.some((deed) => marks.has(deed)))
}

/** "Which ministers", "қай президенттер". */
function asksWhichPersons({ words }: Question): boolean {
  return words.some(({ marks }, at) => marks.has('persons') && words[at - 1]?.role === 'asking')
}

/** Two words with capitals, as the names of people have. */
const fullName = /\p{Lu}[\p{Ll}’'-]+\s+\p{Lu}[\p{Ll}’'-]+/u

function namesSomebody({ text }: Entry, { languages }: Pack): boolean {
  return languages.some((language) => fullName.test(text[language] ?? ''))
}
