import { Unzip, UnzipInflate, zipSync } from 'fflate'
import { UnreadableFile } from '../programme/unreadable-file.ts'
import { limits } from './limits.ts'

/**
 * The parts of a zip archive (.xlsx, .docx) that `wanted` picks, packed anew without compression: what reads them next
 * meets neither a bomb nor a macro nor an embedded file. What is unpacked is counted as it comes out, not as the
 * archive says. Throws an UnreadableFile for an archive that is damaged, locked or too large.
 */
export function safeArchive(bytes: Uint8Array, wanted: (name: string) => boolean): Uint8Array {
  // Microsoft's encrypted files, and those of 1997 to 2003, are no archives but OLE compound files.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new UnreadableFile('this is an old or a locked file; save it without a password as .xlsx or .docx')
  const parts = unpack(bytes, wanted)
  for (const [name, part] of Object.entries(parts)) if (/\.(?:xml|rels)$/i.test(name)) refuseDoctype(part)
  return zipSync(parts, { level: 0 })
}

function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): Record<string, Uint8Array> {
  const parts: Record<string, Uint8Array> = {}
  let unpacked = 0
  let files = 0
  const unzip = new Unzip((file) => {
    if (++files > 5000) throw tooLarge()
    if (!wanted(file.name)) return
    const chunks: Uint8Array[] = []
    file.ondata = (error, chunk, final) => {
      if (error) throw error
      unpacked += chunk.length
      if (unpacked > limits.unpacked) throw tooLarge()
      chunks.push(chunk)
      if (final) parts[file.name] = Buffer.concat(chunks)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    // In pieces, so that what comes out of one can be counted before the next goes in.
    for (let at = 0; at < bytes.length; at += piece)
      unzip.push(bytes.subarray(at, at + piece), at + piece >= bytes.length)
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    throw damaged()
  }
  if (Object.keys(parts).length === 0) throw damaged()
  return parts
}

const piece = 16_384

function damaged(): UnreadableFile {
  return new UnreadableFile('this is damaged, or not of the format that its name says; save it anew')
}

function tooLarge(): UnreadableFile {
  const megabytes = limits.unpacked / 1_000_000
  return new UnreadableFile(`this holds more than ${megabytes} MB once it is unpacked; that is no programme`)
}

/** Office files have no document type; what declares one wants entities of its own, from here or elsewhere. */
function refuseDoctype(part: Uint8Array): void {
  if (/<!DOCTYPE|<!ENTITY/i.test(Buffer.from(part.subarray(0, 4000)).toString('latin1')))
    throw new UnreadableFile('this declares a document type, which no spreadsheet or document does; save it anew')
}
