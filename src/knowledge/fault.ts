/** Something that whoever started the program can mend: the message says where and how, and no stack is needed. */
export class OperatorError extends Error {
  override readonly name: string = 'OperatorError'
}

/** Where a thing was read, for the checks that look at the pack as a whole. */
export type Origin = { file: string; place: string }

/** What is wrong in a pack: where, and what to write instead. */
export type Fault = { file: string; place: string; message: string }

/** A pack that can't be used. The message names every fault with its file and place, for whoever maintains the pack. */
export class PackError extends OperatorError {
  override readonly name = 'PackError'
  readonly faults: readonly Fault[]

  constructor(directory: string, faults: readonly Fault[]) {
    const lines = faults.map(({ file, place, message }) => `  ${file}${place ? `, ${place}` : ''}: ${message}`)
    super(
      `The knowledge pack ${directory} has ${faults.length} fault${faults.length === 1 ? '' : 's'}:\n${lines.join('\n')}`,
    )
    this.faults = faults
  }
}
