import type { Link } from '../programme/programme.ts'

/**
 * A document in the order of its reading, whatever format it has. Levels of headings begin at 1; a heading that only
 * looks like one (a bold line, a question on a line of its own) has the level 7.
 */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly links: readonly Link[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

/** The level of what only looks like a heading. */
export const looksLikeHeading = 7
