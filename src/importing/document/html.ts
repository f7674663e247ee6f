import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import type { Link } from '../programme/programme.ts'
import { isHidden, tidy, unseen, wordsOf } from '../files/markup.ts'
import { looksLikeHeading, type Block } from './block.ts'

/** Deeper than any page is; what is below counts as words of what is above. */
const deepest = 300

const inline = new Set(
  'a abbr b bdi bdo cite code em i kbd mark q s small span strong sub sup time u var br img'.split(' '),
)

/**
 * What a reader sees of a web page: nothing of its scripts, styles, menus and hidden parts; only its main part if it
 * says which that is. `<summary>`, `<dt>` and lines that are all bold are headings of what follows.
 */
export function htmlBlocks(html: string): Block[] {
  const page = parse(html)
  const main = find(page, 'main') ?? find(page, 'article') ?? page
  const blocks: Block[] = []
  visit(main, blocks, 0)
  return blocks
}

function visit(node: Tree.Node, blocks: Block[], depth: number): void {
  if (unseen.has(node.nodeName) || isHidden(node) || !('childNodes' in node)) return
  const level = /^h([1-6])$/.exec(node.nodeName)?.[1]
  if (level !== undefined) return addHeading(node, Number(level), blocks)
  if (node.nodeName === 'summary' || node.nodeName === 'dt') return addHeading(node, looksLikeHeading, blocks)
  if (node.nodeName === 'table') return addTable(node, blocks)
  if (depth > deepest || node.nodeName === 'ul' || node.nodeName === 'ol') return addText([node], blocks)
  let run: Tree.Node[] = []
  for (const child of node.childNodes) {
    if (child.nodeName === '#text' || inline.has(child.nodeName)) {
      run.push(child)
      continue
    }
    addText(run, blocks)
    run = []
    visit(child, blocks, depth + 1)
  }
  addText(run, blocks)
}

function addHeading(node: Tree.Node, level: number, blocks: Block[]): void {
  const text = tidy(wordsOf(node, [])).replaceAll('\n', ' ')
  if (text !== '') blocks.push({ kind: 'heading', level, text })
}

function addText(nodes: readonly Tree.Node[], blocks: Block[]): void {
  const links: Link[] = []
  const text = tidy(nodes.map((node) => wordsOf(node, links)).join(''))
  if (text === '') return
  const bold = nodes.filter((node) => node.nodeName !== '#text' || tidy(wordsOf(node, [])) !== '')
  const strong = bold.length === 1 && ['b', 'strong'].includes(bold[0]!.nodeName)
  if (strong) blocks.push({ kind: 'heading', level: looksLikeHeading, text: text.replaceAll('\n', ' ') })
  else blocks.push({ kind: 'text', text, links })
}

function addTable(table: Tree.Node, blocks: Block[]): void {
  const rows: string[][] = []
  for (const row of all(table, 'tr', 0)) {
    if (!('childNodes' in row)) continue
    const cells = row.childNodes.filter(({ nodeName }) => nodeName === 'td' || nodeName === 'th')
    rows.push(cells.map((cell) => tidy(wordsOf(cell, []))))
  }
  if (rows.length > 0) blocks.push({ kind: 'table', rows })
}

function all(node: Tree.Node, name: string, depth: number): Tree.Node[] {
  if (node.nodeName === name) return [node]
  return 'childNodes' in node && depth < deepest ? node.childNodes.flatMap((child) => all(child, name, depth + 1)) : []
}

function find(node: Tree.Node, name: string): Tree.Node | undefined {
  const waiting: Tree.Node[] = [node]
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (next.nodeName === name) return next
    if ('childNodes' in next) for (const child of next.childNodes) waiting.push(child)
  }
  return undefined
}
