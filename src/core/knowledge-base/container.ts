import { crc32 } from 'node:zlib'

/** Flat arrays are kept as they lie in memory; everything else is JSON. */
export type Tree =
  | FlatArray
  | string
  | number
  | boolean
  | readonly Tree[]
  | { readonly [key: string]: Tree | undefined }

export type FlatArray = Uint32Array | Uint8Array | Float32Array

/**
 * What was in a container. Each function gives the array that a node of `tree` stands for, and throws for any other
 * node.
 */
export type Contents = {
  readonly tree: unknown
  readonly u32: (node: unknown) => Uint32Array
  readonly u8: (node: unknown) => Uint8Array
  readonly f32: (node: unknown) => Float32Array
}

/** Where an array lies: bytes from the beginning of all arrays, and how many numbers. */
type Reference = { readonly at: number; readonly count: number }

/*
 * magic, 8 bytes | key, 32 | checksum (CRC-32) of all that follows, 4 | length of the JSON, 4 | JSON | arrays, each
 * beginning at a multiple of 8; numbers of 4 bytes are little-endian
 */
const magic = Buffer.from('JAUAPKB1')
const keyAt = 8
const checksumAt = 40
const lengthAt = 44
const treeAt = 48

/** The bytes of a tree under a key of 32 bytes. */
export function wrap(tree: Tree, key: Uint8Array): Uint8Array<ArrayBuffer> {
  const arrays: { array: FlatArray; at: number }[] = []
  let size = 0
  const json = JSON.stringify(tree, (_, node: unknown) => {
    if (!isFlatArray(node)) return node
    const at = size
    arrays.push({ array: node, at })
    size = aligned(size + node.byteLength)
    return { at, count: node.length } satisfies Reference
  })
  const length = Buffer.byteLength(json)
  const arraysAt = aligned(treeAt + length)
  const bytes = new Uint8Array(arraysAt + size)
  bytes.set(magic)
  bytes.set(key, keyAt)
  Buffer.from(bytes.buffer).write(json, treeAt)
  for (const { array, at } of arrays)
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), arraysAt + at)
  const header = new DataView(bytes.buffer)
  header.setUint32(lengthAt, length, true)
  header.setUint32(checksumAt, crc32(bytes.subarray(lengthAt)), true)
  return bytes
}

/**
 * What bytes hold that were wrapped under the key. Undefined for bytes under another key, cut short, or changed. The
 * arrays are views of the bytes.
 */
export function unwrap(bytes: Uint8Array, key: Uint8Array): Contents | undefined {
  if (bytes.length < treeAt || !magic.equals(bytes.subarray(0, keyAt))) return undefined
  if (Buffer.compare(bytes.subarray(keyAt, checksumAt), key) !== 0) return undefined
  // A typed array must begin at a multiple of its numbers' size, also where the bytes stand within a larger buffer.
  const whole = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice()
  const { buffer, byteOffset, byteLength } = whole
  const header = new DataView(buffer, byteOffset, byteLength)
  if (header.getUint32(checksumAt, true) !== crc32(whole.subarray(lengthAt))) return undefined
  const length = header.getUint32(lengthAt, true)
  const arraysAt = aligned(treeAt + length)
  if (arraysAt > byteLength) return undefined
  const view = <T>(make: (buffer: ArrayBufferLike, offset: number, count: number) => T, size: number) => {
    return (node: unknown): T => {
      const { at, count } = node as Reference
      const fits = Number.isSafeInteger(at) && Number.isSafeInteger(count) && at >= 0 && count >= 0 && at % 8 === 0
      if (!fits || arraysAt + at + count * size > byteLength) throw new RangeError('no array of the container')
      return make(buffer, byteOffset + arraysAt + at, count)
    }
  }
  return {
    tree: JSON.parse(Buffer.from(buffer, byteOffset + treeAt, length).toString()),
    u32: view((buffer, offset, count) => new Uint32Array(buffer, offset, count), 4),
    u8: view((buffer, offset, count) => new Uint8Array(buffer, offset, count), 1),
    f32: view((buffer, offset, count) => new Float32Array(buffer, offset, count), 4),
  }
}

function aligned(size: number): number {
  return Math.ceil(size / 8) * 8
}

function isFlatArray(node: unknown): node is FlatArray {
  return node instanceof Uint32Array || node instanceof Uint8Array || node instanceof Float32Array
}
