/** Numbers pushed one by one into a typed array that doubles when full: a fraction of the memory of a plain array. */
export type GrowingArray<T> = { push(value: number): void; readonly length: number; toArray(): T }

/** Empty, for unsigned numbers of 32 bits. `toArray` copies, so that what is pushed later does not show. */
export function growingUint32(): GrowingArray<Uint32Array> {
  let values = new Uint32Array(1024)
  let length = 0
  return {
    push(value) {
      if (length === values.length) {
        const larger = new Uint32Array(2 * length)
        larger.set(values)
        values = larger
      }
      values[length++] = value
    },
    get length() {
      return length
    },
    toArray: () => values.slice(0, length),
  }
}
