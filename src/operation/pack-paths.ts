import { resolve } from 'node:path'

/** The packs that a text names, parted by commas; at least one unless nothing is named. */
export function packPathsIn(list: string): string[] {
  return list
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
}

/** The first pack that is named twice, however it is written. */
export function repeatedIn(paths: readonly string[]): string | undefined {
  const full = paths.map((path) => resolve(path))
  return paths.find((_, at) => full.indexOf(full[at]!) < at)
}
