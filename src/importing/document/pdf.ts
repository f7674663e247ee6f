import { extractTextItems, getDocumentProxy, type StructuredTextItem } from 'unpdf'
import { firstLine } from '../../knowledge/pack-files.ts'
import { UnreadableFile } from '../programme/unreadable-file.ts'
import { limits } from '../files/limits.ts'
import { looksLikeHeading, type Block } from './block.ts'

/** One line of a page. `gap`: the room above it, in heights of its letters. */
type Line = { readonly text: string; readonly size: number; readonly gap: number }

/**
 * The text of a PDF: lines joined to paragraphs, larger lines as headings. A scan has none. Throws an UnreadableFile
 * for what is no PDF, is locked, or has no text.
 */
export async function pdfBlocks(bytes: Uint8Array): Promise<Block[]> {
  const pages = await itemsOf(bytes)
  const lines = pages.flatMap(linesOf)
  if (lines.every(({ text }) => text.trim() === ''))
    throw new UnreadableFile('it has no text in it, only pictures; use the document that it was made of')
  return blocksOf(lines)
}

/** How much pdf.js tells of what it meets: VerbosityLevel.ERRORS. */
const errorsOnly = 0

async function itemsOf(bytes: Uint8Array): Promise<StructuredTextItem[][]> {
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: errorsOnly })
    if (pdf.numPages > limits.pages)
      throw new UnreadableFile(`more than ${limits.pages} pages; leave out what is no programme`)
    return (await extractTextItems(pdf)).items
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    throw new UnreadableFile(`no PDF that can be read (${firstLine(error)}); save it without a password anew`)
  }
}

/** Items of about the same height are one line, from left to right; wide gaps become a space. */
function linesOf(items: readonly StructuredTextItem[]): Line[] {
  const lines: StructuredTextItem[][] = []
  for (const item of items) {
    if (item.str.trim() === '') continue
    const known = lines.find(([first]) => Math.abs(first!.y - item.y) < first!.fontSize / 2)
    if (known) known.push(item)
    else lines.push([item])
  }
  const sorted = lines.toSorted(([a], [b]) => b!.y - a!.y)
  return sorted.map((line, at) => {
    const [first] = line as [StructuredTextItem]
    const above = sorted[at - 1]?.[0]
    const parts = line.toSorted((a, b) => a.x - b.x)
    const text = parts
      .map(({ str }) => str)
      .join(' ')
      .replaceAll(/\s+/g, ' ')
      .trim()
    return { text, size: first.fontSize, gap: above ? (above.y - first.y) / first.fontSize : 2 }
  })
}

function blocksOf(lines: readonly Line[]): Block[] {
  const usual = usualSize(lines)
  const blocks: Block[] = []
  let paragraph = ''
  const close = (): void => {
    if (paragraph !== '') blocks.push({ kind: 'text', text: paragraph, links: [] })
    paragraph = ''
  }
  for (const { text, size, gap } of lines) {
    const heading = size > usual * 1.12 && text.length < 160
    const question = text.endsWith('?') && text.length < 160 && (paragraph === '' || gap > 1.6)
    if (heading || question) {
      close()
      blocks.push({ kind: 'heading', level: heading ? levelOf(size, usual) : looksLikeHeading, text })
    } else {
      if (gap > 1.8) close()
      // A hyphen at the end of a line parts a word; a number of a page stands alone.
      if (/^\d{1,3}$/.test(text)) continue
      paragraph = /\p{Ll}-$/u.test(paragraph) ? paragraph.slice(0, -1) + text : `${paragraph} ${text}`.trim()
    }
  }
  close()
  return blocks
}

function levelOf(size: number, usual: number): number {
  return size > usual * 1.6 ? 1 : size > usual * 1.3 ? 2 : 3
}

/** The size that most letters have. */
function usualSize(lines: readonly Line[]): number {
  const letters = new Map<number, number>()
  for (const { text, size } of lines) letters.set(size, (letters.get(size) ?? 0) + text.length)
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 10
}
