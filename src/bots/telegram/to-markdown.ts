import type { MessageEntity } from 'grammy/types'
import type { PhrasingContent } from 'mdast'
import { toMarkdown } from 'mdast-util-to-markdown'

/** What announcements can show of how a message is written. */
const shown = new Set(['bold', 'italic', 'text_link'])

/**
 * A message as Markdown, so that what an organizer made bold in the app is bold everywhere. One that was written
 * without the app's formatting is taken as Markdown itself.
 */
export function messageToMarkdown(text: string, entities: readonly MessageEntity[] = []): string {
  const marks = entities
    .filter(({ type }) => shown.has(type))
    .toSorted((a, b) => a.offset - b.offset || b.length - a.length)
  if (marks.length === 0) return text
  // A line at a time: lines are what becomes of them, not paragraphs.
  const lines: string[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const end = start + line.length
    lines.push(toMarkdown({ type: 'paragraph', children: phrasing(text, start, end, marks) }).replace(/\n$/, ''))
    start = end + 1
  }
  return lines.join('\n')
}

/** The stretch of a text as nodes; a mark that reaches over the end is cut there. */
function phrasing(text: string, start: number, end: number, marks: readonly MessageEntity[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  let at = start
  for (const [nth, mark] of marks.entries()) {
    const from = Math.max(mark.offset, at)
    const to = Math.min(mark.offset + mark.length, end)
    if (from >= to) continue
    if (from > at) nodes.push({ type: 'text', value: text.slice(at, from) })
    const children = phrasing(text, from, to, marks.slice(nth + 1))
    nodes.push(
      mark.type === 'text_link'
        ? { type: 'link', url: mark.url, children }
        : { type: mark.type === 'bold' ? 'strong' : 'emphasis', children },
    )
    at = to
  }
  if (at < end) nodes.push({ type: 'text', value: text.slice(at, end) })
  return nodes
}
