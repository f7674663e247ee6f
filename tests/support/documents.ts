import { crc32, deflateRawSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'

/** A paragraph of a Word document; `style` as Word names it, also in other languages: "heading 1". */
export type Paragraph = { readonly text: string; readonly style?: string; readonly bold?: boolean }

const schemas = 'http://schemas.openxmlformats.org'
const office = `${schemas}/officeDocument/2006/relationships`

/** A .docx file of paragraphs and tables, with the parts that Word writes. `more`: other parts of the archive. */
export function aWordFile(
  content: readonly (Paragraph | readonly (readonly string[])[])[],
  more: Readonly<Record<string, Uint8Array>> = {},
): Uint8Array {
  const words = `xmlns:w="${schemas}/wordprocessingml/2006/main"`
  const body = content.map((part) => ('text' in part ? paragraph(part) : table(part))).join('')
  const styles = [1, 2, 3].map(
    (level) => `<w:style w:type="paragraph" w:styleId="${level}"><w:name w:val="heading ${level}"/></w:style>`,
  )
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${schemas}/package/2006/content-types"><Default Extension="xml" ContentType="text/xml"/></Types>`,
    ),
    '_rels/.rels': relation('officeDocument', 'word/document.xml'),
    'word/_rels/document.xml.rels': relation('styles', 'styles.xml'),
    'word/styles.xml': strToU8(`<w:styles ${words}>${styles.join('')}</w:styles>`),
    'word/document.xml': strToU8(`<w:document ${words}><w:body>${body}</w:body></w:document>`),
    ...more,
  })
}

function relation(type: string, target: string): Uint8Array {
  const one = `<Relationship Id="r" Type="${office}/${type}" Target="${target}"/>`
  return strToU8(`<Relationships xmlns="${schemas}/package/2006/relationships">${one}</Relationships>`)
}

function paragraph({ text, style, bold }: Paragraph): string {
  const level = style?.at(-1)
  const look = level === undefined ? '' : `<w:pPr><w:pStyle w:val="${level}"/></w:pPr>`
  return `<w:p>${look}<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

function table(rows: readonly (readonly string[])[]): string {
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
}

function cell(text: string): string {
  return `<w:tc>${paragraph({ text })}</w:tc>`
}

/** A line of a PDF page: its text, in Latin letters, and the size of its letters. */
export type PdfLine = { readonly text: string; readonly size: number; readonly y: number }

/** A PDF of one page with these lines in Helvetica. `stream`: something else in their place, with its dictionary. */
export function aPdf(
  lines: readonly PdfLine[],
  stream?: { readonly dictionary: string; readonly bytes: Buffer },
): Uint8Array {
  const shown = lines.map(({ text, size, y }) => `BT /F1 ${size} Tf 50 ${y} Td (${text}) Tj ET`).join('\n')
  const { dictionary, bytes } = stream ?? { dictionary: '', bytes: Buffer.from(shown) }
  const objects = [
    Buffer.from('<</Type/Catalog/Pages 2 0 R>>'),
    Buffer.from('<</Type/Pages/Kids[3 0 R]/Count 1>>'),
    Buffer.from('<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>'),
    Buffer.concat([
      Buffer.from(`<<${dictionary}/Length ${bytes.length}>>\nstream\n`),
      bytes,
      Buffer.from('\nendstream'),
    ]),
    Buffer.from('<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>'),
  ]
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  for (const [index, object] of objects.entries()) {
    offsets.push(Buffer.concat(parts).length)
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n'))
  }
  const start = Buffer.concat(parts).length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    Buffer.from(`xref\n0 6\n0000000000 65535 f \n${rows}trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`),
  )
  return Buffer.concat(parts)
}

/** What an archive holds of a file: its bytes deflated, and what it says of them. */
export type Packed = { readonly deflated: Buffer; readonly size: number; readonly checksum: number }

export function packed(bytes: Buffer): Packed {
  return { deflated: deflateRawSync(bytes, { level: 1 }), size: bytes.length, checksum: crc32(bytes) }
}

/** A zip archive of one file, which says of it whatever is wished (APPNOTE.TXT, 4.3). */
export function anArchive({ name, deflated, size, checksum }: Packed & { readonly name: string }): Buffer {
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(8, 4)
  common.writeUInt32LE(checksum, 10)
  common.writeUInt32LE(deflated.length, 14)
  common.writeUInt32LE(size, 18)
  common.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), deflated])
  const central = Buffer.concat([
    Buffer.from('PK\u0001\u0002\u0014\u0000'),
    common,
    Buffer.alloc(14),
    Buffer.from(name),
  ])
  const end = Buffer.alloc(18)
  end.writeUInt16LE(1, 4)
  end.writeUInt16LE(1, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(local.length, 12)
  return Buffer.concat([local, central, Buffer.from('PK\u0005\u0006'), end])
}
