/** The place of a value in an ascending array, or -1 where it does not occur. */
export function placeOf(value: number, ascending: Uint32Array): number {
  let low = 0
  let high = ascending.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const found = ascending[middle]!
    if (found === value) return middle
    if (found < value) low = middle + 1
    else high = middle - 1
  }
  return -1
}
