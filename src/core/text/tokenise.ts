import { normalise } from './normalise.ts'

/**
 * Runs of letters or of digits; a name such as COP30 or UNEA-7 is two tokens, so "cop 30" is the same. Letters for
 * private use stand for what was found before (see understanding/date-claims.ts).
 */
const word = /\p{L}[\p{L}\p{M}]*|\p{N}+|\p{Co}/gu

/** The words and numbers of a text in order, normalised. */
export function tokenise(text: string): string[] {
  return tokensOf(normalise(text))
}

/** The words and numbers of an already normalised text. */
export function tokensOf(normalised: string): string[] {
  return normalised.match(word) ?? []
}
