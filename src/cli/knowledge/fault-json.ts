import { describeFault, type Fault } from '../../knowledge/fault.ts'

/** A fault as other programs read it: what is wrong and what to do apart, which stands last. */
export function faultJson({ file, line, place, message }: Fault): object {
  const last = message.lastIndexOf('; ')
  const at = last < 0 ? message.search(/: (?=\p{Ll})/u) : last
  const [told, remedy] = at < 0 ? [message, ''] : [message.slice(0, at), message.slice(at + 2)]
  return { file, line: line ?? null, entry: entryIn(place), message: told, remedy }
}

/** "entry lunch, dates" is about the entry lunch. */
function entryIn(place: string): string | null {
  return /^entry ([^,]+)/.exec(place)?.[1] ?? (place === '' ? null : place)
}

export function faultLines(faults: readonly Fault[]): string {
  return faults.map((fault) => `  ${describeFault(fault)}\n`).join('')
}

/** "1 fault", "3 faults" */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`
}
