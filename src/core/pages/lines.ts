import type { Line } from '../answering/reply.ts'

/** What a page says first and foremost. */
export function fact(text: string): Line {
  return { kind: 'fact', text }
}

/** A paragraph. */
export function text(text: string): Line {
  return { kind: 'text', text }
}

/** One of a list. */
export function item(text: string): Line {
  return { kind: 'item', text }
}

/** What an organizer wrote, as its readers will see it. */
export function marked(markdown: string): Line {
  return { kind: 'marked', text: markdown }
}

/** What is said in passing. */
export function note(text: string): Line {
  return { kind: 'note', text }
}
