import { UnreadableFile } from '../programme/unreadable-file.ts'

/** A text and the encoding it was found to be in, as the WHATWG names it. */
export type Decoded = { readonly text: string; readonly encoding: string }

/** Encodings with a letter a byte in which Russian is still met: of Windows, of old mail, of DOS. */
const singleByte = ['windows-1251', 'koi8-r', 'ibm866', 'windows-1252'] as const

/**
 * Bytes of a text, whatever encoding they are in: by their mark, as UTF-8 or UTF-16 if they are valid as such, else as
 * the encoding of single bytes that makes the likeliest words of them. Throws an UnreadableFile if they are no text at
 * all.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = byMark(bytes)
  if (marked !== undefined) return decodeAs(marked, bytes)
  const wide = withoutMark(bytes)
  if (wide !== undefined) return decodeAs(wide, bytes)
  if (bytes.subarray(0, 100_000).includes(0))
    throw new UnreadableFile('this is no text; save it as UTF-8 text, or in the format that its name says')
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return likeliest(bytes)
  }
}

function byMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return undefined
}

/** UTF-16 without a mark: every second byte of ASCII is zero. */
function withoutMark(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 4000)
  const zerosAt = (odd: number): number => sample.filter((byte, at) => byte === 0 && at % 2 === odd).length
  const [first, second] = [zerosAt(0), zerosAt(1)]
  const many = sample.length / 20
  if (second > many && first === 0) return 'utf-16le'
  if (first > many && second === 0) return 'utf-16be'
  return undefined
}

function decodeAs(encoding: string, bytes: Uint8Array): Decoded {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
  } catch {
    throw new UnreadableFile(`this begins as ${encoding} and is damaged further on; save it as UTF-8 anew`)
  }
}

/** Read in a wrong encoding, Russian has capitals inside of words, or signs and accents where letters belong. */
function likeliest(bytes: Uint8Array): Decoded {
  const sample = bytes.subarray(0, 200_000)
  const scored = singleByte.map((encoding) => {
    const text = new TextDecoder(encoding).decode(sample)
    const likely = count(text, /\p{L}\p{Ll}/gu)
    const odd = count(text, /\p{Ll}\p{Lu}|\p{L}[^\p{L}\p{P}\p{Z}\p{N}\s]|[\u0080-\u009f\u2500-\u25ff]/gu)
    return { encoding, score: likely - 3 * odd }
  })
  const [best] = scored.toSorted((a, b) => b.score - a.score) as [(typeof scored)[number]]
  return { text: new TextDecoder(best.encoding).decode(bytes), encoding: best.encoding }
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
