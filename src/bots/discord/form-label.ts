import { shorten } from '../shorten.ts'

/** discord.com/developers/docs/components/reference: the title of a modal, and the label of a field. */
const longest = 45

/** A text as the title of a form, or as the label of a field of it. */
export function formLabel(text: string): string {
  return shorten(text, longest)
}
