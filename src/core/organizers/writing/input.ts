import type { Language } from '../../../knowledge/language.ts'
import { largestFile } from '../../announcements/file.ts'
import { say } from '../../i18n.ts'

/**
 * What an organizer sends: words (Markdown), and perhaps a file (`fileLost`: one that could not be fetched); `source`:
 * the message's id, by which an edit of it is recognised.
 */
export type Input = {
  readonly text: string
  readonly file?: { readonly name: string; readonly bytes: Uint8Array } | undefined
  readonly fileLost?: boolean
  readonly source?: string | undefined
}

/** Whether what was sent along could not be taken: lost on its way, or too large. */
export function lacksFile({ file, fileLost = false }: Pick<Input, 'file' | 'fileLost'>): boolean {
  return fileLost || (file !== undefined && file.bytes.length > largestFile)
}

/** Why a file could not be taken: it did not arrive, or how large it may be. */
export function lackWords({ file }: Pick<Input, 'file'>, language: Language): string {
  if (!file) return say(language, 'organizers.fileLost')
  return say(language, 'organizers.fileTooLarge', { megabytes: largestFile / 1_000_000 })
}
