/** What stands before a label that is chosen. */
const mark = '✓ '

/** A label as it stands where it may be chosen. */
export function ticked(label: string, isSet = true): string {
  return isSet ? `${mark}${label}` : label
}

/** The way back: what is chosen, without its tick. */
export function readTick(label: string): { readonly label: string; readonly isSet: boolean } {
  const isSet = label.startsWith(mark)
  return { label: isSet ? label.slice(mark.length) : label, isSet }
}
