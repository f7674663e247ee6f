import { withoutNotes, type Copy } from '../core/mailing/copy.ts'

/** The ways in which messages can be made of a copy, the usual one first; no two have as many messages. */
export type LayoutsOf<Part> = (copy: Copy) => readonly Part[][]

/**
 * The usual way; or, for a copy of which an earlier version is out, the one of so many messages, if there is one, be it
 * without the notes of what was corrected: messages can be changed, but none comes or goes.
 */
export function layoutFor<Part>(layoutsOf: LayoutsOf<Part>, copy: Copy, messages?: number): Part[] {
  const [usual] = layoutsOf(copy)
  if (messages === undefined || messages === usual!.length) return usual!
  return allLayouts(layoutsOf, copy).find(({ length }) => length === messages) ?? usual!
}

/** Of how many messages a copy can be made, the usual number first. */
export function sizesOf<Part>(layoutsOf: LayoutsOf<Part>, copy: Copy): number[] {
  return [...new Set(allLayouts(layoutsOf, copy).map(({ length }) => length))]
}

function allLayouts<Part>(layoutsOf: LayoutsOf<Part>, copy: Copy): Part[][] {
  return [...layoutsOf(copy), ...layoutsOf(withoutNotes(copy))]
}
