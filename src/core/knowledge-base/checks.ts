/** A node of the tree, whose keys may or may not be there. */
export type Node = { readonly [key: string]: unknown }

/** A list of nodes, which may be empty. */
export function listOf(value: unknown): readonly Node[] {
  ensure(Array.isArray(value))
  return value as readonly Node[]
}

/** `start` divides `length` things into `parts` lists, one behind the other. */
export function isPartition(start: Uint32Array, parts: number, length: number): void {
  ensure(start.length === parts + 1 && start[0] === 0 && start[parts] === length)
  let previous = 0
  for (let part = 1; part < parts; part++) {
    if (start[part]! < previous) ensure(false)
    previous = start[part]!
  }
}

/** Every number leads into an array of the length given. */
export function isBelow(numbers: Uint32Array | Uint8Array, limit: number): void {
  // By place: iterators take several times as long, and these are half a million numbers.
  for (let at = 0; at < numbers.length; at++) if (numbers[at]! >= limit) ensure(false)
}

export function hasLength({ length }: { readonly length: number }, expected: number): void {
  ensure(length === expected)
}

/** Ends the reading: the file is not one of ours. */
export function ensure(holds: boolean | undefined): asserts holds {
  if (!holds) throw new RangeError('a compiled pack of another making')
}
