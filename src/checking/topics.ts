import { knownTopics } from '../core/knowledge-base/known-topics.ts'
import { isOfEvent, silentTopics } from '../core/knowledge-base/join-topics.ts'
import { rememberingTopics } from '../core/search/entry-topics.ts'
import { termOf } from '../core/text/term.ts'
import { readTopics, usualTopics } from '../topics/topics.ts'
import { at, ofPack, type Look } from './warning.ts'

/** Topics that people will ask about and no entry answers. */
export const unansweredTopics: Look = (checked) => {
  const { pack } = checked
  const topicsOf = rememberingTopics(knownTopics, termOf)
  if (!isOfEvent(pack, topicsOf)) return []
  const silent = silentTopics(pack, readTopics(), topicsOf)
  const names = silent.flatMap(({ id, title }) => (usualTopics.includes(id) ? title.en! : []))
  if (names.length === 0) return []
  const message = `nothing answers what people ask everywhere: ${names.join(', ')}; add entries for what you know of it`
  return [ofPack(checked, 'topics', message)]
}

/** Topics by another name: what people ask of them is not known. */
export const unknownTopics: Look = (checked) => {
  const known = new Set(readTopics().map(({ id }) => id))
  return checked.pack.entries.flatMap((entry) => {
    const { topic } = entry
    if (topic === undefined || known.has(topic)) return []
    return [at(entry, checked, 'topic', `${topic} is no topic that is known; src/topics/topics.yaml lists them`)]
  })
}
