import type { Page } from '../../core/pages/page.ts'

/** An album as far as its messages have come to this process. */
export type AlbumHere = {
  /** How many of them are not yet done with. */
  waiting: number
  /** Whether it may be handled, as the first of them was found: a person sends all of them by one touch. */
  admission?: Promise<'go' | 'skip'>
  /** What is to be shown of it once all that are here are done with, and what that does not say. */
  page: Page | undefined
  readonly lacks: Set<string>
  /** The messages that show it. */
  shownIn: readonly number[]
}
