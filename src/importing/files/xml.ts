import { SaxesParser } from 'saxes'
import { UnreadableFile } from '../programme/unreadable-file.ts'
import { limits } from './limits.ts'

/** An element: its name without a prefix, its attributes, the elements in it and its own text. */
export type Element = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/**
 * A well-formed document as a tree. A document type is refused: it is where entities of its own, and files from
 * elsewhere, would come in. Throws an UnreadableFile that names the line.
 */
export function parseXml(text: string): Element {
  const parser = new SaxesParser()
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open: Element[] = [root]
  const refuse = (message: string): never => {
    throw new UnreadableFile(message, `line ${parser.line}`)
  }
  parser.on('error', ({ message }) =>
    refuse(`no well-formed XML (${message.replace(/^\d+:\d+:\s*/, '')}); export it anew`),
  )
  parser.on('doctype', () =>
    refuse('it declares a document type, with which files from elsewhere could come in; remove it'),
  )
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > limits.depth) refuse(`elements are nested more than ${limits.depth} deep; this is no programme`)
    const element = { name: name.replace(/^.*:/, ''), attributes, children: [], text: '' }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('text', (words) => void (open.at(-1)!.text += words))
  parser.on('cdata', (words) => void (open.at(-1)!.text += words))
  parser.on('closetag', () => void open.pop())
  parser.write(text).close()
  return root.children[0]!
}

/** The elements of a name directly in another. */
export function childrenOf(element: Element, name: string): Element[] {
  return element.children.filter((child) => child.name === name)
}

/** The text of the first element of a name directly in another; undefined if there is none, or nothing in it. */
export function textOf(element: Element, name: string): string | undefined {
  const text = element.children.find((child) => child.name === name)?.text.trim()
  return text === '' ? undefined : text
}
