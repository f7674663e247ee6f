import { createRequire } from 'node:module'

/** The version of the program, as package.json states it. */
export function programVersion(): string {
  const { version } = createRequire(import.meta.url)('../../package.json') as { version: string }
  return version
}
