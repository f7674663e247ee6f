import { OperatorError } from '../../knowledge/fault.ts'

/** A file that can't be read. The message says why and what to do; `place` where in the file, if that is known. */
export class UnreadableFile extends OperatorError {
  override readonly name = 'UnreadableFile'
  readonly place: string

  constructor(message: string, place = '') {
    super(message)
    this.place = place
  }
}
