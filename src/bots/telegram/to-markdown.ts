import type { MessageEntity } from 'grammy/types'
import { writeMarkup } from '../../core/mailing/markdown.ts'
import { readMarkup } from '../../core/mailing/read-markup.ts'

/** What announcements can show of how a message is written, as a sign or as the name of a span. */
const signs: Readonly<Partial<Record<MessageEntity['type'], { sign?: string; span: string }>>> = {
  bold: { sign: '**', span: 'bold' },
  italic: { sign: '*', span: 'italic' },
  underline: { span: 'underline' },
  strikethrough: { span: 'strike' },
  spoiler: { span: 'spoiler' },
  code: { span: 'code' },
  pre: { span: 'pre' },
  blockquote: { span: 'quote' },
  expandable_blockquote: { span: 'quote' },
}

/** What stands over several lines as one. */
const wholes: ReadonlySet<MessageEntity['type']> = new Set(['pre', 'blockquote', 'expandable_blockquote'])

/**
 * A message as Markdown, so that what an organizer made bold in the app is bold everywhere, and nothing else is. One
 * that was written without the app's formatting is taken as Markdown itself.
 */
export function messageToMarkdown(text: string, entities: readonly MessageEntity[] = []): string {
  const marks = entities
    .filter(({ type }) => type in signs || type === 'text_link')
    .flatMap((mark) => (wholes.has(mark.type) ? [mark] : perLine(text, mark)))
    .toSorted((a, b) => a.offset - b.offset || b.length - a.length)
  return marks.length === 0 ? text : marked(text, 0, text.length, marks)
}

/** A mark of each line that it reaches over: signs stand at the edges of words. */
function perLine(text: string, mark: MessageEntity): MessageEntity[] {
  const end = mark.offset + mark.length
  const parts: MessageEntity[] = []
  for (const found of text.slice(mark.offset, end).matchAll(/[^\n]+/g)) {
    const line = found[0]
    const offset = mark.offset + found.index + (line.length - line.trimStart().length)
    if (line.trim() !== '') parts.push({ ...mark, offset, length: line.trim().length })
  }
  return parts
}

/** A stretch of a text; a mark that reaches over the end is cut there. */
function marked(text: string, start: number, end: number, marks: readonly MessageEntity[]): string {
  let written = ''
  let at = start
  for (const [nth, mark] of marks.entries()) {
    const from = Math.max(mark.offset, at)
    const to = Math.min(mark.offset + mark.length, end)
    if (from >= to) continue
    written += writeMarkup(text.slice(at, from))
    const inside = marked(text, from, to, marks.slice(nth + 1))
    written += dressed(mark, inside, {
      before: text[from - 1] ?? '',
      words: text.slice(from, to),
      after: text[to] ?? '',
    })
    at = to
  }
  return written + writeMarkup(text.slice(at, end))
}

/** By its sign where that stands at the edges of words, else as a span. */
function dressed(
  mark: MessageEntity,
  inside: string,
  { before, words, after }: { readonly before: string; readonly words: string; readonly after: string },
): string {
  if (mark.type === 'text_link') return `[${inside}](${mark.url})`
  const { sign, span } = signs[mark.type]!
  const bySign = `${sign}${inside}${sign}`
  const [only, ...more] = sign === undefined ? [] : readMarkup(bySign)
  const isApart = !/[\p{L}\p{N}*]/u.test(before + after) && /^[\p{L}\p{N}]/u.test(words)
  const isRead = isApart && only?.kind === span && more.length === 0
  return isRead ? bySign : `[${inside}]{.${span}}`
}
