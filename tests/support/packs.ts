import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

/** Where the built-in bulletin is; tests that ask it something open it by `openBulletin`. */
export const bulletin = fileURLToPath(new URL('../../src/knowledge/bulletin', import.meta.url))

/** A summit with its days and a hall, in three languages: enough to be asked, and read at once. */
export const smallPack = fileURLToPath(new URL('small-pack', import.meta.url))

/** A directory with these files, removed when the test ends. */
export function aDirectory(files: Readonly<Record<string, string>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'jauap-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(directory, name), content)
  return directory
}
