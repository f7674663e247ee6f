import { readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { makeDirectory } from '../../core/make-directory.ts'

/** As many as anyone looks back at. */
const mostKept = 200

/** What was asked in earlier conversations, the latest first: none where nothing is kept, or it can't be read. */
export function readHistory(file: string | undefined): string[] {
  if (file === undefined) return []
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean).slice(0, mostKept)
  } catch {
    return []
  }
}

/** Keeps it for the next conversation, for the eyes of whoever asked alone. Nothing depends on it. */
export function keepHistory(file: string | undefined, asked: readonly string[]): void {
  if (file === undefined) return
  try {
    makeDirectory(dirname(file), 0o700)
    writeFileSync(file, `${asked.slice(0, mostKept).join('\n')}\n`, { mode: 0o600 })
  } catch {
    // A home that can't be written to keeps nothing.
  }
}
