import { knownTopics } from '../core/knowledge-base/known-topics.ts'
import { isOfEvent, silentTopics } from '../core/knowledge-base/join-topics.ts'
import { termOf } from '../core/text/term.ts'
import { readTopics, usualTopics } from '../topics/topics.ts'
import { at, ofPack, type Look } from './warning.ts'

/** Topics that people will ask about and no entry answers. */
export const unansweredTopics: Look = (checked) => {
  const { pack } = checked
  if (!isOfEvent(pack, knownTopics, termOf)) return []
  const declared = new Set(pack.entries.flatMap(({ type, topic }) => (type === 'gap' && topic ? [topic] : [])))
  const silent = silentTopics(pack, readTopics(), knownTopics(), termOf)
  const names = silent.flatMap(({ id, title }) => (usualTopics.includes(id) && !declared.has(id) ? title.en! : []))
  if (names.length === 0) return []
  const message = `nothing answers what people ask everywhere: ${names.join(', ')}; add entries for what you know of it`
  return [ofPack(checked, 'topics', message)]
}

/** Topics by another name: what people ask of them is not known. */
export const unknownTopics: Look = (checked) => {
  const known = readTopics().map(({ id }) => id)
  return checked.pack.entries.flatMap((entry) => {
    const { topic } = entry
    if (topic === undefined || known.includes(topic)) return []
    return [at(entry, checked, 'topic', `${topic} is no topic that is known; src/topics/topics.yaml lists them`)]
  })
}
