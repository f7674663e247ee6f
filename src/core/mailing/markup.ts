/** What an announcement's text may hold. Where a platform lacks something, its words stand alone. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  /** Shown as typed; `pre`: in lines of its own. */
  | { readonly kind: 'code' | 'pre'; readonly text: string }
  | { readonly kind: Mark; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly address: string; readonly children: readonly Inline[] }

/** What words are marked as. */
export type Mark = 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler' | 'quote'

/** How a platform writes each piece; texts, also those of code, come as they are, to be escaped. */
export type Dress = { readonly [mark in Mark]: (dressed: string) => string } & {
  readonly text: (text: string) => string
  readonly code: (text: string) => string
  readonly pre: (text: string) => string
  readonly link: (dressed: string, address: string) => string
}

/** A text in a platform's mark-up. */
export function dressInlines(inlines: readonly Inline[], dress: Dress): string {
  return inlines
    .map((inline) => {
      if (!('children' in inline)) return dress[inline.kind](inline.text)
      const inside = dressInlines(inline.children, dress)
      return inline.kind === 'link' ? dress.link(inside, inline.address) : dress[inline.kind](inside)
    })
    .join('')
}

/** How a text is read where there is no mark-up, and its signs would stand as such. */
export const plainDress: Dress = {
  text: same,
  code: same,
  pre: same,
  bold: same,
  italic: same,
  underline: same,
  strike: same,
  spoiler: same,
  quote: same,
  link: (dressed, address) => (dressed === address ? dressed : `${dressed} (${address})`),
}

function same(dressed: string): string {
  return dressed
}
