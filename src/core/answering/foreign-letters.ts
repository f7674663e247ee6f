import { allLanguages } from '../../languages/known/all.ts'

const scripts = [...new Set(allLanguages.map(({ script }) => script))].map((name) => String.raw`\p{Script=${name}}`)
const known = new RegExp(scripts.join('|'), 'gu')
const letters = /\p{L}/gu

/** Whether a text is written in letters that no language here has, for the greater part. */
export function isForeign(text: string): boolean {
  const all = text.match(letters)?.length ?? 0
  return all > 1 && (text.match(known)?.length ?? 0) * 2 < all
}
