import mammoth from 'mammoth'
import { firstLine } from '../../knowledge/pack-files.ts'
import { UnreadableFile } from '../programme/unreadable-file.ts'
import { safeArchive } from '../files/archive.ts'
import type { Block } from './block.ts'
import { htmlBlocks } from './html.ts'

/** Parts of a .docx file that hold text; no pictures, embedded files or macros. */
const textParts = new Set(
  (
    '[Content_Types].xml _rels/.rels word/_rels/document.xml.rels word/document.xml word/styles.xml ' +
    'word/numbering.xml word/footnotes.xml word/endnotes.xml'
  ).split(' '),
)

/** A .docx document. Throws an UnreadableFile for what is none, or too large. */
export async function wordBlocks(bytes: Uint8Array): Promise<Block[]> {
  const archive = safeArchive(bytes, (name) => textParts.has(name))
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(archive) },
      { externalFileAccess: false, convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) },
    )
    return htmlBlocks(value)
  } catch (error) {
    throw new UnreadableFile(`no document that can be read (${firstLine(error)}); save it as .docx anew`)
  }
}
