import { normalise } from '../core/text/normalise.ts'

/** The words of a text with one space between them, whatever their case and the signs around them. */
export function plainWords(text: string): string {
  return (normalise(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}
