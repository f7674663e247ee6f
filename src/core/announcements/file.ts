import { extname } from 'node:path'
import type { AttachmentRef, Content } from '../mailing/content.ts'

/** Bytes that both platforms take: Discord 10 MiB without boosts, Telegram 10 MB as a picture. */
export const largestFile = 10_000_000

/** Files of one announcement: core.telegram.org/bots/api#sendmediagroup; as many in a message of Discord. */
export const mostFiles = 10

/** Bytes of all of them: a request to Discord may have 25 MiB. */
export const largestTogether = 25_000_000

/** Types that are shown rather than handed over, and the most usual others. */
const types: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.mp4': 'video/mp4',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.pdf': 'application/pdf',
  '.ics': 'text/calendar',
  '.txt': 'text/plain',
}

/** The type of a file by its name. */
export function typeOf(name: string): string {
  return types[extname(name).toLowerCase()] ?? 'application/octet-stream'
}

/** Where files of announcements are kept. */
export type FileStore = {
  readonly attach: (name: string, type: string, bytes: Uint8Array) => Promise<AttachmentRef>
  readonly attachment: (id: string) => Promise<Uint8Array | undefined>
  /** Forgets files that nothing names. */
  readonly detach: (ids: readonly string[]) => Promise<void>
}

/** A file as it was handed over; see AttachmentRef for `asFile` and `from`. */
export type GivenFile = Pick<AttachmentRef, 'name' | 'asFile' | 'from'> & { readonly bytes: Uint8Array }

/** Stores files, in their order. */
export async function attachAll(
  given: readonly GivenFile[],
  { attach }: Pick<FileStore, 'attach'>,
): Promise<AttachmentRef[]> {
  const refs: AttachmentRef[] = []
  for (const { name, bytes, asFile, from } of given)
    refs.push({
      ...(await attach(name, typeOf(name), bytes)),
      ...(asFile ? { asFile } : {}),
      ...(from === undefined ? {} : { from }),
    })
  return refs
}

/**
 * With more files, as far as there is room for them. One that the same message brought before is replaced; what one
 * person sent stays in the order of the messages, in whichever they come.
 */
export function withFiles(before: Content, more: readonly AttachmentRef[]): Content {
  return more.length === 0 ? before : { ...before, attachments: joined(before.attachments ?? [], more) }
}

/** Those of some files that there is room for beside others: what has none need not be stored. */
export function fitting(before: readonly AttachmentRef[], given: readonly GivenFile[]): GivenFile[] {
  const sized = given.map((file) => ({ ...file, size: file.bytes.length }))
  const all = joined<Sized>(before, sized)
  return sized.filter((file) => all.includes(file))
}

type Sized = Pick<AttachmentRef, 'size' | 'from'>

function joined<File extends Sized>(before: readonly File[], more: readonly File[]): readonly File[] {
  let files = before
  for (const file of more) {
    const others = files.filter(({ from }) => from === undefined || from !== file.from)
    const size = others.reduce((sum, one) => sum + one.size, file.size)
    if (others.length >= mostFiles || size > largestTogether) continue
    const next = others.findIndex(({ from }) => comesAfter(from, file.from))
    files = next < 0 ? [...others, file] : others.toSpliced(next, 0, file)
  }
  return files
}

/** Whether a message of the same person came later than another: its number is higher. */
function comesAfter(one: string | undefined, other: string | undefined): boolean {
  const [[person, number], [otherPerson, otherNumber]] = [originOf(one), originOf(other)]
  return person !== undefined && person === otherPerson && Number(number) > Number(otherNumber)
}

function originOf(from: string | undefined): readonly string[] {
  return /^(.*) (\d+)$/.exec(from ?? '')?.slice(1) ?? []
}
