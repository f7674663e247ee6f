import type { Fact } from '../programme/programme.ts'
import type { Localised } from '../../knowledge/pack.ts'
import { topicLabel, topicNamed } from './topics.ts'
import { cellOf, linksOf, wordsOf, type ReadTable } from './rows.ts'

/** Questions with their answers, a row each. A question that nobody has answered yet is left out. */
export function readFacts(table: ReadTable): Fact[] {
  return table.rows.flatMap((row) => {
    const title = wordsOf(table, row, 'question')
    const text = wordsOf(table, row, 'answer')
    const named = cellOf(table, row, 'topic')
    const topic = named === undefined ? undefined : topicNamed(named)
    const phone = cellOf(table, row, 'phone')
    const email = cellOf(table, row, 'email')
    const links = linksOf(table, row)
    const [called] = [...Object.values(title), named]
    const answers = Object.keys(text).length + links.length > 0 || phone !== undefined || email !== undefined
    if (called === undefined || !answers) return []
    return [
      {
        key: cellOf(table, row, 'id') ?? called,
        // A topic without a question of its own is asked about by its name.
        title: Object.keys(title).length > 0 ? title : namedIn(named ?? called, text),
        text,
        ...(topic !== undefined && { topic }),
        ...(phone !== undefined && { phone }),
        ...(email !== undefined && { email }),
        links,
      },
    ]
  })
}

/** The names of a topic, "parking / парковка", each for a language that the answer is in; else the first for all. */
function namedIn(named: string, text: Localised): Localised {
  const topic = topicNamed(named)
  const [first] = named.split('/').map((name) => name.trim()) as [string]
  return Object.fromEntries(
    Object.keys(text).map((language) => [language, capitalised((topic && topicLabel(topic, [language])) || first)]),
  )
}

function capitalised(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1)
}
