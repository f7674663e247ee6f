import { languages } from '../knowledge/language.ts'
import type { Entry } from '../knowledge/pack.ts'
import { namesOf } from '../knowledge/refer.ts'
import { readConcepts } from '../lexicon/concepts.ts'
import { plainWords } from './plain-words.ts'
import { ofPack, type Look } from './warning.ts'

/** What people ask at every event, by the ids of the lexicon; one of a line answers for all of it. */
const asked: readonly (readonly string[])[] = [
  ['wifi'],
  ['lunch', 'food', 'dinner'],
  ['drinking-water', 'drink'],
  ['registration', 'accreditation', 'badge'],
  ['cloakroom', 'locker', 'luggage'],
  ['toilet'],
  ['parking'],
  ['public-transport', 'shuttle', 'bus', 'transport'],
  ['taxi'],
  ['airport', 'transfer'],
  ['hotel', 'accommodation'],
  ['visa'],
  ['dress-code'],
  ['interpretation', 'language'],
  ['livestream', 'recording'],
  ['slides', 'materials'],
  ['certificate'],
  ['prayer'],
  ['disabled-access'],
  ['first-aid', 'doctor'],
  ['emergency', 'safety'],
  ['lost-and-found'],
  ['refund'],
  ['contacts', 'contact-person', 'email', 'phone'],
]

/** Topics that people will ask about and no entry answers. */
export const unansweredTopics: Look = (checked) => {
  const { pack } = checked
  const concepts = new Map(readConcepts().map((concept) => [concept.id, concept]))
  const topics = new Set(pack.entries.flatMap(({ topic }) => topic ?? []))
  const practical = pack.entries.filter(({ type }) => type !== 'person')
  const said = ` ${practical.map(titlesOf).join(' | ')} `
  const missing = asked.filter((group) => {
    if (group.some((id) => topics.has(id))) return false
    const words = group.flatMap((id) => languages.flatMap((language) => concepts.get(id)?.words.get(language) ?? []))
    return !words.some((word) => said.includes(` ${plainWords(word)} `))
  })
  if (missing.length === 0) return []
  const names = missing.map(([id]) => concepts.get(id!)?.words.get('en')?.[0] ?? id!)
  return [
    ofPack(
      checked,
      'topics',
      `nothing answers what people ask everywhere: ${names.join(', ')}; add entries for what you know of it`,
    ),
  ]
}

function titlesOf({ title, names, says, details }: Entry): string {
  const contact = details.phones !== undefined || details.emails !== undefined ? ['contacts'] : []
  const all = [...Object.values(title), ...namesOf(names), ...contact]
  return [...all, ...says.flatMap(({ text }) => Object.values(text).map((words) => words.slice(0, 200)))]
    .map(plainWords)
    .join(' | ')
}
