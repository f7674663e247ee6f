import type { Language } from '../../../knowledge/language.ts'
import { largestFile, type GivenFile } from '../../announcements/file.ts'
import { say } from '../../i18n.ts'
import type { Visitor } from '../../pages/visitor.ts'
import { keyOf } from '../../people/people.ts'

/**
 * What an organizer sends: words (Markdown), and perhaps files (`fileLost`: one could not be fetched); `source`: the
 * message's id, by which an edit of it is recognised; `album`: the name of those messages that arrive one by one, and
 * were sent as one.
 */
export type Input = {
  readonly text: string
  readonly files?: readonly Pick<GivenFile, 'name' | 'bytes' | 'asFile'>[] | undefined
  readonly fileLost?: boolean
  readonly source?: string | undefined
  readonly album?: string | undefined
}

/** The files of a message, by who sent it and which it was; one whose edits are recognised carries at most one. */
export function filesOf({ person }: Pick<Visitor, 'person'>, { files = [], source }: Input): GivenFile[] {
  return files.map((file) => (source === undefined ? file : { ...file, from: `${keyOf(person)} ${source}` }))
}

/** Whether what was sent along could not be taken: lost on its way, or too large. */
export function lacksFile({ files = [], fileLost = false }: Pick<Input, 'files' | 'fileLost'>): boolean {
  return fileLost || files.some(isTooLarge)
}

function isTooLarge({ bytes }: Pick<GivenFile, 'bytes'>): boolean {
  return bytes.length > largestFile
}

/** Why a file could not be taken: it did not arrive, or how large it may be. */
export function lackWords({ files = [] }: Pick<Input, 'files'>, language: Language): string {
  if (!files.some(isTooLarge)) return say(language, 'organizers.fileLost')
  return say(language, 'organizers.fileTooLarge', { megabytes: largestFile / 1_000_000 })
}
