import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import type { Link } from '../programme/programme.ts'

/** A text without its mark-up, and the links that it had. */
export type Plain = { readonly text: string; readonly links: readonly Link[] }

/** Elements that show nothing to a reader of the page, or nothing of the page itself. */
export const unseen = new Set(
  (
    'script style template noscript iframe object embed svg math head title nav footer form button select textarea ' +
    'audio video canvas'
  ).split(' '),
)

const blocks = new Set(
  'p div section article ul ol li table tr h1 h2 h3 h4 h5 h6 blockquote pre dl dt dd br'.split(' '),
)

/** The words of HTML or Markdown as they would be read; lines where paragraphs and items end. */
export function plainText(markup: string): Plain {
  const isHtml = /<\/?[a-z][^<>]*>|&[a-z]+;|&#\d+;/i.test(markup)
  // Whoever writes Markdown may put HTML in it, and the other way round.
  const links: Link[] = []
  const words = isHtml ? wordsOf(parseFragment(markup), links) : markup
  const text = words
    .replaceAll(/!\[([^\]]*)\]\([^)\s]*\)/g, '$1')
    .replaceAll(/\[([^\]]+)\]\((https?:[^)\s]+)[^)]*\)/g, (_all, label: string, url: string) => {
      links.push({ label, url })
      return label
    })
    .replaceAll(/(?<![\p{L}\p{N}*])(\*\*|\*|__|`)(?=\S)([^*`]+?)(?<=\S)\1(?![\p{L}\p{N}*])/gu, '$2')
    .replaceAll(/^#+\s+/gm, '')
    .replaceAll(/^\s*[*+-]\s+/gm, '• ')
    .replaceAll(/\\\n/g, '\n')
  return { text: tidy(text), links }
}

/** The words below a node, with a line end at each block; links are added to `links`. */
export function wordsOf(node: Tree.Node, links: Link[], depth = 0): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value.replaceAll(/\s+/g, ' ')
  if (unseen.has(node.nodeName) || isHidden(node) || !('childNodes' in node) || depth > 500) return ''
  const words = node.childNodes.map((child) => wordsOf(child, links, depth + 1)).join('')
  if (node.nodeName === 'a') {
    const url = attributeOf(node, 'href')
    if (url !== undefined && /^https?:\/\//i.test(url)) links.push({ label: words.trim(), url })
  }
  if (node.nodeName === 'li') return `\n• ${words.trim()}\n`
  return blocks.has(node.nodeName) ? `\n${words}\n` : words
}

function attributeOf(node: Tree.Node, name: string): string | undefined {
  return 'attrs' in node ? node.attrs.find((attribute) => attribute.name === name)?.value : undefined
}

export function isHidden(node: Tree.Node): boolean {
  const style = attributeOf(node, 'style') ?? ''
  return (
    attributeOf(node, 'hidden') !== undefined ||
    attributeOf(node, 'aria-hidden') === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
  )
}

/** Lines without space at their ends, none empty. */
export function tidy(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b\u2060\ufeff]/g, '')
    .split(/\r?\n/)
    .map((line) => line.replaceAll(/[\s\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}
