import type { Line } from '../core/answering/reply.ts'
import { beginning } from './shorten.ts'

/** Less room is not worth the beginning of a long line. */
const leastRoom = 200

/**
 * Lines as one message, or as several where one could not hold them, so that each line's mark-up stays whole. `most`:
 * UTF-16 units of a message; `extra`: those that dressing a line of a kind adds. Lines are parted by one unit.
 */
export function layOut(lines: readonly Line[], most: number, extra: (kind: Line['kind']) => number): Line[][] {
  const messages: Line[][] = []
  let current: Line[] = []
  let length = 0
  for (const { kind, text } of lines) {
    if (text.trim() === '') continue
    for (let rest = text; rest !== '';) {
      const left = most - length - (current.length > 0 ? 1 : 0) - extra(kind)
      // What fits into a message of its own is not cut; what does not begins where there is room.
      if (current.length > 0 && rest.length > left && (rest.length + extra(kind) <= most || left < leastRoom)) {
        flush()
        continue
      }
      const piece = cut(rest, left)
      length += piece.length + extra(kind) + (current.length > 0 ? 1 : 0)
      current.push({ kind, text: piece })
      rest = rest.slice(piece.length).trimStart()
    }
  }
  if (current.length > 0) flush()
  return messages

  function flush(): void {
    messages.push(current)
    current = []
    length = 0
  }
}

/**
 * The beginning of a text that fits, cut at a space where there is one, and never between a backslash and what it
 * escapes.
 */
function cut(text: string, room: number): string {
  const piece = beginning(text, room)
  if (piece.length === text.length) return piece
  const space = piece.search(/\s\S*$/)
  return space > room / 2 ? piece.slice(0, space) : piece.replace(/(?<!\\)((?:\\\\)*)\\$/, '$1')
}
