import { dressInlines, plainDress, type Dress, type Inline } from './markup.ts'
import { readMarkup } from './read-markup.ts'

/** Markdown in a platform's mark-up. */
export function dressMarkdown(markdown: string, dress: Dress): string {
  return dressInlines(readMarkup(markdown), dress)
}

/** Markdown as it is read where there is no mark-up, and its signs would stand as such. */
export function plainOf(markdown: string): string {
  return dressMarkdown(markdown, plainDress)
}

/** A text that is none as Markdown that shows it letter for letter. Addresses are links all the same. */
export function writeMarkup(text: string): string {
  return text.replaceAll(
    /https?:\/\/[^\s<>"]+|(\\*)([*~|`[\]])/g,
    (found, slashes: string | undefined, sign: string | undefined) =>
      sign === undefined ? found : `${slashes}${slashes}\\${sign}`,
  )
}

/** Addresses that links lead to and that no platform opens. */
export function badAddresses(markdown: string): string[] {
  return addressesIn(readMarkup(markdown)).filter((address) => !/^https?:$/.test(URL.parse(address)?.protocol ?? ''))
}

function addressesIn(inlines: readonly Inline[]): string[] {
  return inlines.flatMap((inline) => {
    if (!('children' in inline)) return []
    return [...(inline.kind === 'link' ? [inline.address] : []), ...addressesIn(inline.children)]
  })
}
