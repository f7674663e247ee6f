/** Something that whoever started the program can mend: the message says where and how, and no stack is needed. */
export class OperatorError extends Error {
  override readonly name: string = 'OperatorError'
}

/**
 * Where a thing stands in a pack: its file, its name for people ("entry lunch"), and the keys and places of items that
 * lead to it from the root of the file, by which its line is found.
 */
export type Origin = { readonly file: string; readonly place: string; readonly path?: readonly PropertyKey[] }

/** What is wrong in a pack: where, and what to write instead. Lines count from 1. */
export type Fault = Origin & { readonly message: string; readonly line?: number }

/** A pack that can't be used. The message names every fault with its file and place, for whoever maintains the pack. */
export class PackError extends OperatorError {
  override readonly name = 'PackError'
  readonly faults: readonly Fault[]

  constructor(directory: string, faults: readonly Fault[]) {
    const lines = faults.map((fault) => `  ${describeFault(fault)}`)
    const count = `${faults.length} fault${faults.length === 1 ? '' : 's'}`
    super(`The knowledge pack ${directory} has ${count}:\n${lines.join('\n')}`)
    this.faults = faults
  }
}

/** "entries.yaml, line 2, entry a, dates: no such day in the calendar" */
export function describeFault({ file, line, place, message }: Fault): string {
  const where = [file, line === undefined ? '' : `line ${line}`, place]
  return `${where.filter(Boolean).join(', ')}: ${message}`
}

/** The place of a part of a thing: its key or keys are added to the path. */
export function within({ file, place, path }: Origin, ...keys: readonly PropertyKey[]): Origin {
  return { file, place, ...(path && { path: [...path, ...keys] }) }
}
