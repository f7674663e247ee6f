import type { Nodes, Root, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import type { Link } from '../programme/programme.ts'
import { plainText } from '../files/markup.ts'
import { looksLikeHeading, type Block } from './block.ts'
import { htmlBlocks } from './html.ts'

/** A Markdown page, without its front matter, comments and imports of components. */
export function markdownBlocks(text: string): Block[] {
  const body = text
    .replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, '')
    .replaceAll(/<!--[\s\S]*?-->|\{\/\*[\s\S]*?\*\/\}/g, '')
    .replaceAll(/^(?:import|export)\s.*$/gm, '')
  const root: Root = fromMarkdown(body, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
  return joinHtml(root.children).flatMap(blockOf)
}

/** What stands between an opening and a closing tag belongs to it: `<details>` with Markdown in it. */
function joinHtml(nodes: readonly RootContent[]): RootContent[] {
  return nodes.filter((node) => node.type !== 'html' || /[\p{L}\p{N}]/u.test(plainText(node.value).text))
}

function blockOf(node: RootContent): Block[] {
  switch (node.type) {
    case 'heading':
      return textBlock('heading', node, node.depth)
    case 'html':
      return htmlBlocks(node.value).map((block) => asQuestion(block, node.value))
    case 'table':
      return [{ kind: 'table', rows: node.children.map((row) => row.children.map((cell) => textOf(cell, []))) }]
    case 'blockquote':
      return node.children.flatMap(blockOf)
    case 'paragraph':
      return isStrong(node) ? textBlock('heading', node, looksLikeHeading) : textBlock('text', node)
    case 'list':
    case 'code':
      return textBlock('text', node)
    default:
      return []
  }
}

/** `<summary>` in Markdown is what opens, so what it says is what the rest answers. */
function asQuestion(block: Block, html: string): Block {
  return block.kind === 'text' && /<summary/i.test(html) && !block.text.includes('\n')
    ? { kind: 'heading', level: looksLikeHeading, text: block.text }
    : block
}

function isStrong(node: Nodes): boolean {
  return node.type === 'paragraph' && node.children.length === 1 && node.children[0]!.type === 'strong'
}

function textBlock(kind: 'heading' | 'text', node: Nodes, level = 0): Block[] {
  const links: Link[] = []
  const text = textOf(node, links).trim()
  if (text === '') return []
  return kind === 'heading' ? [{ kind, level, text }] : [{ kind, text, links }]
}

function textOf(node: Nodes, links: Link[]): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value
    case 'html':
      return plainText(node.value).text
    case 'break':
      return '\n'
    case 'image':
      return ''
    case 'link': {
      const label = node.children.map((child) => textOf(child, links)).join('')
      if (/^https?:/.test(node.url)) links.push({ label, url: node.url })
      return label
    }
    case 'list':
      return node.children
        .map((item, at) => itemOf(item, node.ordered ? `${(node.start ?? 1) + at}.` : '•', links))
        .join('\n')
    default: {
      if (!('children' in node)) return ''
      const between = node.type === 'listItem' || node.type === 'blockquote' ? '\n' : ''
      return node.children.map((child) => textOf(child, links)).join(between)
    }
  }
}

function itemOf(item: Nodes, sign: string, links: Link[]): string {
  return `${sign} ${textOf(item, links).trim()}`
}
