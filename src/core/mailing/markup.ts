import type { BlockContent, List, PhrasingContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { toMarkdown } from 'mdast-util-to-markdown'

/** What an announcement's text may hold: what every platform can show. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold' | 'italic'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly address: string; readonly children: readonly Inline[] }

export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  /** `first`: the number of the first item; undefined for bullets. */
  | { readonly kind: 'list'; readonly first: number | undefined; readonly items: readonly (readonly Block[])[] }

/** Everything else of Markdown means itself: "# 5", "> 3" and "<b>" are said as they are written. */
const unread = {
  disable: {
    null: [
      'headingAtx',
      'setextUnderline',
      'codeIndented',
      'codeFenced',
      'codeText',
      'blockQuote',
      'thematicBreak',
      'htmlFlow',
      'htmlText',
      'labelStartImage',
      'definition',
    ],
  },
}

/** Reads Markdown: bold, italic, links and lists. A line break is one, as people who write on a phone mean it. */
export function readMarkup(markdown: string): Block[] {
  return blocksOf(fromMarkdown(markdown, { extensions: [unread] }).children as BlockContent[])
}

/** A text that is none as Markdown that shows it letter for letter. */
export function writeMarkup(text: string): string {
  return text
    .split('\n')
    .map((line) => toMarkdown({ type: 'paragraph', children: [{ type: 'text', value: line }] }).trimEnd())
    .join('\n')
}

function blocksOf(nodes: readonly BlockContent[]): Block[] {
  return nodes.flatMap((node): Block[] => {
    if (node.type === 'paragraph') return [{ kind: 'paragraph', children: inlinesOf(node.children) }]
    return node.type === 'list' ? [listOf(node)] : []
  })
}

function listOf({ ordered, start, children }: List): Block {
  return {
    kind: 'list',
    first: ordered ? (start ?? 1) : undefined,
    items: children.map((item) => blocksOf(item.children as BlockContent[])),
  }
}

function inlinesOf(nodes: readonly PhrasingContent[]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    switch (node.type) {
      case 'text':
        return [{ kind: 'text', text: node.value }]
      case 'break':
        return [{ kind: 'text', text: '\n' }]
      case 'strong':
        return [{ kind: 'bold', children: inlinesOf(node.children) }]
      case 'emphasis':
        return [{ kind: 'italic', children: inlinesOf(node.children) }]
      case 'link':
        return [{ kind: 'link', address: node.url, children: inlinesOf(node.children) }]
      default:
        return []
    }
  })
}

/** Addresses that links lead to and that no platform opens. */
export function badAddresses(markdown: string): string[] {
  return addressesIn(readMarkup(markdown)).filter((address) => !/^https?:$/.test(URL.parse(address)?.protocol ?? ''))
}

function addressesIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'list' ? block.items.flatMap(addressesIn) : block.children.flatMap(addressesOf),
  )
}

function addressesOf(inline: Inline): string[] {
  if (inline.kind === 'text') return []
  return [...(inline.kind === 'link' ? [inline.address] : []), ...inline.children.flatMap(addressesOf)]
}

/** How a platform writes each piece; texts come as they are, to be escaped. */
export type Dress = {
  readonly text: (text: string) => string
  readonly bold: (dressed: string) => string
  readonly italic: (dressed: string) => string
  readonly link: (dressed: string, address: string) => string
}

/** Blocks in a platform's mark-up: paragraphs parted by an empty line, items with a bullet or their number. */
export function dressBlocks(blocks: readonly Block[], dress: Dress): string {
  return blocks
    .map((block) => (block.kind === 'list' ? dressList(block, dress, '') : dressInlines(block.children, dress)))
    .join('\n\n')
}

function dressList({ first, items }: Extract<Block, { kind: 'list' }>, dress: Dress, indent: string): string {
  return items
    .map((item, at) => {
      const mark = first === undefined ? '•' : `${first + at}.`
      const parts = item.map((block) =>
        block.kind === 'list' ? dressList(block, dress, `${indent}   `) : dressInlines(block.children, dress),
      )
      return `${indent}${dress.text(mark)} ${parts.join('\n')}`
    })
    .join('\n')
}

function dressInlines(inlines: readonly Inline[], dress: Dress): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text') return dress.text(inline.text)
      const inside = dressInlines(inline.children, dress)
      return inline.kind === 'link' ? dress.link(inside, inline.address) : dress[inline.kind](inside)
    })
    .join('')
}

/** Markdown as it is read where there is no mark-up, and its signs would stand as such. */
export function plainOf(markdown: string): string {
  return dressBlocks(readMarkup(markdown), plainDress)
}

/** The same without any mark-up. */
export const plainDress: Dress = {
  text: (text) => text,
  bold: (dressed) => dressed,
  italic: (dressed) => dressed,
  link: (dressed, address) => (dressed === address ? dressed : `${dressed} (${address})`),
}
